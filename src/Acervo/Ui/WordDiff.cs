using System.Text;
using System.Text.RegularExpressions;
using DiffPlex;
using Microsoft.AspNetCore.Html;

namespace Acervo.Ui;

/// <summary>What changed between two texts, word by word, as inserted and deleted passages.</summary>
public static partial class WordDiff
{
    /// <summary>Beyond this many pairs of words the comparison is made line by line, to stay under a tenth of a second.</summary>
    private const long MostPairs = 16_000_000;

    public static IReadOnlyList<Passage> Between(string before, string after) =>
        (long)Word().Count(before) * Word().Count(after) > MostPairs ? Compare(before, after, Line()) : Compare(before, after, Word());

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

    /// <summary>The changes between two texts, piece by piece; every letter of a text is in one of its pieces.</summary>
    internal static List<Passage> Compare(string before, string after, Regex piece)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new Pieces(piece));
        string[] old = [.. diff.PiecesOld], now = [.. diff.PiecesNew];
        var passages = new List<Passage>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(Change.None, old.AsSpan(at, block.DeleteStartA - at));
            Add(Change.Removed, old.AsSpan(block.DeleteStartA, block.DeleteCountA));
            Add(Change.Added, now.AsSpan(block.InsertStartB, block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(Change.None, old.AsSpan(at));
        return passages;

        void Add(Change change, ReadOnlySpan<string> pieces)
        {
            if (!pieces.IsEmpty) { passages.Add(new(change, string.Concat(pieces))); }
        }
    }

    [GeneratedRegex(@"\w+|\s+|[^\w\s]", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\n?[^\n]+|\n", RegexOptions.None, 1000)]
    private static partial Regex Line();

    /// <summary>Cuts a text as an expression says.</summary>
    private sealed class Pieces(Regex piece) : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => [.. piece.Matches(text).Select(match => match.Value)];
    }
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
