using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Html.Sight;

/// <summary>Whether a list of media queries holds where a person opens the page: on a screen of usual width.</summary>
internal static partial class CssMedia
{
    public static bool HoldsOnScreen(string queries) => queries.Trim().Length == 0 || queries.Split(',').Any(Holds);

    private static bool Holds(string query)
    {
        var text = query.Trim().ToLowerInvariant();
        var negated = text.StartsWith("not ", StringComparison.Ordinal);
        text = negated ? text[4..] : text;
        var medium = Medium().Match(text) is { Success: true } named ? named.Groups["name"].Value : "all";
        var holds = medium is "all" or "screen" && Width().Matches(text).All(Fits) && !Other().IsMatch(text);
        return negated ? !holds : holds;
    }

    private static bool Fits(Match width)
    {
        var limit = CssLength.Pixels(width.Groups["length"].Value, 16, CssLength.ScreenWidth) ?? 0;
        return width.Groups["end"].Value is "min" or ">" or ">=" ? CssLength.ScreenWidth >= limit : CssLength.ScreenWidth <= limit;
    }

    [GeneratedRegex(@"^(?:only\s+)?(?<name>all|screen|print|speech|tty|tv|projection|handheld|braille|embossed|aural)\b", RegexOptions.None,
        ReadingLimits.PatternMilliseconds)]
    private static partial Regex Medium();

    [GeneratedRegex(@"\(\s*(?:(?<end>min|max)-(?:device-)?width\s*:\s*|width\s*(?<end>[<>]=?)\s*)(?<length>[\d.]+\w+)\s*\)", RegexOptions.None,
        ReadingLimits.PatternMilliseconds)]
    private static partial Regex Width();

    /// <summary>What asks for a person who set up the machine in another way.</summary>
    [GeneratedRegex(@"prefers-color-scheme\s*:\s*dark|forced-colors\s*:\s*active|inverted-colors\s*:\s*inverted|hover\s*:\s*none|pointer\s*:\s*coarse|"
        + @"scripting\s*:\s*none", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Other();
}
