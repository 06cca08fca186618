using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Walks drawings: whether they are shown at all, and the text of their boxes on the ground that fills them.</summary>
internal sealed class BoxWalk(StoryWalk story)
{
    public void Walk(XElement drawing, Place place)
    {
        var frame = drawing.Elements().FirstOrDefault(element => element.Name == Wp + "anchor" || element.Name == Wp + "inline");
        if (frame is null)
        {
            Shapes(drawing, place, BoxFrame.Unknown);
            return;
        }

        var box = BoxFrame.OfDrawing(frame);
        if (box.Loss(place.Page) is { } reason)
        {
            story.Lose(drawing, reason);
            return;
        }

        Shapes(frame, place, box);
    }

    private void Shapes(XElement container, Place place, BoxFrame box)
    {
        foreach (var element in container.Elements())
        {
            if (element.Name == W + "txbxContent")
            {
                Text(element, place, box);
            }
            else if (element.Name == Mc + "AlternateContent")
            {
                story.Choose(element, shown => Shapes(shown, place, box));
            }
            else if (element.Name == V + "shapetype")
            {
                story.Refuse(element);
            }
            else if (IsShape(element))
            {
                Shape(element, place, box);
            }
            else if (element.HasElements)
            {
                Shapes(element, place, box);
            }
        }
    }

    private void Shape(XElement shape, Place place, BoxFrame box)
    {
        var inner = shape.Name.Namespace == V ? VmlShape.Frame(shape, box) : box.Inside(shape);
        if (inner.Loss(place.Page) is { } reason)
        {
            story.Lose(shape, reason);
            return;
        }

        var fill = shape.Name.Namespace == V ? VmlShape.Fill(shape) : story.Book.Paints.Fill(shape.Element(Wps + "spPr"));
        var surface = fill is { Count: > 0 } ? fill[0] : null;
        Shapes(shape, place with { Ground = place.Ground.Under(surface) }, inner);
    }

    private void Text(XElement content, Place place, BoxFrame box)
    {
        if (box.TextLoss is { } reason)
        {
            story.Lose(content, reason);
            return;
        }

        var room = box.TextHeight is { } height ? new Room(height) : null;
        story.Blocks(content, new Place(place.Page, place.Ground) { Left = null, Width = box.TextWidth, Room = room });
    }

    private static bool IsShape(XElement element) =>
        element.Name == Wps + "wsp" || element.Name.LocalName is "wgp" or "grpSp" or "wpc"
        || element.Name.Namespace == V && element.Name.LocalName is "shape" or "rect" or "roundrect" or "oval" or "group" or "line" or "polyline" or "image";
}
