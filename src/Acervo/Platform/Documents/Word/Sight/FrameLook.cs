using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Whether a frame (<c>framePr</c>) or a floating table stands on the sheet and leaves its text room.</summary>
internal static class FrameLook
{
    private const double LeastSide = 4;

    public static SightReason? LossOf(XElement frame, PageFrame page)
    {
        var (width, height) = (Points(frame.Text("w")), Points(frame.Text("h")));
        if (width is > 0 and < LeastSide || frame.Text("hRule") == "exact" && height is < LeastSide)
        {
            return SightReason.Clipped;
        }

        return IsOff(Points(frame.Text("x")), frame.Text("hAnchor"), page.Left, page.Width, width)
            || IsOff(Points(frame.Text("y")), frame.Text("vAnchor"), page.Top, page.Height, height) ? SightReason.OffPage : null;
    }

    /// <summary>A table that floats (<c>tblpPr</c>); its size is not known here.</summary>
    public static SightReason? LossOfTable(XElement position, PageFrame page) =>
        IsOff(Points(position.Text("tblpX")), position.Text("horzAnchor"), page.Left, page.Width, null)
        || IsOff(Points(position.Text("tblpY")), position.Text("vertAnchor"), page.Top, page.Height, null) ? SightReason.OffPage : null;

    // Beside text nobody knows where on the sheet it is, but further than the whole sheet is off it.
    private static bool IsOff(double? at, string? anchor, double margin, double sheet, double? size)
    {
        if (at is not { } offset)
        {
            return false;
        }

        var start = offset + (anchor == "page" ? 0 : margin);
        var lead = anchor is "page" or "margin" ? 0 : sheet - margin;
        return start > sheet - LeastSide || start + Math.Max(size ?? LeastSide, LeastSide) / 2 + lead < 0
            || (anchor is "page" or "margin" && start < -margin - LeastSide);
    }
}
