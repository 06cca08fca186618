using System.Text.RegularExpressions;
using Acervo.Platform.Text;

namespace Acervo.Platform.Search;

/// <summary>
/// Finds the word that was meant among the words that are published. What is a word in Spanish, or stands in a publication, was meant as it is.
/// </summary>
public sealed class Spelling(PublicDb db, SpanishWordList dictionary)
{
    private const int Shortest = 4;

    /// <summary>Words of a question that are looked for in another spelling.</summary>
    private const int Most = 3;

    private const string NearSql = """
        SELECT word, folded FROM site.known_words
        WHERE folded % site.fold($1) AND abs(length(folded) - length($1)) <= 2
        ORDER BY similarity(folded, site.fold($1)) + ln(docs + 1) / 100 DESC, word
        LIMIT 12
        """;

    private const string ExistsSql = "SELECT word FROM site.known_words WHERE folded = site.fold($1) LIMIT 1";

    /// <summary>The text with its slips mended; null when there is nothing to propose.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="unknown">Words of it that found nothing.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<string?> OfferAsync(string text, IReadOnlyList<string> unknown, CancellationToken cancel)
    {
        var offered = text;
        foreach (var word in unknown.Where(word => word.Length >= Shortest && word.All(char.IsLetter)).Take(Most))
        {
            if (!dictionary.Has(word) && await db.FindAsync(ExistsSql, row => row.GetString(0), cancel, word) is null
                && await NearestAsync(word, cancel) is { } nearest)
            {
                offered = Regex.Replace(offered, $@"(?<!\p{{L}}){Regex.Escape(word)}(?!\p{{L}})", nearest, RegexOptions.None, TimeSpan.FromSeconds(1));
            }
        }

        return offered == text ? null : offered;
    }

    /// <summary>A slip or two away, in a long word; one in a short one.</summary>
    private async Task<string?> NearestAsync(string word, CancellationToken cancel)
    {
        var (folded, most) = (Slug.Fold(word), word.Length < 6 ? 1 : 2);
        var near = await db.ListAsync(NearSql, row => (Word: row.GetString(0), Folded: row.GetString(1)), cancel, word);
        return near.Select(one => (one.Word, Slips: Slips(folded, one.Folded))).Where(one => one.Slips <= most).OrderBy(one => one.Slips).FirstOrDefault().Word;
    }

    /// <summary>Letters left out, put in, changed, or swapped with their neighbour, that lead from one word to another.</summary>
    private static int Slips(string from, string to)
    {
        var slips = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    slips[i, j] = i + j;
                    continue;
                }

                var changed = slips[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                slips[i, j] = Math.Min(changed, Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
                }
            }
        }

        return slips[from.Length, to.Length];
    }
}
