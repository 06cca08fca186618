using System.Text.RegularExpressions;
using AngleSharp.Css;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;

namespace Acervo.Platform.Documents.Html.Sight;

/// <summary>What the style sheets inside a page and the element itself say about how an element looks. Sheets elsewhere are not fetched.</summary>
internal sealed partial class HtmlCascade
{
    private const int LongestSelector = 600;
    private const long MostMatches = 8_000_000;
    private const double MostTurns = 4;

    private readonly List<(ISelector Selector, CssRule Rule)> rules = [];
    private readonly ILookup<string, CssRule> frames;

    public HtmlCascade(IDocument document)
    {
        var parser = new CssSelectorParser();
        var sheets = document.QuerySelectorAll("style").Where(sheet => CssMedia.HoldsOnScreen(sheet.GetAttribute("media") ?? ""))
            .Select(sheet => sheet.TextContent).ToList();
        BringsLetters = sheets.Exists(sheet => sheet.Contains("@font-face", StringComparison.OrdinalIgnoreCase)
            && sheet.Contains("src", StringComparison.OrdinalIgnoreCase));
        var all = sheets.SelectMany(CssRules.Of).ToList();
        frames = all.Where(rule => rule.Selector.StartsWith('@')).ToLookup(rule => rule.Selector[1..], StringComparer.OrdinalIgnoreCase);
        foreach (var rule in all.Where(rule => !rule.Selector.StartsWith('@')))
        {
            rules.AddRange(CssRules.Pieces(rule.Selector, ',').Select(part => Parse(parser, part.Trim())).OfType<ISelector>()
                .Select(selector => (selector, rule)));
        }

        if ((long)rules.Count * document.All.Length > MostMatches)
        {
            throw new DocumentException("La página trae demasiados estilos para saber qué se ve en ella. Guarde el formato en Word (.docx) o PDF y envíelo.");
        }
    }

    /// <summary>The page brings letters of its own, which may be drawn as others than they are.</summary>
    public bool BringsLetters { get; }

    public IReadOnlyDictionary<string, string> Of(IElement element)
    {
        var found = new List<(bool Important, bool Inline, Priority Weight, int Order, CssDeclaration Declaration)>();
        foreach (var (index, (selector, rule)) in rules.Index())
        {
            if (selector.Match(element, null))
            {
                found.AddRange(rule.Declarations.Select(one => (one.Important, false, selector.Specificity, index, one)));
            }
        }

        if (element.GetAttribute("style") is { } own)
        {
            found.AddRange(CssRules.Declarations(own).Select(one => (one.Important, true, default(Priority), int.MaxValue, one)));
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, _, _, _, declaration) in found.OrderBy(one => one.Important).ThenBy(one => one.Inline).ThenBy(one => one.Weight)
            .ThenBy(one => one.Order))
        {
            values[declaration.Name] = declaration.Value;
        }

        foreach (var last in Ends(values).ToList())
        {
            values[last.Name] = last.Value;
        }

        return values;
    }

    /// <summary>How an animation that stays at its end, or has none, leaves an element.</summary>
    private IEnumerable<CssDeclaration> Ends(Dictionary<string, string> values)
    {
        var animation = string.Join(' ',
            values.Where(pair => pair.Key.StartsWith("animation", StringComparison.Ordinal)
            || pair.Key.StartsWith("-webkit-animation", StringComparison.Ordinal)).Select(pair => pair.Value));
        var parts = animation.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return parts.Any(part => part is "forwards" or "both" or "infinite") ? parts.SelectMany(part => frames[part]).SelectMany(rule => rule.Declarations)
            : [];
    }

    /// <summary>The value with the variables of the page put in.</summary>
    public static string Resolve(string value, IReadOnlyDictionary<string, string> variables)
    {
        for (var turn = 0; turn < MostTurns && value.Contains("var(", StringComparison.Ordinal) && value.Length < LongestSelector; turn++)
        {
            value = Variable().Replace(value, match => variables.GetValueOrDefault(match.Groups["name"].Value) ?? match.Groups["otherwise"].Value);
        }

        return value.Trim();
    }

    /// <summary>A selector that browsers would not understand either holds for nothing; parts that are drawn and not written are no elements.</summary>
    private static ISelector? Parse(CssSelectorParser parser, string text)
    {
        text = FirstLine().Replace(text, "");
        if (text.Length is 0 or > LongestSelector || text.Contains("::", StringComparison.Ordinal) || Drawn().IsMatch(text))
        {
            return null;
        }

        try
        {
            return parser.ParseSelector(text);
        }
        catch (DomException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"var\(\s*(?<name>--[\w-]+)\s*(?:,(?<otherwise>[^()]*(?:\([^()]*\))?[^()]*))?\)", RegexOptions.IgnoreCase,
        ReadingLimits.PatternMilliseconds)]
    private static partial Regex Variable();

    /// <summary>The first line is often the only one.</summary>
    [GeneratedRegex("::?first-line$", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex FirstLine();

    [GeneratedRegex(@":(?:before|after|first-line|first-letter)\b", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Drawn();
}
