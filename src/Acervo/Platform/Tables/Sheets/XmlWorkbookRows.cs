using System.Text;
using System.Xml;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>The rows of a workbook in the XML that Excel wrote in 2003 and that systems still write. Hidden sheets are told, not read.</summary>
internal sealed class XmlWorkbookRows(XmlReader xml, IReadOnlyDictionary<string, string> formats)
{
    public const string Space = "urn:schemas-microsoft-com:office:spreadsheet";

    private const string Excel = "urn:schemas-microsoft-com:office:excel";

    /// <summary>What says whether a sheet is hidden stands behind its rows, so the file is gone through twice.</summary>
    public static IEnumerable<TableRow> Read(byte[] file, Action<string> tell)
    {
        var (formats, hidden) = Look(file);
        using var xml = SheetXml.Open(file);
        for (var sheet = 0; xml.Read();)
        {
            if (!xml.Is(Space, "Worksheet"))
            {
                continue;
            }

            var name = xml.GetAttribute("Name", Space) ?? "";
            if (hidden.Contains(sheet++))
            {
                tell($"La hoja «{name}» está oculta y no se leyó.");
                xml.Leave();
                continue;
            }

            foreach (var row in new XmlWorkbookRows(xml, formats).Sheet(name, new HiddenColumns(name, tell)))
            {
                yield return row;
            }
        }
    }

    private static (Dictionary<string, string> Formats, HashSet<int> Hidden) Look(byte[] file)
    {
        Dictionary<string, string> formats = new(StringComparer.Ordinal);
        HashSet<int> hidden = [];
        var (style, sheet) = ("", -1);
        using var xml = SheetXml.Open(file);
        while (xml.Read())
        {
            if (xml.Is(Space, "Style"))
            {
                style = xml.GetAttribute("ID", Space) ?? "";
            }
            else if (xml.Is(Space, "NumberFormat") && xml.GetAttribute("Format", Space) is { } format)
            {
                formats[style] = format == "Percent" ? "0.00%" : format;
            }
            else if (xml.Is(Space, "Worksheet"))
            {
                sheet++;
            }
            else if (xml.Is(Excel, "Visible") && xml.Read() && xml.Value.Trim() is "SheetHidden" or "SheetVeryHidden")
            {
                hidden.Add(sheet);
            }
        }

        return (formats, hidden);
    }

    private IEnumerable<TableRow> Sheet(string name, HiddenColumns hidden)
    {
        var (depth, isOpen, number, column, merged) = (xml.Depth, !xml.IsEmptyElement, 0, 0, new MergedDown());
        while (isOpen && xml.Read() && xml.Depth > depth)
        {
            if (xml.Is(Space, "Column"))
            {
                column = Place(column);
                var more = Over("Span");
                if (xml.GetAttribute("Hidden", Space) == "1")
                {
                    hidden.Add(column - 1, more + 1);
                }

                column = Math.Min(column + more, int.MaxValue / 2);
            }

            if (!xml.Is(Space, "Row"))
            {
                continue;
            }

            number = Place(number);
            // A row may say that the next ones, which are not written, look like it.
            var like = xml.GetAttribute("Span", Space) is null ? 0 : xml.Count("Span", Space);
            var isHidden = xml.GetAttribute("Hidden", Space) == "1";
            var cells = Cells(number, merged);
            hidden.Look(cells);
            yield return new TableRow(name, number, merged.Show(number, cells)) { Hidden = isHidden };
            number = Math.Min(number + like, int.MaxValue / 2);
        }

        hidden.Tell();
    }

    /// <summary>Where a row or a cell stands: as it says, or behind the one before.</summary>
    private int Place(int before) => Math.Max(before + 1, xml.GetAttribute("Index", Space) is null ? 0 : xml.Count("Index", Space));

    private List<TableCell?> Cells(int row, MergedDown merged)
    {
        List<TableCell?> cells = [];
        var (depth, isOpen, column) = (xml.Depth, !xml.IsEmptyElement, 0);
        while (isOpen && xml.Read() && xml.Depth > depth)
        {
            if (!xml.Is(Space, "Cell"))
            {
                continue;
            }

            column = Place(column);
            var (across, down) = (Over("MergeAcross"), Over("MergeDown"));
            var cell = Cell();
            while (cell is not null && cells.Count < Math.Min(column - 1, TableLimits.Columns))
            {
                cells.Add(null);
            }

            if (cell is not null && cells.Count <= TableLimits.Columns)
            {
                cells.Add(cell);
            }

            if (across + down > 0 && column <= TableLimits.Columns)
            {
                merged.Begin(new MergedBlock(row, row + down, column - 1, column - 1 + across));
            }

            column = Math.Min(column + across, int.MaxValue / 2);
        }

        return cells;
    }

    private int Over(string name) => xml.GetAttribute(name, Space) is null or "0" ? 0 : xml.Count(name, Space);

    private TableCell? Cell()
    {
        var format = formats.GetValueOrDefault(xml.GetAttribute("StyleID", Space) ?? "");
        var (depth, isOpen, cell) = (xml.Depth, !xml.IsEmptyElement, (TableCell?)null);
        while (isOpen && xml.Read() && xml.Depth > depth)
        {
            if (xml.Is(Space, "Data"))
            {
                cell = Data(format);
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                xml.Leave(); // remarks and names
            }
        }

        return cell;
    }

    private TableCell? Data(string? format)
    {
        var kind = xml.GetAttribute("Type", Space);
        var (depth, isOpen, words) = (xml.Depth, !xml.IsEmptyElement, new StringBuilder());
        while (isOpen && xml.Read() && xml.Depth > depth)
        {
            words.Append(xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
                ? xml.Value.AsSpan(0, Math.Min(xml.Value.Length, TableLimits.CellLetters + 1 - words.Length)) : "");
        }

        var text = words.ToString();
        return kind switch
        {
            "Number" when SheetXml.Number(text.Trim()) is { } number => SheetXml.Cell(number, NumberShown.Of(number, format), format),
            "DateTime" when SheetXml.Moment(text.Trim(), format) is { } moment => moment,
            "Boolean" => new TableCell(text.Trim() == "1" ? "Sí" : "No"),
            _ => SheetParser.Text(text),
        };
    }
}
