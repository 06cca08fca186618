using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The style of an old drawing: where it stands and how large it is, and nothing else.</summary>
internal static partial class DocxVmlStyle
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "position", "left", "top", "margin-left", "margin-top", "width", "height", "z-index", "mso-position-horizontal", "mso-position-horizontal-relative",
        "mso-position-vertical", "mso-position-vertical-relative", "mso-wrap-style", "mso-fit-shape-to-text", "visibility", "rotation",
    };

    public static string? Shown(string style)
    {
        var kept = Pairs(style).Where(pair => Known.Contains(pair.Name) && Value().IsMatch(pair.Value)).Select(pair => $"{pair.Name}:{pair.Value}").ToList();
        return kept.Count == 0 ? null : string.Join(';', kept);
    }

    /// <summary>A length of the style in EMU, the unit of today's drawings.</summary>
    public static long? Emus(string? style, string name)
    {
        var value = Pairs(style ?? "").FirstOrDefault(pair => pair.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        if (value is null || Length().Match(value) is not { Success: true } match)
        {
            return null;
        }

        var number = double.Parse(match.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        return (long)(Math.Min(number, 5000) * match.Groups["unit"].Value switch
        {
            "in" => 914400,
            "cm" => 360000,
            "mm" => 36000,
            "pc" => 152400,
            "pt" => 12700,
            _ => 9525,
        });
    }

    private static IEnumerable<(string Name, string Value)> Pairs(string style) => style.Split(';')
        .Select(pair => pair.Split(':', 2, StringSplitOptions.TrimEntries))
        .Where(pair => pair.Length == 2)
        .Select(pair => (pair[0], pair[1]));

    [GeneratedRegex(@"^(-?[0-9]{0,10}(\.[0-9]{1,6})?(pt|in|cm|mm|pc|px|%)?|absolute|relative|static|left|right|center|top|bottom|margin|page|text|char|line|"
        + @"square|none|t|f|hidden|visible|column-left)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Value();

    [GeneratedRegex(@"^(?<number>[0-9]{1,6}(\.[0-9]{1,6})?)(?<unit>pt|in|cm|mm|pc|px)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Length();
}
