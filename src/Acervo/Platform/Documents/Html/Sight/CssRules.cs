using System.Text;
using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Html.Sight;

/// <summary>Takes a style sheet apart into the rules that hold on a screen, each with its selector and its declarations.</summary>
internal static partial class CssRules
{
    private const int Deepest = 8;

    public static IReadOnlyList<CssRule> Of(string css)
    {
        var rules = new List<CssRule>();
        Read(Comment().Replace(css, " ").Replace("<!--", " ", StringComparison.Ordinal).Replace("-->", " ", StringComparison.Ordinal), null, 0, rules);
        return rules;
    }

    /// <summary>The declarations of a style attribute.</summary>
    public static IReadOnlyList<CssDeclaration> Declarations(string text) =>
        [.. Pieces(Comment().Replace(text, " "), ';').Select(CssDeclaration.Parse).OfType<CssDeclaration>().SelectMany(CssShorthand.Expand)];

    /// <summary>Cuts at a sign that stands outside brackets and quotes.</summary>
    public static IEnumerable<string> Pieces(string text, char at)
    {
        var (from, depth, quote) = (0, 0, '\0');
        for (var index = 0; index < text.Length; index++)
        {
            var sign = text[index];
            if (sign == '\\')
            {
                index++;
            }
            else if (quote != '\0')
            {
                quote = sign == quote ? '\0' : quote;
            }
            else if (sign is '"' or '\'')
            {
                quote = sign;
            }
            else if (sign is '(' or '[' or '{')
            {
                depth++;
            }
            else if (sign is ')' or ']' or '}')
            {
                depth--;
            }
            else if (sign == at && depth <= 0)
            {
                yield return text[from..index];
                from = index + 1;
            }
        }

        yield return text[from..];
    }

    private static void Read(string css, string? parent, int depth, List<CssRule> rules)
    {
        var (own, first) = (new StringBuilder(), rules.Count);
        foreach (var (prelude, body) in Statements(css))
        {
            if (body is null)
            {
                own.Append(prelude).Append(';');
            }
            else if (prelude.StartsWith('@'))
            {
                if (Frames().Match(prelude) is { Success: true } frames)
                {
                    rules.AddRange(Statements(body).Where(frame => frame.Body is not null && Last().IsMatch(frame.Prelude))
                        .Select(frame => new CssRule("@" + frames.Groups["name"].Value, Declarations(frame.Body!))));
                }
                else if (depth < Deepest && (prelude.StartsWith("@media", StringComparison.OrdinalIgnoreCase) ? CssMedia.HoldsOnScreen(prelude[6..])
                    : IsGroup(prelude)))
                {
                    Read(body, parent, depth + 1, rules);
                }
            }
            else if (depth < Deepest)
            {
                Read(body, Within(parent, prelude), depth + 1, rules);
            }
        }

        if (parent is not null && Declarations(own.ToString()) is { Count: > 0 } declarations)
        {
            rules.Insert(first, new CssRule(parent, declarations)); // before the rules inside it, which go on from there
        }
    }

    private static bool IsGroup(string prelude) => Group().IsMatch(prelude);

    private static string Within(string? parent, string selector) => parent is null ? selector
        : selector.Contains('&', StringComparison.Ordinal) ? selector.Replace("&", $":is({parent})", StringComparison.Ordinal) : $":is({parent}) {selector}";

    /// <summary>What ends with a semicolon (no body) and what has a body in braces, in their order.</summary>
    private static IEnumerable<(string Prelude, string? Body)> Statements(string css)
    {
        var (from, depth, start, quote) = (0, 0, 0, '\0');
        for (var index = 0; index < css.Length; index++)
        {
            var sign = css[index];
            if (sign == '\\')
            {
                index++;
            }
            else if (quote != '\0')
            {
                quote = sign == quote || sign == '\n' ? '\0' : quote;
            }
            else if (sign is '"' or '\'')
            {
                quote = sign;
            }
            else if (sign == '{' && depth++ == 0)
            {
                start = index;
            }
            else if (sign == '}' && (depth = Math.Max(depth - 1, 0)) == 0)
            {
                yield return start >= from && start < index && css[start] == '{' ? (css[from..start].Trim(), css[(start + 1)..index])
                    : (css[from..index].Trim(), null);
                from = index + 1;
                start = from;
            }
            else if (sign == ';' && depth == 0)
            {
                yield return (css[from..index].Trim(), null);
                from = index + 1;
            }
        }

        var rest = css[from..];
        yield return depth > 0 && start >= from ? (css[from..start].Trim(), css[(start + 1)..]) : (rest.Trim(), null);
    }

    [GeneratedRegex(@"/\*.*?(?:\*/|$)", RegexOptions.Singleline, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^@(?:-webkit-)?keyframes\s+(?<name>[\w-]+)", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Frames();

    [GeneratedRegex(@"(?:^|[\s,])(?:to|100%)(?:$|[\s,])", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Last();

    [GeneratedRegex("^@(?:supports|layer|container|scope)", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Group();
}

/// <summary>One rule of a style sheet.</summary>
internal sealed record CssRule(string Selector, IReadOnlyList<CssDeclaration> Declarations);
