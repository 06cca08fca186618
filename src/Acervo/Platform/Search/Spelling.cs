using System.Text.RegularExpressions;

namespace Acervo.Platform.Search;

/// <summary>Finds the word that was meant among the words that are published.</summary>
public sealed partial class Spelling(PublicDb db)
{
    private const string NearestSql = """
        SELECT word FROM site.known_words
        WHERE folded % site.fold($1) AND abs(length(folded) - length($1)) <= 3
        ORDER BY similarity(folded, site.fold($1)) + ln(docs + 1) / 100 DESC, word
        LIMIT 1
        """;

    private const string ExistsSql = "SELECT word FROM site.known_words WHERE folded = site.fold($1) ORDER BY docs DESC LIMIT 1";

    /// <summary>The text with its unknown words replaced by the nearest known ones; null when there is nothing to propose.</summary>
    public async Task<string?> CorrectAsync(string text, CancellationToken cancel)
    {
        var corrected = text;
        foreach (var word in Word().Matches(text).Select(match => match.Value).Where(word => word.Length > 3).Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(8))
        {
            if (await db.FindAsync(ExistsSql, row => row.GetString(0), cancel, word) is null
                && await db.FindAsync(NearestSql, row => row.GetString(0), cancel, word) is { } nearest)
            {
                corrected = corrected.Replace(word, nearest, StringComparison.OrdinalIgnoreCase);
            }
        }

        return corrected == text ? null : corrected;
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
