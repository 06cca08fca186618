using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Walks the rows and cells of a table: which are shown, in how much room and on what ground.</summary>
internal sealed class TableWalk(StoryWalk story)
{
    private const double LeastSide = 3;

    public void Walk(XElement table, Place place)
    {
        var properties = table.Element(W + "tblPr");
        if (properties?.Element(W + "tblpPr") is { } position && FrameLook.LossOfTable(position, place.Page) is { } lost)
        {
            story.Lose(table, lost);
            return;
        }

        var rows = Flat(table, "tr");
        var grid = new TableGrid(table, place);
        var zones = new TableZones(story.Book.Styles.Table(properties?.Element(W + "tblStyle").Val()), properties?.Element(W + "tblLook"));
        var inside = place with { Ground = GroundOf(properties, place.Ground) };
        void Rows() => WalkRows(rows, grid, zones, inside);
        if (properties?.Element(W + "tblpPr") is null)
        {
            Rows();
        }
        else
        {
            story.Paper.Apart(BoxOrigin.Unknown, Rows);
        }
    }

    private void WalkRows(List<XElement> rows, TableGrid grid, TableZones zones, Place inside)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            var at = index;
            Row(rows[index], grid, (column, span) => zones.At(at, rows.Count, column, grid.Columns, span), inside);
        }
    }

    private void Row(XElement row, TableGrid grid, Func<int, int, ZoneLook> look, Place place)
    {
        var properties = row.Element(W + "trPr");
        var column = (int)(Number(properties?.Element(W + "gridBefore").Val()) ?? 0);
        if (properties?.Element(W + "del") is not null)
        {
            story.Lose(row, SightReason.Deleted);
            return;
        }

        if (Points(properties?.Element(W + "wBefore")?.Text("w")) > place.Page.Width)
        {
            story.Lose(row, SightReason.OffPage);
            return;
        }

        var height = properties?.Element(W + "trHeight") is { } size && size.Text("hRule") == "exact" ? Points(size.Val()) : null;
        var hidden = properties?.Element(W + "hidden")?.IsOn() ?? look(column, 1).Hidden;
        if (hidden == true || height < LeastSide)
        {
            story.Lose(row, hidden == true ? SightReason.Hidden : SightReason.Clipped);
            return;
        }

        var ground = GroundOf(row.Element(W + "tblPrEx"), place.Ground);
        var cells = new List<Action>();
        foreach (var cell in Flat(row, "tc"))
        {
            var (at, span) = (column, Math.Clamp((int)(Number(cell.Element(W + "tcPr")?.Element(W + "gridSpan").Val()) ?? 1), 1, 1000));
            cells.Add(() => Cell(cell, grid.Cell(cell, at, span, height), look(at, span), place with { Ground = ground }));
            column += span;
        }

        story.Paper.Row(cells, Points(properties?.Element(W + "trHeight").Val()) ?? 0);
    }

    private void Cell(XElement cell, CellFrame frame, ZoneLook zone, Place place)
    {
        var properties = cell.Element(W + "tcPr");
        if (frame.Loss(properties, place.Page) is { } reason)
        {
            foreach (var block in cell.Elements().Where(block => block != properties))
            {
                story.Lose(block, reason);
            }

            return;
        }

        var shade = properties?.Element(W + "shd") is { } own ? story.Book.Paints.Shade(own) : zone.Shade;
        story.Blocks(cell, new Place(place.Page, place.Ground.Under(shade))
        {
            TableRun = zone.Run,
            TableParagraph = zone.Paragraph,
            Left = frame.Left,
            Width = frame.Width,
            Room = frame.Height is { } height ? new Room(height) : place.Room,
        });
    }

    // Programs disagree on whether the shading of a whole table is drawn: letters must be seen with it and without.
    private Ground GroundOf(XElement? properties, Ground ground) =>
        properties?.Element(W + "shd") is { } shade ? ground.MaybeUnder(story.Book.Paints.Shade(shade)) : ground;

    /// <summary>Rows and cells may sit inside content controls and tracked changes.</summary>
    private List<XElement> Flat(XElement container, string wanted)
    {
        var found = new List<XElement>();
        foreach (var element in container.Elements())
        {
            if (element.Name == W + wanted)
            {
                found.Add(element);
            }
            else if (element.Name.Namespace == W && element.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo")
            {
                found.AddRange(Flat(element, wanted));
            }
            else
            {
                story.Refuse(element);
            }
        }

        return found;
    }
}
