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

    private const int MostRemembered = 200_000;

    /// <summary>Folded word → its stem as the search configuration makes it.</summary>
    private readonly ConcurrentDictionary<string, string> stemOf = new(StringComparer.Ordinal);

    /// <summary>The stems that a query looks for, without those it excludes.</summary>
    public static IReadOnlyList<string> StemsOf(string? query) => query is null
        ? []
        : [.. QueryTerm().Matches(query).Where(match => !match.Groups["not"].Success).Select(match => match.Groups["stem"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Asks the stemmer for the words that could match and are not known yet, all in one question.</summary>
    public async Task LearnAsync(IReadOnlyList<string> stems, IEnumerable<string> texts, CancellationToken cancel)
    {
        if (stems.Count == 0)
        {
            return;
        }

        var unknown = texts.SelectMany(text => Words(text)).Select(Slug.Fold)
            .Where(word => CouldMatch(word, stems) && !stemOf.ContainsKey(word))
            .Distinct(StringComparer.Ordinal).ToArray();
        if (unknown.Length == 0)
        {
            return;
        }

        if (stemOf.Count > MostRemembered)
        {
            stemOf.Clear();
        }

        const string sql = "SELECT w, coalesce((ts_lexize('spanish_stem', w))[1], '') FROM unnest($1) w";
        foreach (var (word, stem) in await db.ListAsync(sql, row => (row.GetString(0), row.GetString(1)), cancel, (object)unknown))
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
        foreach (var match in Word().EnumerateMatches(text))
        {
            if (IsFound(text.AsSpan(match.Index, match.Length), stems))
            {
                html.Append(WebUtility.HtmlEncode(text[done..match.Index]))
                    .Append("<mark>").Append(WebUtility.HtmlEncode(text.Substring(match.Index, match.Length))).Append("</mark>");
                done = match.Index + match.Length;
            }
        }

        return html.Append(WebUtility.HtmlEncode(text[done..])).ToString();
    }

    /// <summary>The passage with most found words: the summary if it has any, else a window of the text.</summary>
    public string Extract(string summary, string plain, IReadOnlyList<string> stems)
    {
        var marked = Mark(summary, stems);
        if (marked.Contains("<mark>", StringComparison.Ordinal))
        {
            return marked;
        }

        List<(int Start, int End, bool Found)> words = [];
        foreach (var match in Word().EnumerateMatches(plain))
        {
            words.Add((match.Index, match.Index + match.Length, IsFound(plain.AsSpan(match.Index, match.Length), stems)));
        }

        var first = words.FindIndex(word => word.Found);
        if (first < 0)
        {
            return marked;
        }

        var from = Math.Max(0, first - 8);
        var to = Math.Min(words.Count, from + ExtractWords) - 1;
        var passage = plain[words[from].Start..words[to].End].Replace('\n', ' ');
        return $"{(from > 0 ? "… " : "")}{Mark(passage, stems)}{(to < words.Count - 1 ? " …" : "")}";
    }

    private static IEnumerable<string> Words(string text)
    {
        foreach (Match match in Word().Matches(text))
        {
            yield return match.Value;
        }
    }

    private bool IsFound(ReadOnlySpan<char> word, IReadOnlyList<string> stems)
    {
        var folded = Slug.Fold(word.ToString());
        return CouldMatch(folded, stems) && stemOf.TryGetValue(folded, out var stem) && stems.Contains(stem);
    }

    /// <summary>A stem begins like its words, but for a last letter or two that the stemmer rewrites.</summary>
    private static bool CouldMatch(string folded, IReadOnlyList<string> stems)
    {
        foreach (var stem in stems)
        {
            if (folded.AsSpan().StartsWith(stem.AsSpan(0, Math.Max(1, stem.Length - 2)), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<not>!)?'(?<stem>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QueryTerm();
}
