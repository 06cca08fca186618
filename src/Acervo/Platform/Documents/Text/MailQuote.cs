using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Text;

/// <summary>Takes away the ">" that mail programs put before quoted lines, and the signature after "-- ".</summary>
internal static partial class MailQuote
{
    public static IReadOnlyList<string> Remove(IReadOnlyList<string> lines)
    {
        var written = lines.Count(line => line.Trim().Length > 0);
        var quoted = lines.Count(line => Mark().IsMatch(line));
        if (quoted < 5 || quoted < written * 0.3)
        {
            return lines;
        }

        return [.. lines.Select(line => Mark().Replace(line, "")).TakeWhile(line => line is not "-- ")];
    }

    [GeneratedRegex(@"^\s{0,2}(?:>[ ]?)+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Mark();
}
