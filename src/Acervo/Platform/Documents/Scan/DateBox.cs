using Acervo.Platform.Documents.Layout;

namespace Acervo.Platform.Documents.Scan;

/// <summary>The box of one part of a date and the words that were read in it. Places are points from the top left corner.</summary>
internal sealed record DateBox(double Left, double Right, double TextTop, double TextBottom, double Letters, string Line, IReadOnlyList<ScannedWord> Words)
{
    /// <summary>How far below its caption a figure may begin, in heights of the caption.</summary>
    private const double Reach = 3;

    public double Top => TextTop - Letters * 0.4;

    public double Bottom => TextBottom + Letters * 0.4;

    public string Text => string.Concat(Words.Select(word => word.Place.Text.Trim()));

    /// <summary>The same box with another reading of what stands in it.</summary>
    public ScannedWord Says(string text) => new(Line, new Segment(
        Words.Select(word => word.Place.Left).DefaultIfEmpty((Left * 2 + Right) / 3).Min(), TextTop,
        Words.Select(word => word.Place.Right).DefaultIfEmpty((Left + Right * 2) / 3).Max(), TextBottom, text + " "));

    /// <summary>The boxes under captions that stand side by side: each reaches half way to its neighbours.</summary>
    public static IReadOnlyList<DateBox> Under(IReadOnlyList<Segment> captions, IReadOnlyList<ScannedWord> words)
    {
        var middles = captions.Select(caption => (caption.Left + caption.Right) / 2).ToList();
        var (first, last) = ((middles[1] - middles[0]) / 2, (middles[2] - middles[1]) / 2);
        double[] edges = [middles[0] - first, middles[0] + first, middles[1] + last, middles[2] + last];
        var (height, bottom) = (captions.Max(caption => caption.Height), captions.Max(caption => caption.Bottom));
        var below = words.Where(word => word.Place.Top > bottom - height / 2 && word.Place.Top < bottom + Reach * height
            && Middle(word) > edges[0] && Middle(word) < edges[3]).ToList();
        // Of several lines the first: what follows may be the next answer.
        var top = below.Count == 0 ? bottom : below.Min(word => word.Place.Top);
        var row = below.Where(word => word.Place.Top < top + height).ToList();
        var (from, to) = (Typical(row.Select(word => word.Place.Top), bottom), Typical(row.Select(word => word.Place.Bottom), bottom + height));
        return [.. Enumerable.Range(0, 3).Select(part => new DateBox(edges[part], edges[part + 1], from, to, Math.Min(height, to - from),
            row.FirstOrDefault()?.Line ?? "",
            [.. row.Where(word => Middle(word) >= edges[part] && Middle(word) < edges[part + 1]).OrderBy(word => word.Place.Left)]))];
    }

    private static double Middle(ScannedWord word) => (word.Place.Left + word.Place.Right) / 2;

    private static double Typical(IEnumerable<double> values, double otherwise) =>
        values.Order().ToList() is { Count: > 0 } sorted ? sorted[sorted.Count / 2] : otherwise;
}
