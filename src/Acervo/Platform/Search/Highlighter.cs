using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Acervo.Platform.Text;

namespace Acervo.Platform.Search;

/// <summary>
/// Marks the words that were found and cuts the extract around them. PostgreSQL's own ts_headline parses the whole text again
/// for every hit; here a word is looked up once in the stemmer and remembered.
/// </summary>
public sealed partial class Highlighter(PublicDb db)
{
    private const int ExtractWords = 34;

    private const int WordsBefore = 8;

    private const int LongestWord = 60;

    private const int MostRemembered = 200_000;

    /// <summary>Folded word → its stem as the search configuration makes it.</summary>
    private readonly ConcurrentDictionary<string, string> stemOf = new(StringComparer.Ordinal);

    /// <summary>The stems that a query looks for, without those it excludes.</summary>
    public static IReadOnlyList<string> StemsOf(string? query) => query is null
        ? []
        : [.. QueryTerm().Matches(query).Where(match => !match.Groups["not"].Success).Select(match => match.Groups["stem"].Value)
        .Distinct(StringComparer.Ordinal)];

    /// <summary>Asks the stemmer for the words that could match and are not known yet, all in one question.</summary>
    public async Task LearnAsync(IReadOnlyList<string> stems, IReadOnlyList<HitText> texts, CancellationToken cancel)
    {
        if (stems.Count == 0)
        {
            return;
        }

        HashSet<string> unknown = new(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            NoteUnknown(text.Title, stems, unknown);
            NoteUnknown(text.Summary, stems, unknown);
            NoteUnknown(text.Plain, stems, unknown);
        }

        if (unknown.Count == 0)
        {
            return;
        }

        if (stemOf.Count > MostRemembered)
        {
            stemOf.Clear();
        }

        const string sql = "SELECT w, coalesce((ts_lexize('spanish_stem', w))[1], '') FROM unnest($1) w";
        foreach (var (word, stem) in await db.ListAsync(sql, row => (row.GetString(0), row.GetString(1)), cancel, (object)unknown.ToArray()))
        {
            stemOf[word] = stem;
        }
    }

    /// <summary>The whole text, safe for HTML, with the found words marked.</summary>
    public string Mark(string text, IReadOnlyList<string> stems)
    {
        if (stems.Count == 0)
        {
            return WebUtility.HtmlEncode(text);
        }

        var html = new StringBuilder(text.Length + 64);
        var done = 0;
        for (var word = Folding.NextWord(text, 0); word.End > word.Start; word = Folding.NextWord(text, word.End))
        {
            if (IsFound(text.AsSpan(word.Start, word.End - word.Start), stems))
            {
                html.Append(WebUtility.HtmlEncode(text[done..word.Start]))
                    .Append("<mark>").Append(WebUtility.HtmlEncode(text[word.Start..word.End])).Append("</mark>");
                done = word.End;
            }
        }

        return html.Append(WebUtility.HtmlEncode(text[done..])).ToString();
    }

    /// <summary>The passage with the first found word: the summary if it has any, else a window of the text.</summary>
    public string Extract(string summary, string plain, IReadOnlyList<string> stems)
    {
        var marked = Mark(summary, stems);
        if (marked.Contains("<mark>", StringComparison.Ordinal))
        {
            return marked;
        }

        Span<int> before = stackalloc int[WordsBefore];
        var seen = 0;
        for (var word = Folding.NextWord(plain, 0); word.End > word.Start; word = Folding.NextWord(plain, word.End))
        {
            if (IsFound(plain.AsSpan(word.Start, word.End - word.Start), stems))
            {
                var oldest = seen < WordsBefore ? 0 : seen % WordsBefore;
                return Passage(plain, seen == 0 ? word.Start : before[oldest], stems);
            }

            before[seen++ % WordsBefore] = word.Start;
        }

        return marked;
    }

    private string Passage(string plain, int from, IReadOnlyList<string> stems)
    {
        var to = from;
        for (var i = 0; i < ExtractWords && Folding.NextWord(plain, to) is var word && word.End > word.Start; i++)
        {
            to = word.End;
        }

        var passage = plain[from..to].Replace('\n', ' ');
        return $"{(from > 0 ? "… " : "")}{Mark(passage, stems)}{(to < plain.Length - 1 ? " …" : "")}";
    }

    private void NoteUnknown(string text, IReadOnlyList<string> stems, HashSet<string> unknown)
    {
        var known = stemOf.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[LongestWord];
        for (var word = Folding.NextWord(text, 0); word.End > word.Start; word = Folding.NextWord(text, word.End))
        {
            if (CouldMatch(text.AsSpan(word.Start, word.End - word.Start), buffer, stems, out var folded) && !known.ContainsKey(folded))
            {
                unknown.Add(folded.ToString());
            }
        }
    }

    private bool IsFound(ReadOnlySpan<char> word, IReadOnlyList<string> stems)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        return CouldMatch(word, buffer, stems, out var folded)
            && stemOf.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var stem)
            && stems.Contains(stem);
    }

    /// <summary>A stem begins like its words, but for a last letter or two that the stemmer rewrites. The first letter decides for most words.</summary>
    private static bool CouldMatch(ReadOnlySpan<char> word, Span<char> buffer, IReadOnlyList<string> stems, out ReadOnlySpan<char> folded)
    {
        folded = default;
        var first = Folding.Fold(word[0]);
        for (var i = 0; i < stems.Count; i++)
        {
            if (stems[i][0] != first || word.Length > LongestWord)
            {
                continue;
            }

            folded = folded.IsEmpty ? Folding.Fold(word, buffer) : folded;
            if (folded.StartsWith(stems[i].AsSpan(0, Math.Max(1, stems[i].Length - 2)), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"(?<not>!)?'(?<stem>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QueryTerm();
}
