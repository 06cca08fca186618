using System.Globalization;
using System.Xml.Linq;
using static Acervo.Platform.Forms.Writing.Wml;

namespace Acervo.Platform.Forms.Writing;

/// <summary>
/// The little table día / mes / año with which the form asks for a day. Its boxes are tagged <c>key.day</c>, <c>key.month</c> and <c>key.year</c>.
/// </summary>
internal static class DocxDateTable
{
    private const int Width = 1100;

    private static readonly (string Name, string Title, string Format, string Placeholder)[] Cells =
    [
        ("day", "día", "dd", "dd"),
        ("month", "mes", "MM", "mm"),
        ("year", "año", "yyyy", "aaaa"),
    ];

    public static XElement Write(DocxControls controls, string key, string label, DateOnly? day) => El(
        "tbl",
        El(
            "tblPr",
            Val("tblStyle", "TableGrid"),
            El("tblW", At("w", Width * 3), At("type", "dxa")),
            El("tblLayout", At("type", "fixed")),
            Val("tblLook", "0620"),
            Val("tblCaption", label),
            Val("tblDescription", "Día, mes y año en tres casillas")),
        El("tblGrid", Cells.Select(_ => El("gridCol", At("w", Width)))),
        El("tr", El("trPr", El("cantSplit"), El("tblHeader")),
        Cells.Select(cell => Cell(Run(cell.Title, Val("color", DocxStyles.Grey), Val("sz", 20), Val("szCs", 20)), keepNext: true))),
        El("tr", El("trPr", El("cantSplit")),
        Cells.Select(cell => Cell(controls.Inline($"{key}.{cell.Name}", $"{label}: {cell.Title}", day?.ToString(cell.Format, CultureInfo.InvariantCulture),
        cell.Placeholder)))));

    private static XElement Cell(XElement content, bool keepNext = false) => El(
        "tc",
        El("tcPr", El("tcW", At("w", Width), At("type", "dxa"))),
        El("p", El("pPr", Val("pStyle", "Header"), keepNext ? El("keepNext") : null, Val("jc", "center")), content));
}
