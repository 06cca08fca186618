using Acervo.Platform.Forms.Reading;

namespace Acervo.Platform.Documents.Layout;

/// <summary>
/// Takes off the pages what is laid across them: words that are large, pale or askew and come back at one place of several pages, or that are so
/// large that they run through the lines of one.
/// </summary>
internal static class Watermark
{
    /// <summary>How much taller than the usual letter, where it comes back and where it does not.</summary>
    private const double Large = 1.8;
    private const double Huge = 2.5;

    /// <summary>The grey from which on letters are pale.</summary>
    private const int Pale = 150;

    /// <summary>In points: a program places the same words anew on each page.</summary>
    private const double Near = 8;

    private const int FewestPages = 2;
    private const int FewestCrossed = 2;

    /// <summary>The pages without it, and what it says.</summary>
    public static (IReadOnlyList<LayoutPage> Pages, IReadOnlyList<string> Words) Off(IReadOnlyList<LayoutPage> pages)
    {
        var heights = pages.SelectMany(page => page.Segments)
            .Where(segment => !string.IsNullOrWhiteSpace(segment.Text)).Select(segment => segment.Height).Order()
            .ToList();
        if (heights.Count == 0)
        {
            return (pages, []);
        }

        var usual = heights[heights.Count / 2];
        var marks = pages.Where(page => !page.Recognised)
            .SelectMany(page => page.Segments.Where(segment => IsUnlike(segment, usual)).Select(segment => (Page: page, Segment: segment))).ToList();
        var laid = marks.Where(mark => Crosses(mark.Segment, mark.Page, usual)).Select(mark => mark.Segment).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var shift in new[] { 0, 0.5 })
        {
            laid.UnionWith(marks.GroupBy(mark => Place(mark.Segment, shift))
                .Where(place => place.Select(mark => mark.Page).Distinct().Count() >= Math.Max(FewestPages, pages.Count / 2))
                .SelectMany(place => place.Select(mark => mark.Segment)));
        }

        return laid.Count == 0 ? (pages, [])
            : ([.. pages.Select(page => page with { Segments = [.. page.Segments.Where(segment => !laid.Contains(segment))] })],
            [.. laid.Cast<Segment>().Select(segment => segment.Text.Trim()).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The words and where they stand on the sheet, in a grid that may be moved for those on its lines.</summary>
    private static (string Words, int Across, int Down) Place(Segment mark, double shift) =>
        (Words.Key(mark.Text), (int)Math.Floor((mark.Left / Near) + shift), (int)Math.Floor((mark.Top / Near) + shift));

    private static bool IsUnlike(Segment segment, double usual) => segment.Text.Any(char.IsLetterOrDigit)
        && (segment.Height > usual * Large || segment.Shade >= Pale || segment.Turned || segment.OnSide);

    private static bool Crosses(Segment mark, LayoutPage page, double usual) => mark.Height > usual * Huge
        && page.Segments.Count(other => other.Height < usual * Large && other.Text.Any(char.IsLetter) && other.Left < mark.Right && other.Right > mark.Left
            && other.Top < mark.Bottom && other.Bottom > mark.Top) >= FewestCrossed;
}
