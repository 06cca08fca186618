namespace Acervo.Platform.Documents.Layout;

/// <summary>
/// The type area of a document: its margins, the white between two lines of one paragraph in line heights, and whether lines are set to full width.
/// </summary>
internal sealed record TextMeasure(double Left, double Right, double Gap, bool Justified)
{
    /// <summary>Where the second columns of tables without borders begin.</summary>
    public IReadOnlyList<Gutter> Gutters { get; init; } = [];

    public static TextMeasure Of(IReadOnlyList<IReadOnlyList<TextLine>> pages)
    {
        var lines = pages.SelectMany(page => page).ToList();
        if (lines.Count == 0)
        {
            return new TextMeasure(0, 0, 0.35, false);
        }

        var right = lines.Max(line => line.Right);
        var left = lines.Select(line => line.Left).Order().ElementAt(lines.Count / 20);
        var full = lines.Where(line => line.Right > right - 3 * line.Height).ToList();
        var flush = full.Count(line => line.Right > right - 2.5);
        return new TextMeasure(left, right, UsualGap(pages, right), full.Count >= 12 && flush > full.Count * 0.75);
    }

    /// <summary>The same document inside a narrower place, as a cell.</summary>
    public TextMeasure Within(double left, double right) => this with { Left = left, Right = right, Justified = false, Gutters = [] };

    /// <summary>What follows lines that reach the right margin is the next line of the same paragraph.</summary>
    private static double UsualGap(IEnumerable<IReadOnlyList<TextLine>> pages, double right)
    {
        var gaps = pages.SelectMany(lines => lines.Zip(lines.Skip(1)))
            .Where(pair => pair.First.Right > right - 2 * pair.First.Height && Math.Abs(pair.First.Height - pair.Second.Height) < 0.2 * pair.First.Height)
            .Select(pair => (pair.Second.Top - pair.First.Bottom) / pair.First.Height).Order().ToList();
        return gaps.Count < 3 ? 0.35 : gaps[gaps.Count / 2];
    }
}
