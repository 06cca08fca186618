using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>The columns of a table and where they stand on the sheet; only a table of fixed layout keeps the widths it names.</summary>
internal sealed class TableGrid
{
    private readonly List<double> edges = [0];
    private readonly bool isFixed;
    private readonly double? left;

    public TableGrid(XElement table, Place place)
    {
        var properties = table.Element(W + "tblPr");
        isFixed = properties?.Element(W + "tblLayout")?.Text("type") == "fixed";
        foreach (var column in table.Element(W + "tblGrid")?.Elements(W + "gridCol") ?? [])
        {
            edges.Add(edges[^1] + Math.Max(Points(column.Text("w")) ?? 0, 0));
        }

        var indent = properties?.Element(W + "tblInd")?.Text("w");
        left = properties?.Element(W + "tblpPr") is null ? place.Left + (Points(indent) ?? 0) : null;
    }

    public int Columns => edges.Count - 1;

    public CellFrame Cell(XElement cell, int column, int span, double? height)
    {
        var width = cell.Element(W + "tcPr")?.Element(W + "tcW") is { } own && own.Text("type") is "dxa" or null ? Points(own.Text("w")) : null;
        var known = isFixed && column + span <= Columns;
        return new CellFrame(
            left + (isFixed ? edges[Math.Min(column, Columns)] : 0),
            isFixed ? width ?? (known ? edges[column + span] - edges[column] : null) : null,
            height)
        {
            Reach = left + edges[Math.Min(column + span, Columns)],
        };
    }
}

/// <summary>Where a cell stands and how large it is; null where that follows from what it holds.</summary>
internal sealed record CellFrame(double? Left, double? Width, double? Height)
{
    /// <summary>Where the cell ends by the grid of its table, also where its width follows from what it holds.</summary>
    public double? Reach { get; init; }

    // Narrower than one letter, whatever it holds.
    private const double LeastWidth = 4;

    public SightReason? Loss(XElement? properties, PageFrame page)
    {
        if (properties?.Element(W + "cellDel") is not null)
        {
            return SightReason.Deleted;
        }

        if (IsContinued(properties?.Element(W + "vMerge")) || IsContinued(properties?.Element(W + "hMerge"))
            || properties?.Element(W + "cellMerge")?.Text("vMerge") == "cont")
        {
            return SightReason.Merged;
        }

        var room = Width - Margin(properties, "left", "start") - Margin(properties, "right", "end");
        return room < LeastWidth ? SightReason.Clipped : Left >= page.Width || Left + Width <= 0 || Reach < -LeastWidth ? SightReason.OffPage : null;
    }

    private static double Margin(XElement? properties, string side, string newer)
    {
        var margins = properties?.Element(W + "tcMar");
        return Points((margins?.Element(W + newer) ?? margins?.Element(W + side))?.Text("w")) ?? 0;
    }

    private static bool IsContinued(XElement? merge) => merge is not null && merge.Val() != "restart";
}
