namespace Acervo.Platform.Documents.Layout;

/// <summary>Parts sheets on which two pages were printed side by side: wide ones over whose middle nothing runs.</summary>
internal static class TwoUp
{
    /// <summary>How much wider than high, and how much of the width is white in the middle.</summary>
    private const double Wide = 1.2;
    private const double White = 0.01;

    /// <summary>Letters that a half has when it is a page, on the sheet that decides.</summary>
    private const int FewestLetters = 200;

    public static IReadOnlyList<LayoutPage> Part(IReadOnlyList<LayoutPage> pages) =>
        pages.Any(page => IsTwo(page) && Letters(Half(page, second: false)) >= FewestLetters && Letters(Half(page, second: true)) >= FewestLetters)
            ? [.. pages.SelectMany(page => IsTwo(page) ? [Half(page, second: false), Half(page, second: true)] : new[] { page })] : pages;

    private static bool IsTwo(LayoutPage page)
    {
        var (from, to) = (page.Width * (0.5 - White), page.Width * (0.5 + White));
        return page.Width > page.Height * Wide && !page.Segments.Any(segment => segment.Left < to && segment.Right > from)
            && !page.Rulings.Any(ruling => !ruling.IsVertical && ruling.Left < from && ruling.Right > to);
    }

    private static LayoutPage Half(LayoutPage page, bool second)
    {
        var middle = page.Width / 2;
        var shift = second ? middle : 0;
        return page with
        {
            Width = middle,
            Bitmap = null,
            Segments = [.. page.Segments.Where(segment => segment.Left >= middle == second)
                .Select(segment => segment with { Left = segment.Left - shift, Right = segment.Right - shift })],
            Rulings = [.. page.Rulings.Where(ruling => ruling.Left >= middle == second)
                .Select(ruling => ruling with { Left = ruling.Left - shift, Right = ruling.Right - shift })],
        };
    }

    private static int Letters(LayoutPage page) => page.Segments.Sum(segment => segment.Text.Count(char.IsLetter));
}
