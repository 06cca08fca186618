using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Acervo.Ui;

/// <summary>What changed between two texts, word by word, as inserted and deleted passages.</summary>
public static partial class WordDiff
{
    /// <summary>Beyond this many pairs of words the comparison is made line by line, to stay under a tenth of a second.</summary>
    private const long MostPairs = 16_000_000;

    public static IReadOnlyList<Passage> Between(string before, string after)
    {
        string[] old = [.. Word().Matches(before).Select(word => word.Value)];
        string[] now = [.. Word().Matches(after).Select(word => word.Value)];
        if ((long)old.Length * now.Length > MostPairs)
        {
            (old, now) = (Lines(before), Lines(after));
        }

        var passages = new List<Passage>();
        Compare(old, now, passages);
        return Join(passages);
    }

    public static IHtmlContent Html(string before, string after)
    {
        var html = new StringBuilder();
        foreach (var (change, text) in Between(before, after))
        {
            var tag = change switch { Change.Added => "ins", Change.Removed => "del", _ => null };
            html.Append(tag is null ? Markup.Text(text) : $"<{tag}>{Markup.Text(text)}</{tag}>");
        }

        return new HtmlString(html.ToString());
    }

    /// <summary>Hirschberg's method: the longest common run of words, in memory that grows only with the length of one text.</summary>
    internal static void Compare(ReadOnlySpan<string> old, ReadOnlySpan<string> now, List<Passage> passages)
    {
        var head = old.CommonPrefixLength(now, StringComparer.Ordinal);
        Add(passages, Change.None, old[..head]);
        old = old[head..];
        now = now[head..];
        var tail = 0;
        while (tail < old.Length && tail < now.Length && old[^(tail + 1)] == now[^(tail + 1)])
        {
            tail++;
        }

        var same = old[(old.Length - tail)..];
        old = old[..^tail];
        now = now[..^tail];
        if (old.IsEmpty || now.IsEmpty)
        {
            Add(passages, Change.Removed, old);
            Add(passages, Change.Added, now);
        }
        else if (old.Length == 1)
        {
            CompareOne(old, now, passages);
        }
        else
        {
            var half = old.Length / 2;
            var cut = BestCut(old[..half], old[half..], now);
            Compare(old[..half], now[..cut], passages);
            Compare(old[half..], now[cut..], passages);
        }

        Add(passages, Change.None, same);
    }

    private static void CompareOne(ReadOnlySpan<string> old, ReadOnlySpan<string> now, List<Passage> passages)
    {
        var at = now.IndexOf(old[0]);
        if (at < 0)
        {
            Add(passages, Change.Removed, old);
            Add(passages, Change.Added, now);
            return;
        }

        Add(passages, Change.Added, now[..at]);
        Add(passages, Change.None, old);
        Add(passages, Change.Added, now[(at + 1)..]);
    }

    private static int BestCut(ReadOnlySpan<string> first, ReadOnlySpan<string> second, ReadOnlySpan<string> now)
    {
        var fromStart = Lengths(first, now, backwards: false);
        var fromEnd = Lengths(second, now, backwards: true);
        var best = 0;
        for (var cut = 1; cut <= now.Length; cut++)
        {
            if (fromStart[cut] + fromEnd[now.Length - cut] > fromStart[best] + fromEnd[now.Length - best]) { best = cut; }
        }

        return best;
    }

    /// <summary>For each length of the second text (its beginning, or its end), how many words in order both share.</summary>
    private static int[] Lengths(ReadOnlySpan<string> one, ReadOnlySpan<string> two, bool backwards)
    {
        var row = new int[two.Length + 1];
        for (var i = 0; i < one.Length; i++)
        {
            var word = backwards ? one[^(i + 1)] : one[i];
            var diagonal = 0;
            for (var j = 0; j < two.Length; j++)
            {
                var above = row[j + 1];
                var same = word == (backwards ? two[^(j + 1)] : two[j]);
                row[j + 1] = same ? diagonal + 1 : Math.Max(above, row[j]);
                diagonal = above;
            }
        }

        return row;
    }

    private static void Add(List<Passage> passages, Change change, ReadOnlySpan<string> words)
    {
        if (!words.IsEmpty) { passages.Add(new(change, string.Concat(words))); }
    }

    internal static List<Passage> Join(List<Passage> passages)
    {
        var joined = new List<Passage>();
        var text = new StringBuilder();
        for (var i = 0; i < passages.Count; i++)
        {
            text.Append(passages[i].Text);
            if (i + 1 < passages.Count && passages[i + 1].Change == passages[i].Change) { continue; }
            joined.Add(new(passages[i].Change, text.ToString()));
            text.Clear();
        }

        return joined;
    }

    private static string[] Lines(string text) => text.Split('\n').Select((line, i) => i == 0 ? line : "\n" + line).ToArray();

    [GeneratedRegex(@"\w+|\s+|[^\w\s]", RegexOptions.None, 1000)]
    private static partial Regex Word();
}

/// <summary>A run of words with the same fate.</summary>
public readonly record struct Passage(Change Change, string Text);

/// <summary>Whether a passage stayed, came or went.</summary>
public enum Change
{
    None,
    Added,
    Removed,
}
