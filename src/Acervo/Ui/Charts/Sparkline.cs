using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Acervo.Ui.Charts;

/// <summary>A course of values the height of a word, ending in a dot; the sentence beside it is its text.</summary>
public static class Sparkline
{
    private const int Width = 120;
    private const int Height = 28;

    public static IHtmlContent Draw(string described, IReadOnlyList<long> values)
    {
        var most = Math.Max(1, values.Max());
        var points = values.Select((value, i) => (X: 3 + (i * (Width - 6d) / Math.Max(1, values.Count - 1)), Y: Height - 3 - (value * (Height - 6d) / most)))
            .ToList();
        var path = string.Join('L', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#} {point.Y:0.#}")));
        var end = string.Create(CultureInfo.InvariantCulture, $"cx=\"{points[^1].X:0.#}\" cy=\"{points[^1].Y:0.#}\"");
        return new HtmlString(
            $"<svg class=\"spark\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Markup.Text(described)}\">" +
            $"<path d=\"M{path}\"/><circle {end} r=\"2.5\"/></svg>");
    }
}
