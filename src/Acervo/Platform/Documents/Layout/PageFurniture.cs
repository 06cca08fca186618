using Acervo.Platform.Forms.Reading;

namespace Acervo.Platform.Documents.Layout;

/// <summary>Finds page headers and footers by what repeats at the same height of several pages, figures apart.</summary>
internal static class PageFurniture
{
    private const double HeaderShare = 0.2;

    /// <summary>How far down a header may go when its lines follow one another and repeat, as that of a table with narrow columns.</summary>
    private const double TallHeaderShare = 0.35;
    private const double FooterShare = 0.85;
    private const double Drift = 0.02;

    /// <summary>Parts every page into its own lines and the lines that belong to the paper.</summary>
    public static IReadOnlyList<(IReadOnlyList<TextLine> Body, IReadOnlyList<TextLine> Margin)> Part(IReadOnlyList<LayoutPage> pages,
        IReadOnlyList<IReadOnlyList<TextLine>> lines)
    {
        var edges = lines.Select((page, index) => page.Where(line => IsEdge(line, pages[index]))
            .Select(line => new Edge(line, Key(line), line.Top / pages[index].Height)).ToList()).ToList();
        return [.. lines.Select((page, index) => Part(page, pages[index], edges, index))];
    }

    private static (IReadOnlyList<TextLine>, IReadOnlyList<TextLine>) Part(IReadOnlyList<TextLine> page, LayoutPage place, List<List<Edge>> edges, int index)
    {
        var repeated = edges[index].Where(edge => edges.Where((_, other) => other != index)
            .Count(other => other.Exists(each => edge.Repeats(each, place.Recognised))) >= Math.Max(1, edges.Count / 2)).ToList();
        var top = HeaderEnd(repeated, place);
        var bottom = repeated.Where(edge => edge.Place > FooterShare).Select(edge => edge.Line.Top).DefaultIfEmpty(double.MaxValue).Min();
        bottom = Math.Min(bottom, NoteTop(page, place));
        return ([.. page.Where(line => line.Bottom > top + 1 && line.Top < bottom - 1)],
            [.. page.Where(line => line.Bottom <= top + 1 || line.Top >= bottom - 1)]);
    }

    private static double HeaderEnd(List<Edge> repeated, LayoutPage place)
    {
        var top = repeated.Where(edge => edge.Line.Bottom < place.Height * HeaderShare).Select(edge => edge.Line.Bottom).DefaultIfEmpty(double.MinValue).Max();
        foreach (var line in repeated.Where(edge => edge.Place < TallHeaderShare).Select(edge => edge.Line).OrderBy(line => line.Top))
        {
            top = line.Top < top + (2 * line.Height) ? Math.Max(top, line.Bottom) : top;
        }

        return top;
    }

    /// <summary>Where footnotes begin: smaller lines at the foot of the page, the first of which opens with the number of the note.</summary>
    private static double NoteTop(IReadOnlyList<TextLine> page, LayoutPage place)
    {
        if (place.Recognised || page.Count < 3)
        {
            return double.MaxValue;
        }

        var body = page.Select(line => line.Height).Order().ElementAt(page.Count / 2);
        var small = page.Reverse().TakeWhile(line => line.Height < body * 0.88 && line.Top > place.Height * 0.6 && line.Marker is null).ToList();
        var first = small.FindLastIndex(line => line.Text.Length > 0 && (char.IsDigit(line.Text[0]) || line.Text[0] is '¹' or '²' or '³' or '*')
            && line.Segments[0].Height < line.Height);
        return first < 0 ? double.MaxValue : small[first].Top;
    }

    private static bool IsEdge(TextLine line, LayoutPage page) => line.Bottom < page.Height * TallHeaderShare || line.Top > page.Height * FooterShare;

    /// <summary>A figure is a figure, however long: page 10 stands beside page 9.</summary>
    private static string Key(TextLine line) =>
        string.Join(' ', Words.Folded(line.Text).Select(word => string.Concat(word.Where((letter, at) => !char.IsDigit(letter) || at == 0
            || !char.IsDigit(word[at - 1])).Select(letter => char.IsDigit(letter) ? '#' : letter))));

    /// <summary>A line near the edge of a page, and its place as a share of the height.</summary>
    private sealed record Edge(TextLine Line, string Text, double Place)
    {
        public bool Repeats(Edge other, bool scanned) =>
            Math.Abs(other.Place - Place) < Drift && Text.Length > 0 && (Text == other.Text || (scanned && Distance.Alike(Text, other.Text)));
    }
}
