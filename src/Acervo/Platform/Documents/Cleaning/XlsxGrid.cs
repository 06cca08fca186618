using System.Globalization;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.XlsxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The rows and columns of a sheet: how large each is, and which cannot be seen (hidden, squeezed flat, scrolled away above a frozen pane).</summary>
internal sealed class XlsxGrid
{
    // Flatter than this no letter is read.
    private const double FlatRow = 5;
    private const double NarrowColumn = 0.9;

    private const int MostCounted = 2_000;

    private readonly List<(int From, int To, double Width, bool Hidden)> columns;
    private readonly Dictionary<int, (double Height, bool Hidden)> rows = [];
    private readonly bool zeroHeight;
    private readonly (int Row, int Column) firstInView;

    public XlsxGrid(XElement sheet)
    {
        var format = sheet.Element(S + "sheetFormatPr");
        zeroHeight = XlsxStyles.IsTrue(format?.Attribute("zeroHeight"));
        RowHeight = Number(format?.Attribute("defaultRowHeight")) is > 0 and var height ? height : 15;
        ColumnWidth = Number(format?.Attribute("defaultColWidth")) ?? Number(format?.Attribute("baseColWidth")) ?? 8.43;
        columns = [.. sheet.Elements(S + "cols").Elements(S + "col").Select(Column)];
        foreach (var row in sheet.Elements(S + "sheetData").Elements(S + "row"))
        {
            var own = Number(row.Attribute("ht"));
            rows[Whole(row.Attribute("r"))] = (own ?? RowHeight, XlsxStyles.IsTrue(row.Attribute("hidden")) || (zeroHeight && own is null));
        }

        // What was scrolled away when the pane was frozen can never be reached.
        var view = sheet.Elements(S + "sheetViews").Elements(S + "sheetView").FirstOrDefault();
        var frozen = view?.Element(S + "pane") is { } pane && (string?)pane.Attribute("state") is "frozen" or "frozenSplit";
        var (top, left) = XlsxArea.Cell((string?)view?.Attribute("topLeftCell")) ?? (1, 1);
        firstInView = (frozen && Number(view!.Element(S + "pane")!.Attribute("ySplit")) > 0 ? top : 1,
            frozen && Number(view!.Element(S + "pane")!.Attribute("xSplit")) > 0 ? left : 1);
    }

    public double RowHeight { get; }

    public double ColumnWidth { get; }

    public double Width(int column) =>
        columns.FindAll(each => column >= each.From && column <= each.To) is [_, ..] found ? found.Min(each => each.Hidden ? 0 : each.Width) : ColumnWidth;

    public double Height(int row) => rows.TryGetValue(row, out var own) ? own.Hidden ? 0 : own.Height : zeroHeight ? 0 : RowHeight;

    /// <summary>How far the left edge of a column stands from that of the sheet, in points.</summary>
    public double Left(int column) => Enumerable.Range(1, Math.Min(column - 1, MostCounted)).Sum(each => XlsxAnchor.PointsOf(Width(each)));

    /// <summary>How far the upper edge of a row stands from that of the sheet, in points.</summary>
    public double Top(int row)
    {
        var listed = rows.Where(each => each.Key < row && each.Key > 0).ToList();
        return listed.Sum(each => each.Value.Hidden ? 0 : each.Value.Height) + ((row - 1 - listed.Count) * (zeroHeight ? 0 : RowHeight));
    }

    /// <summary>The last column that ends before this place.</summary>
    public int LastColumnBefore(double place)
    {
        var (column, edge) = (0, 0.0);
        while (column < MostCounted && (edge += XlsxAnchor.PointsOf(Width(column + 1))) <= place)
        {
            column++;
        }

        return column;
    }

    /// <summary>The last row that ends before this place.</summary>
    public int LastRowBefore(double place)
    {
        var (low, high) = (0, XlsxArea.MostRows);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Top(middle + 1) <= place ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    public bool ShowsRow(int row) => row >= firstInView.Row && Height(row) >= FlatRow;

    public bool ShowsColumn(int column) => column >= firstInView.Column && Width(column) >= NarrowColumn;

    public bool Shows(XlsxArea area) =>
        Enumerable.Range(area.Top, Math.Min(area.Bottom - area.Top + 1, 10_000)).Any(ShowsRow)
        && Enumerable.Range(area.Left, area.Right - area.Left + 1).Any(ShowsColumn);

    public static double? Number(XAttribute? attribute) =>
        double.TryParse((string?)attribute, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    public static int Whole(XAttribute? attribute) =>
        int.TryParse((string?)attribute, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private (int From, int To, double Width, bool Hidden) Column(XElement column) =>
        (Whole(column.Attribute("min")), Whole(column.Attribute("max")), Number(column.Attribute("width")) ?? ColumnWidth,
        XlsxStyles.IsTrue(column.Attribute("hidden")));
}
