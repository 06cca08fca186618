using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Walks drawings: whether they are shown at all, what they cover, and the text of their boxes on the ground that fills them.</summary>
internal sealed class BoxWalk(StoryWalk story)
{
    private const double LowLine = 9;

    private readonly Covering covering = new(story.Covers, story.Picture);

    public void Walk(XElement drawing, Place place)
    {
        var frame = drawing.Elements().FirstOrDefault(element => element.Name == Wp + "anchor" || element.Name == Wp + "inline");
        if (frame is null)
        {
            Shapes(drawing, place, BoxFrame.Unknown, FloatPlace.Nowhere);
            return;
        }

        var box = BoxFrame.OfDrawing(frame);
        if (box.Loss(place.Page) is { } reason)
        {
            story.Lose(drawing, reason);
            return;
        }

        Shapes(frame, place, box, FloatPlace.Of(frame, box, place, story.Paper, story.Covers));
    }

    private void Shapes(XElement container, Place place, BoxFrame box, FloatPlace at)
    {
        foreach (var element in container.Elements())
        {
            if (element.Name == W + "txbxContent")
            {
                Text(element, place, box, at);
            }
            else if (element.Name == Mc + "AlternateContent")
            {
                story.Choose(element, shown => Shapes(shown, place, box, at));
            }
            else if (element.Name == V + "shapetype")
            {
                story.Refuse(element);
            }
            else if (IsShape(element))
            {
                Shape(element, place, box, at);
            }
            else if (element.Name == A + "graphicData"
                && element.Elements().All(inside => inside.Name.Namespace != Pic && inside.Name.Namespace != Wps && inside.Name.LocalName != "wgp"))
            {
                // Charts and diagrams fill their frame.
                covering.Add(element, at, place.Page, [new Ink(Rgb.White)]);
            }
            else if (element.HasElements)
            {
                Shapes(element, place, box, at);
            }
        }
    }

    private void Shape(XElement shape, Place place, BoxFrame box, FloatPlace around)
    {
        var isOld = shape.Name.Namespace == V;
        var inner = isOld ? VmlShape.Frame(shape, box) : box.Inside(shape);
        if (inner.Loss(place.Page) is { } reason)
        {
            story.Lose(shape, reason);
            return;
        }

        if (story.IsCovered(shape))
        {
            // A picture that is alone in its drawing goes with it.
            story.Lose(shape.Parent?.Name == A + "graphicData" ? shape.Ancestors(W + "drawing").First() : shape, SightReason.Covered);
            return;
        }

        var at = isOld ? FloatPlace.OfOld(shape, inner, place, story.Paper, story.Covers) : around.Inside(shape, story.Covers);
        var fill = isOld ? VmlShape.Fill(shape)
            : story.Book.Paints.Fill(shape.Element(Wps + "spPr")) ?? story.Book.Paints.Reference(shape.Element(Wps + "style")?.Element(A + "fillRef"));
        covering.Add(shape, at, place.Page, fill);
        var surface = fill is { Count: > 0 } ? fill[0] : null;
        Shapes(shape, place with { Ground = place.Ground.Under(surface) }, inner, at);
    }

    private void Text(XElement content, Place place, BoxFrame box, FloatPlace at)
    {
        if ((box.TextLoss ?? Overflow(content, box)) is { } reason)
        {
            story.Lose(content, reason);
            return;
        }

        if (story.Paper.Origin is null && content.Ancestors(W + "p").FirstOrDefault() is { } anchor)
        {
            story.Hung.Add(new SeenBox(content, anchor, at.Top, at.Left)
            {
                IsInLine = at.Layer.Tier == 1 && at.Top is not null,
                Pushes = SeenBox.IsAlone(content, at.Width, place.Page),
            });
        }

        var room = box.TextHeight is { } height ? new Room(height) : null;
        var inside = new Place(place.Page, place.Ground) { Left = null, Width = box.TextWidth, Room = room };
        story.Paper.Apart(at.Origin(content, box), () => story.Blocks(content, inside));
    }

    /// <summary>Text that stands at the foot of a box and is longer than it goes out at the top.</summary>
    private static SightReason? Overflow(XElement content, BoxFrame box) =>
        content.Parent?.Parent?.Element(Wps + "bodyPr")?.Text("anchor") is "b" or "ctr" && content.Elements(W + "p").Count() * LowLine > box.TextHeight * 1.3
        ? SightReason.Clipped : null;

    private static bool IsShape(XElement element) =>
        element.Name == Wps + "wsp" || element.Name == Pic + "pic" || element.Name.LocalName is "wgp" or "grpSp" or "wpc"
        || element.Name.Namespace == V && element.Name.LocalName is "shape" or "rect" or "roundrect" or "oval" or "group" or "line" or "polyline" or "image";
}
