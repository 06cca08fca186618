using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>How far from what a drawing stands, in one direction, in points.</summary>
internal sealed record Offset(double? Points, string From)
{
    /// <summary>In line with the text, or placed by a word such as «centre».</summary>
    public static readonly Offset None = new(null, "");

    public static Offset Of(XElement frame, string name, string axis)
    {
        if (frame.Text("simplePos") is "1" or "true" && frame.Element(Wp + "simplePos") is { } simple)
        {
            return new Offset(Ooxml.Points(simple.Text(axis), EmusPerPoint), "page");
        }

        var position = frame.Element(Wp + name);
        var from = position?.Text("relativeFrom") ?? "";
        var share = position?.Descendants().FirstOrDefault(element => element.Name.LocalName.StartsWith("pctPos", StringComparison.Ordinal));
        if (Number(share?.Value) is { } percent)
        {
            return new Offset(percent / 100_000 * PageFrame.Letter.Width, from);
        }

        return new Offset(Ooxml.Points(position?.Element(Wp + "posOffset")?.Value, EmusPerPoint), from);
    }

    /// <summary>More than half of the drawing is off the sheet. Beside text nobody knows where it is, but further than a whole sheet is off it.</summary>
    public bool IsOff(double before, double after, double sheet, double size)
    {
        if (Points is not { } offset)
        {
            return false;
        }

        var half = offset + size / 2;
        return From switch
        {
            "page" or "leftMargin" or "topMargin" or "insideMargin" => half < 0 || half > sheet,
            "rightMargin" or "bottomMargin" or "outsideMargin" => half + sheet - after < 0 || half > after,
            "margin" => half + before < 0 || half + before > sheet,
            "column" => half + before < 0 && half + sheet - after < 0 || half + before > sheet,
            _ => half + sheet < 0 || half > sheet,
        };
    }
}
