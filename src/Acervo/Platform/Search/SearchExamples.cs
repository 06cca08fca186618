using Acervo.Platform.Search.Words;

namespace Acervo.Platform.Search;

/// <summary>Words to try a search with, taken from what is published, so that an example of the site always finds something.</summary>
public sealed class SearchExamples(SiteIndex index, HitTexts texts)
{
    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(".:;,()«»\"");

    private const int ShortestWord = 4;

    /// <summary>The first words that say something in the newest title, such as «cartas claras»; null while there is none.</summary>
    /// <param name="kind">Of this kind only; null for any.</param>
    /// <param name="cancel">Stops it.</param>
    public async ValueTask<string?> OfAsync(string? kind, CancellationToken cancel)
    {
        var site = await index.CurrentAsync(cancel);
        var place = kind is null ? (site.Rows.IsEmpty ? -1 : 0) : NewestOf(site, kind);
        return place < 0 ? null : (await texts.ReadAsync([site.Rows[place].Id], cancel)) is [{ Title: var title }] ? WordsOf(title) : null;
    }

    private static int NewestOf(SiteSnapshot site, string kind)
    {
        for (var slot = 0; slot < site.Rows.Length; slot++)
        {
            if (site.Rows[slot].Kind == kind)
            {
                return slot;
            }
        }

        return -1;
    }

    /// <summary>From the first word to the second, with what stands between; one alone when a point or the end comes before.</summary>
    private static string? WordsOf(string title)
    {
        Span<char> letters = stackalloc char[WordCursor.Longest];
        var cursor = new WordCursor(title);
        var (start, end) = (-1, -1);
        while (cursor.Next())
        {
            if (cursor.IsWhole || cursor.Folded(letters).Length < ShortestWord || StopWords.HasInQuestions(cursor.Folded(letters)))
            {
                continue;
            }

            if (start >= 0)
            {
                return (title.AsSpan(end, cursor.Start - end).ContainsAny(Breaks) ? title[start..end] : title[start..cursor.End]).ToLowerInvariant();
            }

            (start, end) = (cursor.Start, cursor.End);
        }

        return start < 0 ? null : title[start..end].ToLowerInvariant();
    }
}
