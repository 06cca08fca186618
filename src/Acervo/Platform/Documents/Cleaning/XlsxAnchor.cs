using System.Globalization;
using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Where something floats over the cells, in points, and the cells that lie wholly under it.</summary>
internal sealed record XlsxAnchor(int Row, int Column, double RowOffset, double ColumnOffset, double Width, double Height, int LastRow, int LastColumn)
{
    private const double PointEmu = 12_700;

    // The width of one letter and the margin of a column, in points, at the usual size.
    private const double Letter = 5.25;
    private const double Margin = 3.75;

    public bool Covers(int row, int column) =>
        (row > Row || (row == Row && RowOffset < 3)) && row <= LastRow && (column > Column || (column == Column && ColumnOffset < 3)) && column <= LastColumn;

    /// <summary>Whether this hides something that lies below it, give or take the thickness of a line.</summary>
    public bool Hides(XlsxAnchor below, XlsxGrid grid)
    {
        var (left, top, belowLeft, belowTop) = (grid.Left(Column) + ColumnOffset, grid.Top(Row) + RowOffset, grid.Left(below.Column) + below.ColumnOffset,
            grid.Top(below.Row) + below.RowOffset);
        return left <= belowLeft + 3 && top <= belowTop + 3 && left + Width >= belowLeft + below.Width - 3 && top + Height >= belowTop + below.Height - 3;
    }

    public static double PointsOf(double letters) => letters <= 0 ? 0 : (letters * Letter) + Margin;

    public static XlsxAnchor Read(XElement anchor, XlsxGrid grid)
    {
        var (row, rowOffset, column, columnOffset) = Marker(anchor, "from");
        var (width, height) = (Points(Child(anchor, "ext")?.Attribute("cx")), Points(Child(anchor, "ext")?.Attribute("cy")));
        if (Child(anchor, "to") is not null)
        {
            var (toRow, toRowOffset, toColumn, toColumnOffset) = Marker(anchor, "to");
            width = grid.Left(toColumn) + toColumnOffset - grid.Left(column) - columnOffset;
            height = grid.Top(toRow) + toRowOffset - grid.Top(row) - rowOffset;
        }
        else if (Child(anchor, "pos") is { } place)
        {
            (columnOffset, rowOffset) = (Points(place.Attribute("x")), Points(place.Attribute("y")));
        }

        var (right, bottom) = (grid.Left(column) + columnOffset + width, grid.Top(row) + rowOffset + height);
        return new XlsxAnchor(row, column, rowOffset, columnOffset, width, height, grid.LastRowBefore(bottom + 1), grid.LastColumnBefore(right + 1));
    }

    /// <summary>The anchor of the copy.</summary>
    public XElement[] Write(XNamespace drawing) =>
    [
        new(drawing + "from", new XElement(drawing + "col", Column - 1), new XElement(drawing + "colOff", Emu(ColumnOffset)),
        new XElement(drawing + "row", Row - 1), new XElement(drawing + "rowOff", Emu(RowOffset))),
        new(drawing + "ext", new XAttribute("cx", Emu(Width)), new XAttribute("cy", Emu(Height))),
    ];

    public static long Emu(double points) => (long)Math.Round(Math.Clamp(points * PointEmu, 0, int.MaxValue));

    private static (int Row, double RowOffset, int Column, double ColumnOffset) Marker(XElement anchor, string name)
    {
        var marker = Child(anchor, name);
        double Value(string part) => double.TryParse(marker is null ? "0" : Child(marker, part)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture,
            out var value) && double.IsFinite(value) ? value : 0;
        return ((int)Math.Clamp(Value("row"), 0, XlsxArea.MostRows - 1) + 1, Math.Max(0, Value("rowOff") / PointEmu),
            (int)Math.Clamp(Value("col"), 0, XlsxArea.MostColumns - 1) + 1, Math.Max(0, Value("colOff") / PointEmu));
    }

    private static double Points(XAttribute? attribute) => Math.Max(0, (XlsxGrid.Number(attribute) ?? 0) / PointEmu);

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);
}
