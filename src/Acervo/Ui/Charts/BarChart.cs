using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Acervo.Ui.Charts;

/// <summary>
/// Draws quantities as horizontal bars, each with its name above and its number at its end. Lengths are shares of the width, so letters keep their size on a
/// phone.
/// </summary>
public static class BarChart
{
    /// <summary>The longest bar, in hundredths of the width: its number needs the rest.</summary>
    private const int Longest = 86;
    private const int RowHeight = 46;

    public static IHtmlContent Draw(string described, IReadOnlyList<Bar> bars)
    {
        var most = Math.Max(1, bars.Max(bar => bar.Value));
        var svg = new StringBuilder($"<svg height=\"{bars.Count * RowHeight}\" role=\"img\" aria-label=\"{Markup.Text(described)}\">");
        for (var i = 0; i < bars.Count; i++)
        {
            var top = i * RowHeight;
            var length = Math.Max(.5, bars[i].Value * Longest / (double)most);
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"0\" y=\"{top + 15}\">{Markup.Text(bars[i].Label)}</text>" +
                $"<rect class=\"bar{(bars[i].Muted ? " other" : "")}\" x=\"0\" y=\"{top + 22}\" width=\"{length:0.##}%\" height=\"14\" rx=\"2\"/>" +
                $"<text x=\"{length:0.##}%\" dx=\"8\" y=\"{top + 34}\">{Spanish.Number(bars[i].Value)}</text>");
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }
}
