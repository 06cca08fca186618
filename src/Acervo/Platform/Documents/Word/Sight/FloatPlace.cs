using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>The rectangle of a drawing on its sheet and the layer it lies in; null edges where nobody can know them.</summary>
internal sealed record FloatPlace(double? Left, Level? Top, double Width, double Height, Layer Layer)
{
    public static readonly FloatPlace Nowhere = new(null, null, 0, 0, Layer.Text);

    private const double WholePolygon = 21600;
    private const double UsualInset = 3.6;
    private const double ALine = 14;

    /// <summary>No text runs around it.</summary>
    public bool LiesOverText { get; init; } = true;

    /// <summary>The frame of the group whose shapes are walked.</summary>
    public XElement? Group { get; init; }

    /// <summary>In sixty-thousandths of a degree.</summary>
    public double Turn { get; init; }

    /// <summary>Of a drawing of today, in line or floating.</summary>
    public static FloatPlace Of(XElement frame, BoxFrame box, Place place, Paper paper, Covers covers)
    {
        // What stands in a box of another drawing is placed by that box.
        if (paper.Origin is not null)
        {
            return Nowhere;
        }

        var here = paper.Here;
        var (width, height) = (box.Width ?? 0, box.Height ?? 0);
        if (frame.Name == Wp + "inline")
        {
            return new FloatPlace(place.Left, new Level(here, 0, false), width, height, covers.Next(1, 0));
        }

        var tier = frame.Text("behindDoc") is "1" or "true" ? 0 : 2;
        return new FloatPlace(
            Across(box.Across, Word(frame, "positionH"), width, place),
            Down(box.Down, Word(frame, "positionV"), height, place.Page, here),
            width, height, covers.Next(tier, Number(frame.Text("relativeHeight")) ?? 0))
        { LiesOverText = LetsTextUnder(frame) };
    }

    /// <summary>Of a shape of the older drawings; what stands in a group of them is not looked for.</summary>
    public static FloatPlace OfOld(XElement shape, BoxFrame box, Place place, Paper paper, Covers covers)
    {
        var style = VmlShape.Style(shape.Text("style"));
        if (shape.Parent?.Name == V + "group" || paper.Origin is not null)
        {
            return Nowhere;
        }

        var (width, height) = (Points(style.GetValueOrDefault("width"), 1) ?? 0, Points(style.GetValueOrDefault("height"), 1) ?? 0);
        if (style.GetValueOrDefault("position") != "absolute")
        {
            return new FloatPlace(place.Left, new Level(paper.Here, 0, false), width, height, covers.Next(1, 0));
        }

        var depth = Number(style.GetValueOrDefault("z-index")) ?? 0;
        return new FloatPlace(Across(box.Across, null, width, place), Down(box.Down, null, height, place.Page, paper.Here), width, height,
            covers.Next(depth < 0 ? 0 : 2, depth))
        {
            LiesOverText = shape.Elements().All(element => element.Name.LocalName != "wrap" || element.Text("type") is null or "none"),
        };
    }

    /// <summary>A shape of this drawing: alone in it, or where its group puts it.</summary>
    public FloatPlace Inside(XElement shape, Covers covers)
    {
        var own = shape.Elements().FirstOrDefault(element => element.Name.LocalName is "spPr" or "grpSpPr")?.Element(A + "xfrm");
        var layer = covers.Next(Layer.Tier, Layer.Height);
        var isGroup = shape.Name.LocalName is "wgp" or "grpSp";
        if (shape.Parent?.Name == A + "graphicData" || shape.Parent?.Name.Namespace == Mc)
        {
            return this with { Layer = layer, Group = isGroup ? own : null, Turn = Number(own?.Text("rot")) ?? 0 };
        }

        var (room, origin) = (Group?.Element(A + "chExt") ?? Group?.Element(A + "ext"), Group?.Element(A + "chOff"));
        var (at, size) = (own?.Element(A + "off"), own?.Element(A + "ext"));
        var (across, down) = (Number(room?.Text("cx")) ?? (Width * EmusPerPoint), Number(room?.Text("cy")) ?? (Height * EmusPerPoint));
        if (at is null || size is null || across <= 0 || down <= 0)
        {
            return Nowhere;
        }

        var (x, y) = (Width / across, Height / down);
        return this with
        {
            Left = Left + ((Number(at.Text("x")) ?? 0) - (Number(origin?.Text("x")) ?? 0)) * x,
            Top = Top?.Down(((Number(at.Text("y")) ?? 0) - (Number(origin?.Text("y")) ?? 0)) * y),
            Width = (Number(size.Text("cx")) ?? 0) * x,
            Height = (Number(size.Text("cy")) ?? 0) * y,
            Layer = layer,
            Group = isGroup ? own : null,
            Turn = Number(own!.Text("rot")) ?? 0,
        };
    }

    /// <summary>Where the text of the shape begins.</summary>
    public BoxOrigin Origin(XElement content, BoxFrame box)
    {
        if (Left is not { } left || Top is null)
        {
            return BoxOrigin.Unknown;
        }

        var body = content.Parent?.Parent?.Element(Wps + "bodyPr");
        var inset = Math.Max((Width - (box.TextWidth ?? Width)) / 2, 0);
        var atTop = (body?.Text("anchor") ?? "t") == "t" && Turn == 0 && body?.Text("rot") is null or "0" && body?.Text("vert") is null or "horz";
        var above = Points(body?.Text("tIns"), EmusPerPoint) ?? UsualInset;
        return new BoxOrigin(Top.Down(above), left + inset, left + Width - inset, atTop ? 0 : Math.Max(Height - above - ALine, 0),
            Layer with { Order = Layer.Order + 1 });
    }

    /// <summary>Text runs around a drawing unless its file says otherwise, or draws the edge that it runs around smaller than the drawing.</summary>
    private static bool LetsTextUnder(XElement frame)
    {
        if (frame.Name == Wp + "inline" || frame.Element(Wp + "wrapSquare") is not null || frame.Element(Wp + "wrapTopAndBottom") is not null)
        {
            return false;
        }

        var polygon = (frame.Element(Wp + "wrapTight") ?? frame.Element(Wp + "wrapThrough"))?.Element(Wp + "wrapPolygon")?.Elements().ToList();
        return polygon is null or { Count: 0 } || Span(polygon, "x") < WholePolygon * 0.7 || Span(polygon, "y") < WholePolygon * 0.7;
    }

    private static double Span(List<XElement> points, string axis)
    {
        var at = points.Select(point => Number(point.Text(axis)) ?? 0).ToList();
        return at.Max() - at.Min();
    }

    private static (string Align, string From) Word(XElement frame, string name)
    {
        var position = frame.Element(Wp + name);
        return (position?.Element(Wp + "align")?.Value.Trim() ?? "", position?.Text("relativeFrom") ?? "");
    }

    private static double? Across(Offset offset, (string Align, string From)? word, double width, Place place)
    {
        var page = place.Page;
        if (offset.Points is { } points)
        {
            return points + offset.From switch
            {
                "page" or "leftMargin" or "insideMargin" => 0,
                "rightMargin" or "outsideMargin" => page.Width - page.Right,
                "margin" => page.Left,
                _ => place.Left,
            };
        }

        var (start, room) = word?.From == "page" ? (0, page.Width) : (page.Left, page.TextWidth);
        return word?.Align switch
        {
            "left" or "inside" => start,
            "center" => start + ((room - width) / 2),
            "right" or "outside" => start + room - width,
            _ => null,
        };
    }

    private static Level? Down(Offset offset, (string Align, string From)? word, double height, PageFrame page, Depth here)
    {
        if (offset.Points is { } points)
        {
            return offset.From switch
            {
                "page" or "topMargin" => new Level(here, points, true),
                "margin" => new Level(here, points + page.Top, true),
                "bottomMargin" => new Level(here, points + page.Height - page.Bottom, true),
                _ => new Level(here, points, false),
            };
        }

        var (start, room) = word?.From == "page" ? (0, page.Height) : (page.Top, page.TextHeight);
        return word?.Align switch
        {
            "top" or "inside" => new Level(here, start, true),
            "center" => new Level(here, start + ((room - height) / 2), true),
            "bottom" or "outside" => new Level(here, start + room - height, true),
            _ => null,
        };
    }
}
