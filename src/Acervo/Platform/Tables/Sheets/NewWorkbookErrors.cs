using System.IO.Compression;
using System.Xml;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>
/// The cells of a new Excel workbook (ECMA-376) that hold the error of a formula: by sheet, from 0 in the order of the workbook, and row, from 1, each with
/// its column, from 0. Its reader gives them as empty, and an empty cell says something else.
/// </summary>
internal static class NewWorkbookErrors
{
    private const string Book = "xl/workbook.xml";

    /// <exception cref="InvalidDataException">The package names no sheets.</exception>
    public static ILookup<(int Sheet, int Row), (int Column, string Text)> Find(byte[] file)
    {
        using var archive = SheetPackage.Open(file);
        var parts = Links(archive);
        return Sheets(archive).SelectMany((link, sheet) => (parts.GetValueOrDefault(link) is { } part ? Errors(part) : []).Select(error => (sheet, error)))
            .Where(one => one.error.Column < TableLimits.Columns)
            .ToLookup(one => (one.sheet, one.error.Row), one => (one.error.Column, one.error.Text));
    }

    /// <summary>The links of the sheets, as the workbook lists them.</summary>
    private static List<string> Sheets(ZipArchive archive)
    {
        List<string> links = [];
        using var xml = SheetXml.Open((Entry(archive, Book) ?? throw new InvalidDataException("The package has no workbook.")).Open());
        while (xml.Read())
        {
            if (IsElement(xml, "sheet"))
            {
                links.Add(Attribute(xml, "id") ?? "");
            }
        }

        return links;
    }

    private static Dictionary<string, ZipArchiveEntry> Links(ZipArchive archive)
    {
        Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.Ordinal);
        if (Entry(archive, "xl/_rels/workbook.xml.rels") is not { } links)
        {
            return parts;
        }

        using var xml = SheetXml.Open(links.Open());
        while (xml.Read())
        {
            if (IsElement(xml, "Relationship") && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target
                && Entry(archive, target is ['/', ..] ? target[1..] : $"xl/{target}") is { } part)
            {
                parts[id] = part;
            }
        }

        return parts;
    }

    /// <summary>Rows and cells that do not say where they stand follow the one before.</summary>
    private static IEnumerable<(int Row, int Column, string Text)> Errors(ZipArchiveEntry part)
    {
        using var xml = SheetXml.Open(part.Open());
        var (row, column, isError) = (0, -1, false);
        while (xml.Read())
        {
            if (IsElement(xml, "row"))
            {
                row = int.TryParse(xml.GetAttribute("r"), out var said) ? said : row + 1;
                column = -1;
            }
            else if (IsElement(xml, "c"))
            {
                column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
                isError = xml.GetAttribute("t") == "e";
            }
            else if (isError && IsElement(xml, "v") && xml.Read() && xml.NodeType == XmlNodeType.Text)
            {
                // Another program may write any words as an error; none of them is a value.
                yield return (row, column, new TableCell(xml.Value.Trim()) is { IsError: true } known ? known.Text : "#VALUE!");
                isError = false;
            }
        }
    }

    private static int? ColumnOf(string? address)
    {
        var column = 0;
        foreach (var letter in (address ?? "").TakeWhile(char.IsAsciiLetter).Take(3))
        {
            column = (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }

    private static ZipArchiveEntry? Entry(ZipArchive archive, string name) =>
        archive.Entries.FirstOrDefault(entry => entry.FullName.Replace('\\', '/').Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsElement(XmlReader xml, string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name;

    /// <summary>Of whichever of both editions of the standard.</summary>
    private static string? Attribute(XmlReader xml, string name) =>
        xml.GetAttribute(name, "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.GetAttribute(name, "http://purl.oclc.org/ooxml/officeDocument/relationships");
}
