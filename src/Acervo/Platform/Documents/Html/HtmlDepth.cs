namespace Acervo.Platform.Documents.Html;

/// <summary>
/// Refuses, before the page is parsed, what would take the parser far longer than its size: elements nested by the thousand and tags with
/// thousands of attributes. Browsers nest no deeper than this either.
/// </summary>
internal static class HtmlDepth
{
    private const int Deepest = 500;
    private const int MostAttributes = 400;
    private const int LongestName = 40;

    /// <summary>Elements that hold nothing, and those that the next of their kind closes.</summary>
    private static readonly HashSet<string> Unnested = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "html", "head", "body",
    };

    private static readonly HashSet<string> Raw = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "textarea", "title", "xmp", "iframe", "noembed",
        "noframes" };

    public static void Check(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = at >= html.Length ? -1 : html.IndexOf('<', at))
        {
            if (string.CompareOrdinal(html, at, "<!--", 0, 4) == 0)
            {
                at = html.IndexOf("-->", at + 4, StringComparison.Ordinal) is >= 0 and var end ? end + 3 : html.Length;
                continue;
            }

            var closes = html[at + 1] == '/';
            var name = Name(html, closes ? at + 2 : at + 1);
            if (name.Length == 0)
            {
                at++;
                continue;
            }

            at = End(html, at + name.Length + 1);
            if (Unnested.Contains(name))
            {
                continue;
            }

            var count = open.GetValueOrDefault(name);
            if (closes)
            {
                open[name] = Math.Max(count - 1, 0);
                depth -= count > 0 ? 1 : 0;
            }
            else if (Raw.Contains(name))
            {
                at = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase) is >= 0 and var close ? close + 2 : html.Length;
            }
            else
            {
                open[name] = count + 1;
                if (++depth > Deepest)
                {
                    throw TooDeep();
                }
            }
        }
    }

    public static DocumentException TooDeep() => new("La página anida demasiados elementos. Guarde el formato en Word (.docx) o PDF y envíelo.");

    private static string Name(string html, int from)
    {
        var to = from;
        while (to < html.Length && to - from < LongestName && char.IsAsciiLetterOrDigit(html[to]))
        {
            to++;
        }

        return to > from && char.IsAsciiLetter(html[from]) ? html[from..to] : "";
    }

    /// <summary>The place after the «&gt;» that ends a tag; quoted values may hold one.</summary>
    private static int End(string html, int from)
    {
        var (quote, attributes) = ('\0', 0);
        for (var at = from; at < html.Length; at++)
        {
            var sign = html[at];
            if (quote != '\0')
            {
                quote = sign == quote ? '\0' : quote;
            }
            else if (sign == '>')
            {
                return at + 1;
            }
            else if (sign is '"' or '\'' && html[at - 1] == '=')
            {
                quote = sign;
            }
            else if ((char.IsWhiteSpace(sign) || sign == '/') && ++attributes > MostAttributes * 4)
            {
                throw TooDeep();
            }
        }

        return html.Length;
    }
}
