using Acervo.Platform.Documents.Layout;

namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>The words of one page as they will be read, each with its exact place where poppler tells it, and those that poppler knows besides.</summary>
internal sealed class PdfPieces
{
    private const double Reach = 24;

    private readonly LayoutPage page;
    private readonly IReadOnlyList<PdfPiece>[] bySegment;

    public PdfPieces(LayoutPage page, IReadOnlyList<PdfWord> words, IReadOnlyList<string> laid)
    {
        this.page = page;
        var places = words.GroupBy(word => word.Text, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        bySegment = [.. page.Segments.Select(segment => Split(segment).Select(word => Place(word, segment, places)).ToList())];
        var read = string.Concat(page.Segments.Select(segment => segment.Text).Concat(laid).SelectMany(Letters));
        Unread = [.. places.Values.SelectMany(left => left)
            .Where(word => word.Text.Any(char.IsLetterOrDigit) && !read.Contains(string.Concat(Letters(word.Text)), StringComparison.Ordinal))];
    }

    public IEnumerable<PdfPiece> All => bySegment.SelectMany(pieces => pieces);

    /// <summary>What the page holds without drawing it: letters laid under a picture, or for machines.</summary>
    public IReadOnlyList<PdfWord> Unread { get; }

    /// <summary>The page without the words that were lost.</summary>
    public LayoutPage Seen() => page with
    {
        Segments = [.. page.Segments.SelectMany((segment, index) => bySegment[index].All(piece => piece.Loss is null)
        ? [segment] : Rest(segment, bySegment[index]))]
    };

    /// <summary>What is left of a stretch, in one piece for each row of words that stand together.</summary>
    private static IEnumerable<Segment> Rest(Segment segment, IReadOnlyList<PdfPiece> pieces)
    {
        for (var from = 0; from < pieces.Count;)
        {
            var to = from;
            while (to < pieces.Count && pieces[to].Loss is null)
            {
                to++;
            }

            if (to > from)
            {
                yield return segment with
                {
                    Left = Math.Min(pieces[from].Word.Left, pieces[to - 1].Word.Left),
                    Right = Math.Max(pieces[from].Word.Right, pieces[to - 1].Word.Right),
                    Text = string.Join(' ', pieces.Skip(from).Take(to - from).Select(piece => piece.Word.Text)) + " "
                };
            }

            from = to + 1;
        }
    }

    /// <summary>Where each word would stand if all letters had one width.</summary>
    private static IEnumerable<PdfWord> Split(Segment segment)
    {
        var text = segment.Text;
        for (var from = 0; from < text.Length;)
        {
            if (char.IsWhiteSpace(text[from]))
            {
                from++;
                continue;
            }

            var to = from;
            while (to < text.Length && !char.IsWhiteSpace(text[to]))
            {
                to++;
            }

            double Across(int letter) => segment.Turned ? segment.Right - ((segment.Right - segment.Left) * letter / text.Length)
                : segment.Left + ((segment.Right - segment.Left) * letter / text.Length);
            yield return new PdfWord(text[from..to], Math.Min(Across(from), Across(to)), segment.Top, Math.Max(Across(from), Across(to)), segment.Bottom);
            from = to;
        }
    }

    private static PdfPiece Place(PdfWord word, Segment segment, Dictionary<string, List<PdfWord>> places)
    {
        if (!places.TryGetValue(word.Text, out var left))
        {
            return new PdfPiece(word, segment);
        }

        // Letters that do not run from left to right have no width in one of the two lists.
        var turned = segment.Right - segment.Left < 1;
        var best = left.MinBy(place => Distance(place, word));
        if (best is null || (!turned && Distance(best, word) > Reach + ((segment.Right - segment.Left) / 2)))
        {
            return new PdfPiece(word, segment);
        }

        left.Remove(best);
        return new PdfPiece(best, segment) { IsPlaced = true };
    }

    private static IEnumerable<char> Letters(string text) => text.Where(char.IsLetterOrDigit);

    private static double Distance(PdfWord one, PdfWord other) =>
        Math.Abs(one.Left - other.Left) + (4 * Math.Abs(one.Top + one.Bottom - other.Top - other.Bottom));
}

/// <summary>One word that would be read, and why it is not, if it is not.</summary>
internal sealed class PdfPiece(PdfWord word, Segment segment)
{
    public PdfWord Word => word;

    public int Shade => segment.Shade;

    public bool Turned => segment.Turned;

    /// <summary>Its letters do not stand in a line: poppler gives them no width.</summary>
    public bool IsOnSide => segment.Right - segment.Left < 1;

    /// <summary>Poppler tells its exact place; of letters that run askew it does not.</summary>
    public bool IsPlaced { get; init; }

    public string? Loss { get; set; }

    /// <summary>How much its picture is like the word set in a plain letter; null when that was not compared.</summary>
    public double? Likeness { get; set; }

    /// <summary>By how much it is more like itself than like other words of the page of as many letters.</summary>
    public double Margin { get; set; } = 1;

    public bool IsText => word.Text.Any(char.IsLetterOrDigit);
}
