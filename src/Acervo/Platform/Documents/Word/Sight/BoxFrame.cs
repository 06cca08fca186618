using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Where a drawing or a shape in it stands and how large it is, in points; null where that is not known.</summary>
internal sealed record BoxFrame
{
    public static readonly BoxFrame Unknown = new();

    private const double LeastSide = 4;

    // Word gives a box these where the file says nothing.
    private const double SideInset = 7.2;
    private const double TopInset = 3.6;

    public double? Width { get; init; }

    public double? Height { get; init; }

    public Offset Across { get; init; } = Offset.None;

    public Offset Down { get; init; } = Offset.None;

    public bool Hidden { get; init; }

    /// <summary>How much smaller a group draws what is in it.</summary>
    public double ScaleAcross { get; init; } = 1;

    public double ScaleDown { get; init; } = 1;

    public double? TextWidth { get; init; }

    /// <summary>The height for text; null where the box grows with it.</summary>
    public double? TextHeight { get; init; }

    public SightReason? TextLoss => TextWidth < LeastSide || TextHeight < LeastSide ? SightReason.Clipped : null;

    public static BoxFrame OfDrawing(XElement frame)
    {
        var extent = frame.Element(Wp + "extent");
        return new BoxFrame
        {
            Width = Points(extent?.Text("cx"), EmusPerPoint),
            Height = Points(extent?.Text("cy"), EmusPerPoint),
            Across = Offset.Of(frame, "positionH", "x"),
            Down = Offset.Of(frame, "positionV", "y"),
            Hidden = IsTrue(frame.Text("hidden")) || IsTrue(frame.Element(Wp + "docPr")?.Text("hidden")),
        };
    }

    public SightReason? Loss(PageFrame page) =>
        Hidden ? SightReason.Hidden
        : Width < LeastSide || Height < LeastSide ? SightReason.Size
        : Across.IsOff(page.Left, page.Right, page.Width, Width ?? 0) || Down.IsOff(page.Top, page.Bottom, page.Height, Height ?? 0) ? SightReason.OffPage
        : null;

    /// <summary>A shape or group drawn inside this one.</summary>
    public BoxFrame Inside(XElement shape)
    {
        var isText = shape.Name == Wps + "wsp";
        var place = shape.Elements().FirstOrDefault(element => element.Name.LocalName is "spPr" or "grpSpPr")?.Element(A + "xfrm");
        var (size, room) = (place?.Element(A + "ext"), place?.Element(A + "chExt"));
        var (width, height) = (Points(size?.Text("cx"), EmusPerPoint) * ScaleAcross, Points(size?.Text("cy"), EmusPerPoint) * ScaleDown);
        var body = shape.Element(Wps + "bodyPr");
        var grows = body?.Element(A + "spAutoFit") is not null;
        return new BoxFrame
        {
            // A line has no height and a drawing that says nothing has none either; only boxes of text must have room.
            Width = isText ? Least(width, Width) : null,
            Height = isText ? Least(height, Height) : null,
            Hidden = shape.Elements().Any(element => element.Name.LocalName is "cNvPr" && IsTrue(element.Text("hidden"))),
            ScaleAcross = ScaleAcross * Share(size?.Text("cx"), room?.Text("cx")),
            ScaleDown = ScaleDown * Share(size?.Text("cy"), room?.Text("cy")),
            TextWidth = Least(width, Width) - Inset(body, "lIns", SideInset) - Inset(body, "rIns", SideInset),
            TextHeight = grows ? null : Least(height, Height) - Inset(body, "tIns", TopInset) - Inset(body, "bIns", TopInset),
        };
    }

    private static double Inset(XElement? body, string name, double otherwise) => Points(body?.Text(name), EmusPerPoint) ?? otherwise;

    private static double? Least(double? one, double? two) => one is null || two < one ? two : one;

    private static double Share(string? size, string? room) => Number(size) is { } part && Number(room) is > 0 and var whole ? part / whole : 1;

    private static bool IsTrue(string? text) => text is "1" or "true" or "on";
}
