using System.Globalization;
using System.Xml.Linq;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Which zones of its style a table asks for, and in which of them a cell stands.</summary>
internal sealed class TableZones
{
    private readonly TableLook look;
    private readonly bool firstRow;
    private readonly bool lastRow;
    private readonly bool firstColumn;
    private readonly bool lastColumn;
    private readonly bool rowBands;
    private readonly bool columnBands;
    private readonly Dictionary<(int, int, bool, bool, bool, bool), ZoneLook> known = [];

    public TableZones(TableLook look, XElement? asked)
    {
        this.look = look;
        var bits = int.TryParse(asked.Val(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) ? value : 0;
        bool Asks(string name, int bit) => asked?.Text(name) is { } text ? text is "1" or "true" or "on" : (bits & bit) != 0;

        firstRow = Asks("firstRow", 0x20);
        lastRow = Asks("lastRow", 0x40);
        firstColumn = Asks("firstColumn", 0x80);
        lastColumn = Asks("lastColumn", 0x100);
        rowBands = !Asks("noHBand", 0x200);
        columnBands = !Asks("noVBand", 0x400);
    }

    /// <summary>The look of the cell at this row and column.</summary>
    public ZoneLook At(int row, int rows, int column, int columns, int span)
    {
        var (top, bottom) = (firstRow && row == 0, lastRow && row == rows - 1);
        var (left, right) = (firstColumn && column == 0, lastColumn && column + span >= columns);
        var (band, stripe) = ((row - (firstRow ? 1 : 0)) / look.RowBand % 2, (column - (firstColumn ? 1 : 0)) / look.ColumnBand % 2);
        var key = (band, stripe, top, bottom, left, right);
        if (!known.TryGetValue(key, out var zone))
        {
            known[key] = zone = Names(key).Aggregate(ZoneLook.Silent, (below, name) => look.Zones.GetValueOrDefault(name, ZoneLook.Silent).Over(below));
        }

        return zone;
    }

    /// <summary>From the weakest to the strongest.</summary>
    private IEnumerable<string> Names((int Band, int Stripe, bool Top, bool Bottom, bool Left, bool Right) at)
    {
        (bool Holds, string Name)[] zones =
        [
            (true, TableLook.Whole),
            (columnBands && !at.Left && !at.Right, at.Stripe == 0 ? "band1Vert" : "band2Vert"),
            (rowBands && !at.Top && !at.Bottom, at.Band == 0 ? "band1Horz" : "band2Horz"),
            (at.Left, "firstCol"),
            (at.Right, "lastCol"),
            (at.Top, "firstRow"),
            (at.Bottom, "lastRow"),
            (at.Top && at.Left, "nwCell"),
            (at.Top && at.Right, "neCell"),
            (at.Bottom && at.Left, "swCell"),
            (at.Bottom && at.Right, "seCell"),
        ];
        return zones.Where(zone => zone.Holds).Select(zone => zone.Name);
    }
}
