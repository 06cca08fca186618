using Microsoft.AspNetCore.Html;

namespace Acervo.Ui.Charts;

/// <summary>Draws quantities as horizontal bars, each with its name above and its number at its end.</summary>
public static class BarChart
{
    private const int Width = 640;
    private const int RowHeight = 46;

    public static IHtmlContent Draw(string described, IReadOnlyList<Bar> bars)
    {
        var most = Math.Max(1, bars.Max(bar => bar.Value));
        var svg = new HtmlContentBuilder();
        svg.AppendHtml($"<svg viewBox=\"0 0 {Width} {bars.Count * RowHeight}\" role=\"img\" aria-label=\"").Append(described).AppendHtml("\">");
        for (var i = 0; i < bars.Count; i++)
        {
            var top = i * RowHeight;
            var length = Math.Max(2, bars[i].Value * (Width - 70) / most);
            svg.AppendHtml($"<text x=\"0\" y=\"{top + 15}\">").Append(bars[i].Label).AppendHtml("</text>")
                .AppendHtml($"<rect class=\"bar{(bars[i].Muted ? " other" : "")}\" x=\"0\" y=\"{top + 22}\" width=\"{length}\" height=\"14\" rx=\"2\"/>")
                .AppendHtml($"<text x=\"{length + 8}\" y=\"{top + 34}\">").Append(Spanish.Number(bars[i].Value)).AppendHtml("</text>");
        }

        return svg.AppendHtml("</svg>");
    }
}
