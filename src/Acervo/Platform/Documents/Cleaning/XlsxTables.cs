using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.XlsxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The look that tables lend to their cells: it is written into the cells, and the tables with their names and formulas do not come along.</summary>
internal sealed class XlsxTables(IReadOnlyList<XElement> tables, XlsxStyles styles)
{
    private const double Pale = 0.8;

    private readonly List<Table> all = [.. tables.Select(Read).OfType<Table>()];

    /// <summary>How the table draws a cell; what the cell says of itself is stronger.</summary>
    public XlsxLook Drawn(int row, int column, XlsxLook look)
    {
        if (all.Find(table => table.Area.Has(row, column)) is not { } table)
        {
            return look;
        }

        var own = styles.ChangesOf(table.Style);
        if (own.Count > 0)
        {
            return Hides(own, look) ? look with { Letters = look.Letters with { Size = 1 } } : look;
        }

        if (look.Ground is not null || !Tinted(table.Style, out var accent))
        {
            return look;
        }

        var isHead = row < table.Area.Top + table.Heads;
        return isHead ? look with
        {
            Ground = accent,
            Letters = look.Letters with { Bold = true, Colour = SeenColour.White.IsSeenOn(accent) ? SeenColour.White : SeenColour.Black }
        }
            : table.Striped && (row - table.Area.Top - table.Heads) % 2 == 0 ? look with { Ground = accent.Mixed(SeenColour.White, Pale) } : look;
    }

    // A style of the workbook's own may draw white on white somewhere in the table: which cells those are is not worked out.
    private bool Hides(IReadOnlyList<string> changes, XlsxLook look) => look.ShowsLetters && changes.Any(change => !styles.Changed(look, change).ShowsLetters);

    /// <summary>Only the styles with a coloured head: TableStyleMedium and TableStyleDark.</summary>
    private bool Tinted(string style, out SeenColour accent)
    {
        var digits = new string([.. style.Where(char.IsAsciiDigit)]);
        var number = int.TryParse(digits.Length is > 0 and < 3 ? digits : "0", System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : 0;
        accent = styles.Palette.Accent((number - 1) % 7);
        return number > 0 && (style.StartsWith("TableStyleMedium", StringComparison.Ordinal) || style.StartsWith("TableStyleDark", StringComparison.Ordinal));
    }

    private static Table? Read(XElement root) => XlsxArea.Parse((string?)root.Attribute("ref")) is { } area
        ? new Table(
            area,
            (string?)root.Attribute("headerRowCount") == "0" ? 0 : 1,
            (string?)root.Element(S + "tableStyleInfo")?.Attribute("name") ?? "",
            XlsxStyles.IsTrue(root.Element(S + "tableStyleInfo")?.Attribute("showRowStripes")))
        : null;

    /// <summary>What of a table changes how its cells are drawn.</summary>
    private sealed record Table(XlsxArea Area, int Heads, string Style, bool Striped);
}
