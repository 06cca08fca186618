using System.Net;
using System.Text;
using Acervo.Platform.Search.Words;
using Acervo.Platform.Text;

namespace Acervo.Platform.Search;

/// <summary>
/// Marks the words that were found and cuts the extract around them, by the rule that indexed them. PostgreSQL's own <c>ts_headline</c> parses the
/// whole text again for every hit.
/// </summary>
internal sealed class Marker
{
    private const int ExtractWords = 34;

    private const int WordsBefore = 8;

    private readonly IReadOnlyList<SoughtWord> sought;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> stems;

    private readonly HashSet<char> firstLetters;

    public Marker(IReadOnlyList<SoughtWord> sought)
    {
        this.sought = sought;
        var all = sought.SelectMany(word => word.Runs).SelectMany(run => run.Stems).ToHashSet(StringComparer.Ordinal);
        stems = all.GetAlternateLookup<ReadOnlySpan<char>>();
        firstLetters = [.. all.Select(stem => stem[0])];
    }

    /// <summary>The whole text, safe for HTML, with the found words marked.</summary>
    public string Mark(string text) => Mark(text, Found(text), 0, text.Length);

    /// <summary>
    /// The passage that has most of the words: the summary if it has as many as any, else a window of an answer, after the question that it answers.
    /// </summary>
    public string Extract(HitText text)
    {
        var found = Found(text.Summary);
        var most = Different(found);
        AnswerText? best = null;
        (int From, int To) window = default;
        for (var at = 0; at < text.Answers.Count && most < sought.Count; at++)
        {
            var passages = Found(text.Answers[at].Text);
            if (passages.Count > 0 && BestWindow(text.Answers[at].Text, passages, most) is var (from, to, has) && has > most)
            {
                (best, window, found, most) = (text.Answers[at], (from, to), passages, has);
            }
        }

        return best is null ? Mark(text.Summary, found, 0, text.Summary.Length) : Passage(best, found, window.From, window.To);
    }

    private static string Passage(AnswerText answer, List<Spot> found, int from, int to)
    {
        var passage = Mark(answer.Text, found, from, to).Replace('\n', ' ');
        var question = answer.Question.Length == 0 ? "" : $"<span class=\"result-question\">{WebUtility.HtmlEncode(answer.Question)}:</span> ";
        return $"{question}{(from > 0 ? "… " : "")}{passage}{(to < answer.Text.TrimEnd().Length - 1 ? " …" : "")}";
    }

    private static string Mark(string text, List<Spot> found, int from, int to)
    {
        var html = new StringBuilder(to - from + 64);
        var done = from;
        foreach (var mark in found.Where(mark => mark.Start >= from && mark.End <= to))
        {
            html.Append(WebUtility.HtmlEncode(text[done..mark.Start]))
                .Append("<mark>").Append(WebUtility.HtmlEncode(text[mark.Start..mark.End])).Append("</mark>");
            done = mark.End;
        }

        return html.Append(WebUtility.HtmlEncode(text[done..to])).ToString();
    }

    /// <summary>The window with most different words, begun a little before its first one.</summary>
    private static (int From, int To, int Has) BestWindow(string text, List<Spot> found, int most)
    {
        var (best, has) = (found[0], Math.Max(0, most));
        for (var at = 0; at < found.Count; at++)
        {
            var first = found[at];
            var inside = Different(found.Skip(at).TakeWhile(mark => mark.Place < first.Place + ExtractWords - WordsBefore));
            (best, has) = inside > has ? (first, inside) : (best, has);
        }

        var cursor = new WordCursor(text);
        var (from, to, firstPlace) = (0, text.Length, Math.Max(1, best.Place - WordsBefore));
        while (cursor.Next() && cursor.Place < firstPlace + ExtractWords)
        {
            from = cursor.Place <= firstPlace && firstPlace > 1 ? cursor.Start : from;
            to = cursor.End;
        }

        return (from, Math.Max(to, best.End), has);
    }

    private static int Different(IEnumerable<Spot> found)
    {
        var words = 0UL;
        foreach (var mark in found)
        {
            words |= mark.Words;
        }

        return System.Numerics.BitOperations.PopCount(words);
    }

    /// <summary>Where the words stand, in order; of two that overlap the first and longest.</summary>
    private List<Spot> Found(string text)
    {
        if (sought.Count == 0)
        {
            return [];
        }

        Span<char> letters = stackalloc char[WordCursor.Longest];
        List<(Spot At, string Stem)> seen = [];
        var cursor = new WordCursor(text);
        while (cursor.Next())
        {
            if (firstLetters.Contains(Folding.Fold(text[cursor.Start])) && stems.TryGetValue(cursor.Stem(letters), out var stem))
            {
                seen.Add((new Spot(cursor.Start, cursor.End, cursor.Place, 0), stem));
            }
        }

        return seen.Count == 0 ? [] : Accepted(seen);
    }

    /// <summary>A word alone counts wherever it stands; words of a phrase only where they follow one another.</summary>
    private List<Spot> Accepted(List<(Spot At, string Stem)> seen)
    {
        var words = new ulong[seen.Count];
        for (var number = 0; number < sought.Count; number++)
        {
            foreach (var run in sought[number].Runs)
            {
                for (var first = 0; first < seen.Count; first++)
                {
                    foreach (var at in Along(run, seen, first))
                    {
                        words[at] |= 1UL << (number & 63);
                    }
                }
            }
        }

        List<Spot> accepted = [];
        for (var at = 0; at < seen.Count; at++)
        {
            if (words[at] != 0 && (accepted.Count == 0 || seen[at].At.Start >= accepted[^1].End))
            {
                accepted.Add(seen[at].At with { Words = words[at] });
            }
        }

        return accepted;
    }

    /// <summary>The places of a run that begins at one; none when it does not.</summary>
    private static List<int> Along(StemRun run, List<(Spot At, string Stem)> seen, int first)
    {
        List<int> along = [];
        var (place, next) = (seen[first].At.Place, first);
        for (var step = 0; step < run.Stems.Count; step++)
        {
            place += run.Steps[step];
            next = seen.FindIndex(next, one => one.At.Place >= place);
            while (next >= 0 && next < seen.Count && seen[next].At.Place == place && seen[next].Stem != run.Stems[step])
            {
                next++;
            }

            if (next < 0 || next >= seen.Count || seen[next].At.Place != place)
            {
                return [];
            }

            along.Add(next);
        }

        return along;
    }

    /// <summary>Where something that was sought stands, and which of the words it is.</summary>
    private readonly record struct Spot(int Start, int End, int Place, ulong Words);
}
