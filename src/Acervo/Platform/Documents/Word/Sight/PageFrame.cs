using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>The sheet of one section and where its text stands, in points.</summary>
internal sealed record PageFrame(double Width, double Height, double Left, double Right, double Top, double Bottom)
{
    public static readonly PageFrame Letter = new(612, 792, 72, 72, 72, 72);

    // A sheet smaller than a stamp is there to show nothing.
    private const double Stamp = 36;

    public bool IsTooSmall => Width < Stamp || Height < Stamp || TextWidth < Stamp / 2 || TextHeight < Stamp / 4;

    /// <summary>Headers or footers stand so far from the edge that they are off the sheet.</summary>
    public bool LosesMargins { get; private init; }

    public double TextWidth => Width - Left - Right;

    public double TextHeight => Height - Math.Abs(Top) - Math.Abs(Bottom);

    /// <summary>Where the text of the part begins: headers and footers stand in the margins.</summary>
    public double FlowTop { get; init; } = Math.Abs(Top);

    private static bool IsOff(double? distance, XElement? size) => distance < -Stamp || distance > (Points(size?.Text("h")) ?? Letter.Height) - (Stamp / 2);

    public static PageFrame Of(XElement? section)
    {
        var (size, margin) = (section?.Element(W + "pgSz"), section?.Element(W + "pgMar"));
        return new PageFrame(
            Points(size?.Text("w")) ?? Letter.Width,
            Points(size?.Text("h")) ?? Letter.Height,
            Points(margin?.Text("left")) ?? Letter.Left,
            Points(margin?.Text("right")) ?? Letter.Right,
            Points(margin?.Text("top")) ?? Letter.Top,
            Points(margin?.Text("bottom")) ?? Letter.Bottom)
        {
            LosesMargins = IsOff(Points(margin?.Text("header")), size) || IsOff(Points(margin?.Text("footer")), size),
        };
    }
}
