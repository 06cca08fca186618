using System.Globalization;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.XlsxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Builds one sheet of the copy: its rows, columns and joined cells, and in each cell what is seen of it.</summary>
internal sealed class XlsxSheet(XElement original, XlsxGrid grid, XlsxMerges merges, XlsxCells cells, XlsxStyleSheet styles, XlsxStyles looks)
{
    private static readonly string[] Portions = ["left", "right", "top", "bottom", "header", "footer"];

    public XElement Build(string? drawing) => new(
        S + "worksheet",
        new XAttribute(XNamespace.Xmlns + "r", OfficeXml.Relationships),
        new XElement(S + "sheetViews", View()),
        new XElement(S + "sheetFormatPr", new XAttribute("defaultRowHeight", Size(grid.RowHeight, 409)),
        new XAttribute("defaultColWidth", Size(grid.ColumnWidth, 255))),
        Columns() is { Count: > 0 } columns ? new XElement(S + "cols", columns) : null,
        new XElement(S + "sheetData", original.Elements(S + "sheetData").Elements(S + "row").Select(Row)),
        merges.Areas.Count == 0 ? null
        : new XElement(S + "mergeCells", merges.Areas.Select(area => new XElement(S + "mergeCell", new XAttribute("ref", area.Name)))),
        Margins(),
        Paper(),
        drawing is null ? null : new XElement(S + "drawing", new XAttribute(OfficeXml.Relationships + "id", drawing)));

    private XElement View()
    {
        var view = original.Elements(S + "sheetViews").Elements(S + "sheetView").FirstOrDefault();
        var pane = view?.Element(S + "pane");
        var (across, down) = (Split(pane, "xSplit"), Split(pane, "ySplit"));
        var isFrozen = (string?)pane?.Attribute("state") is "frozen" or "frozenSplit" && across + down > 0;
        return new XElement(
            S + "sheetView",
            (string?)view?.Attribute("showGridLines") is "0" or "false" ? new XAttribute("showGridLines", 0) : null,
            XlsxStyles.IsTrue(view?.Attribute("rightToLeft")) ? new XAttribute("rightToLeft", 1) : null,
            new XAttribute("workbookViewId", 0),
            isFrozen
                ? new XElement(
                    S + "pane",
                    across > 0 ? new XAttribute("xSplit", across) : null,
                    down > 0 ? new XAttribute("ySplit", down) : null,
                    new XAttribute("topLeftCell", XlsxArea.ColumnName(across + 1) + (down + 1).ToString(CultureInfo.InvariantCulture)),
                    new XAttribute("activePane", across > 0 && down > 0 ? "bottomRight" : down > 0 ? "bottomLeft" : "topRight"),
                    new XAttribute("state", "frozen"))
                : null);
    }

    private List<XElement> Columns() =>
    [
        .. original.Elements(S + "cols").Elements(S + "col")
        .Select(column => (Element: column, From: XlsxGrid.Whole(column.Attribute("min")), To: XlsxGrid.Whole(column.Attribute("max"))))
            .Where(column => column.From > 0 && column.From <= column.To && column.To <= XlsxArea.MostColumns).OrderBy(column => column.From)
            .Select(column => new XElement(
                S + "col",
                new XAttribute("min", column.From),
                new XAttribute("max", column.To),
                new XAttribute("width", Size(XlsxGrid.Number(column.Element.Attribute("width")) ?? grid.ColumnWidth, 255)),
                Style(column.Element.Attribute("style")),
                XlsxStyles.IsTrue(column.Element.Attribute("hidden")) ? new XAttribute("hidden", 1) : null,
                new XAttribute("customWidth", 1))),
    ];

    private XElement Row(XElement row)
    {
        var number = XlsxGrid.Whole(row.Attribute("r"));
        var height = XlsxGrid.Number(row.Attribute("ht"));
        return new XElement(
            S + "row",
            new XAttribute("r", number is > 0 and <= XlsxArea.MostRows ? number : throw new InvalidDataException("A row has no number.")),
            Style(row.Attribute("s")) is { } style ? new object[] { style, new XAttribute("customFormat", 1) } : null,
            height is { } points ? new object[] { new XAttribute("ht", Size(points, 409)), new XAttribute("customHeight", 1) } : null,
            grid.Height(number) <= 0 ? new XAttribute("hidden", 1) : null,
            row.Elements(S + "c").GroupBy(cell => (string?)cell.Attribute("r")).Select(same => cells.Copy(same.Last(), number)));
    }

    // Numbers and texts have their own look; what lies empty has only a colour and a frame.
    private XAttribute? Style(XAttribute? style) =>
        style is null ? null : new XAttribute(style.Name.LocalName, styles.Number(looks.Look(style.Value) with { Format = "General" }));

    private XElement? Margins() => original.Element(S + "pageMargins") is { } margins
        ? new XElement(S + "pageMargins", Portions.Select(side => new XAttribute(side, Math.Clamp(XlsxGrid.Number(margins.Attribute(side)) ?? 0.7, 0, 10))))
        : null;

    private XElement? Paper() => original.Element(S + "pageSetup") is { } paper
        ? new XElement(
            S + "pageSetup",
            XlsxGrid.Whole(paper.Attribute("paperSize")) is > 0 and < 120 and var size ? new XAttribute("paperSize", size) : null,
            (string?)paper.Attribute("orientation") == "landscape" ? new XAttribute("orientation", "landscape") : null)
        : null;

    private static int Split(XElement? pane, string name) => (int)Math.Clamp(XlsxGrid.Number(pane?.Attribute(name)) ?? 0, 0, 1000);

    private static double Size(double value, double most) => Math.Round(Math.Clamp(value, 0, most), 4);
}
