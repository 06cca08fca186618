using System.Xml;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>
/// The rows of an OpenDocument workbook, packed or flat: what counts is the value last saved, and what is repeated counts as often as it is said, within
/// what a table may hold. Hidden sheets are told, not read.
/// </summary>
internal sealed class OpenDocumentRows(XmlReader xml, Action<string> tell)
{
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";

    /// <summary>The styles of sheets that are not shown.</summary>
    private readonly HashSet<string> unseen = new(StringComparer.Ordinal);

    public static IEnumerable<TableRow> Read(byte[] file, Action<string> tell)
    {
        var isPacked = file.AsSpan().StartsWith("PK"u8);
        if (isPacked)
        {
            SheetPackage.Measure(file);
        }

        using var xml = isPacked ? SheetXml.Open(SheetPackage.OpenDocument(file)) : SheetXml.Open(file);
        foreach (var row in new OpenDocumentRows(xml, tell).Book())
        {
            yield return row;
        }
    }

    private IEnumerable<TableRow> Book()
    {
        var (style, sheets) = ("", -1);
        while (xml.Read())
        {
            if (xml.Is(Style, "style"))
            {
                style = xml.GetAttribute("name", Style) ?? "";
            }
            else if (xml.Is(Style, "table-properties") && xml.GetAttribute("display", Table) == "false")
            {
                unseen.Add(style);
            }
            else if (xml.Is(Office, "spreadsheet"))
            {
                sheets = xml.Depth + 1;
            }
            else if (xml.Is(Table, "table") && xml.Depth == sheets)
            {
                foreach (var row in Sheet())
                {
                    yield return row;
                }
            }
        }

        _ = sheets >= 0 ? sheets : throw new TableException("El archivo es un documento de texto u otra cosa, y no una hoja de cálculo. Envíe la hoja.");
    }

    private IEnumerable<TableRow> Sheet()
    {
        var name = xml.GetAttribute("name", Table) ?? "";
        if (unseen.Contains(xml.GetAttribute("style-name", Table) ?? "") || xml.GetAttribute("display", Table) == "false")
        {
            tell($"La hoja «{name}» está oculta y no se leyó.");
            xml.Leave();
            yield break;
        }

        var (depth, isOpen, folded, merged, number) = (xml.Depth, !xml.IsEmptyElement, int.MaxValue, new MergedDown(), 0);
        var (hidden, column) = (new HiddenColumns(name, tell), 0);
        while (isOpen && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == folded)
            {
                folded = int.MaxValue;
            }
            else if (xml.Is(Table, "table-row-group") && !xml.IsEmptyElement && xml.GetAttribute("display", Table) == "false")
            {
                folded = Math.Min(folded, xml.Depth);
            }
            else if (xml.Is(Table, "table-column"))
            {
                var count = xml.Count("number-columns-repeated", Table);
                if (xml.GetAttribute("visibility", Table) is "collapse" or "filter")
                {
                    hidden.Add(column, count);
                }

                column = Math.Min(column + count, int.MaxValue / 2);
            }
            else if (xml.Is(Table, "table-row"))
            {
                var times = xml.Count("number-rows-repeated", Table);
                var isHidden = folded < int.MaxValue || xml.GetAttribute("visibility", Table) is "collapse" or "filter";
                var cells = Row(number + 1, merged);
                hidden.Look(cells);
                for (var i = 0; i < times && cells.Exists(cell => cell is not null); i++)
                {
                    yield return new TableRow(name, number + 1 + i, merged.Show(number + 1 + i, [.. cells])) { Hidden = isHidden };
                }

                number = Math.Min(number + times, int.MaxValue / 2);
            }
            else if (xml.NodeType == XmlNodeType.Element && !IsGroup(xml.LocalName))
            {
                xml.Leave(); // drawings, names, sources
            }
        }

        hidden.Tell();
    }

    private static bool IsGroup(string name) => name is "table-row-group" or "table-rows" or "table-header-rows"
        or "table-column-group" or "table-columns" or "table-header-columns";

    private List<TableCell?> Row(int number, MergedDown merged)
    {
        List<TableCell?> cells = [];
        var (depth, isOpen, column) = (xml.Depth, !xml.IsEmptyElement, 0);
        while (isOpen && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            var isSeen = xml.Is(Table, "table-cell");
            var (times, width, height) = (xml.Count("number-columns-repeated", Table), xml.Count("number-columns-spanned", Table),
                xml.Count("number-rows-spanned", Table));
            var cell = new OpenDocumentCell(xml).Read();
            for (var i = 0; i < times && isSeen && cell is not null && cells.Count <= TableLimits.Columns; i++)
            {
                while (cells.Count < Math.Min(column + i, TableLimits.Columns))
                {
                    cells.Add(null);
                }

                cells.Add(cell);
            }

            if (isSeen && (width > 1 || height > 1) && column <= TableLimits.Columns)
            {
                merged.Begin(new MergedBlock(number, number + height - 1, column, column + width - 1));
            }

            column = Math.Min(column + times, int.MaxValue / 2);
        }

        return cells;
    }
}
