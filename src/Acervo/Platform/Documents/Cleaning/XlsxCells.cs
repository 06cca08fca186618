using System.Globalization;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.XlsxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Copies cells: what is drawn of each stays, as exact as it is drawn, and a cell whose content nobody sees is empty.</summary>
internal sealed class XlsxCells(XlsxSheetParts parts, XlsxTexts texts, XlsxStyleSheet styles, DateTime epoch, CleaningNotes notes)
{
    private static readonly HashSet<string> Errors = new(StringComparer.Ordinal) { "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!" };

    public XElement Copy(XElement cell, int row)
    {
        var name = (string?)cell.Attribute("r");
        if (XlsxArea.Cell(name) is not { } place || place.Row != row)
        {
            throw new InvalidDataException("A cell is not in its row.");
        }

        var value = Value(cell);
        var own = parts.Tables.Drawn(row, place.Column, parts.Styles.Look((string?)cell.Attribute("s")));
        var look = HasContent(cell) ? parts.Conditions.Drawn(row, place.Column, value, own) : own;
        var (seen, format) = look is not null && HasContent(cell) && IsSeen(cell, row, place.Column, look) ? Seen(cell, value, look) : (null, "General");
        if (HasContent(cell) && seen is null)
        {
            notes.Add("contenido de celdas que no se ve");
        }

        notes.Add("fórmulas (quedan sus resultados)", cell.Element(S + "f") is null ? 0 : 1);
        return new XElement(S + "c", new XAttribute("r", name!), new XAttribute("s", styles.Number((look ?? own) with { Format = format })), seen);
    }

    private bool IsSeen(XElement cell, int row, int column, XlsxLook look)
    {
        var area = parts.Merges.Of(row, column);
        var isShown = area is { } merged
            ? (merged.Top, merged.Left) == (row, column) && parts.Grid.Shows(merged)
            : parts.Grid.ShowsRow(row) && parts.Grid.ShowsColumn(column);
        return isShown && look.ShowsLetters && !parts.Pictures.Covers(row, column) && Fits(cell, area ?? new XlsxArea(row, column, row, column), look);
    }

    /// <summary>A text shrunk to dust, or pushed out of its cell by its indent, is not seen.</summary>
    private bool Fits(XElement cell, XlsxArea area, XlsxLook look)
    {
        var width = Enumerable.Range(area.Left, Math.Min(area.Right - area.Left + 1, 100)).Sum(parts.Grid.Width);
        var length = look.Place.Shrinks ? texts.Length(cell) : 0;
        return look.Place.Indent < Math.Max(width, 3) && (length == 0 || look.Letters.Size * Math.Min(1, width / length) >= 3);
    }

    private (object? Content, string Format) Seen(XElement cell, double? value, XlsxLook look)
    {
        switch ((string?)cell.Attribute("t") ?? "n")
        {
            case "s" or "inlineStr":
                return (Text(texts.Copy(cell, look)), "General");
            case "str":
                return (Text(texts.Add(cell.Element(S + "v")?.Value ?? "", look)), "General");
            case "b":
                return (Typed("b", cell.Element(S + "v")?.Value is "1" or "true" ? "1" : "0"), "General");
            case "e":
                return (Typed("e", Errors.TryGetValue(cell.Element(S + "v")?.Value ?? "", out var error) ? error : "#VALUE!"), "General");
            case "n" or "d" when value is { } number && !look.Letters.AreSigns && !(number is 0 && parts.HidesZeros):
                var shown = XlsxShown.Of(number, look.Format, look.Ground ?? SeenColour.White, epoch);
                return shown.Text is { } words ? (Text(texts.Add(words, look with { Format = "General" })), "General")
                    : (shown.Number is { } drawn ? new XElement(S + "v", drawn.ToString("R", CultureInfo.InvariantCulture)) : null, shown.Format);
            default:
                return (null, "General");
        }
    }

    private double? Value(XElement cell)
    {
        var text = cell.Element(S + "v")?.Value.Trim();
        return (string?)cell.Attribute("t") switch
        {
            null or "n" when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
            "d" when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) => (moment - epoch).TotalDays,
            _ => null,
        };
    }

    private static bool HasContent(XElement cell) => cell.Element(S + "v") is not null || cell.Element(S + "is") is not null;

    private static object? Text(int? at) => at is { } number ? Typed("s", number.ToString(CultureInfo.InvariantCulture)) : null;

    private static object[] Typed(string type, string value) => [new XAttribute("t", type), new XElement(S + "v", value)];
}
