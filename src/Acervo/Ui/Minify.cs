using System.Text;
using System.Text.RegularExpressions;

namespace Acervo.Ui;

/// <summary>Takes out of our own styles and scripts what only a person reads. Trivial on purpose: brotli does the rest.</summary>
public static partial class Minify
{
    public static string Css(string text)
    {
        text = Comment().Replace(text, "");
        text = Space().Replace(text, " ");
        return Punctuation().Replace(text, "${mark}").Replace(";}", "}", StringComparison.Ordinal).Trim();
    }

    /// <summary>Drops indentation, blank lines and whole-line comments. Our scripts have no template text over several lines.</summary>
    public static string Script(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal)) { continue; }
            kept.Append(line).Append('\n');
        }

        return kept.ToString();
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();

    [GeneratedRegex(@" ?(?<mark>[{};,]) ?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Punctuation();
}
