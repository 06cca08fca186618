using System.Text;
using System.Xml;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>One cell of an OpenDocument sheet: its value, and its words as they are shown. Remarks and drawings on it are no part of it.</summary>
internal sealed class OpenDocumentCell(XmlReader xml)
{
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string Words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string Calc = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

    private readonly StringBuilder words = new();

    /// <summary>Leaves the reader at the end of the cell; null for an empty one.</summary>
    public TableCell? Read()
    {
        var kind = xml.GetAttribute("value-type", Calc) == "error" ? "error" : xml.GetAttribute("value-type", Office);
        var (value, day, said) = (xml.GetAttribute("value", Office), xml.GetAttribute("date-value", Office), xml.GetAttribute("string-value", Office));
        var (currency, isTrue) = (xml.GetAttribute("currency", Office), xml.GetAttribute("boolean-value", Office) == "true");
        ReadWords();
        var shown = SheetParser.Text(words.ToString())?.Text ?? "";
        return kind switch
        {
            "float" or "currency" or "percentage" when SheetXml.Number(value) is { } number =>
                SheetXml.Cell(number, kind == "percentage" || IsCode(shown) ? shown : null, Format(currency, shown)),
            "date" when SheetXml.Moment(day, null) is { } moment => moment with { Format = shown },
            "boolean" => new TableCell(isTrue ? "Sí" : "No"),
            _ => shown.Length > 0 ? new TableCell(shown) : SheetParser.Text(said ?? ""),
        };
    }

    private static bool IsCode(string shown) => shown is ['0', _, ..] && shown.All(char.IsAsciiDigit);

    /// <summary>The currency that the cell names, or its number as it is shown where that says more than figures.</summary>
    private static string? Format(string? currency, string shown) =>
        currency is { Length: > 0 } ? $"[${currency}]" : shown.Any(sign => !char.IsAsciiDigit(sign) && sign is not ('.' or ',' or '-')) ? shown : null;

    private void ReadWords()
    {
        var (depth, isOpen) = (xml.Depth, !xml.IsEmptyElement);
        while (isOpen && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                Add(xml.Value);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.NamespaceURI != Words)
            {
                xml.Leave();
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                Add(xml.LocalName switch
                {
                    "p" or "h" => words.Length > 0 ? "\n" : "",
                    "line-break" => "\n",
                    "tab" => "\t",
                    "s" => new string(' ', Math.Min(xml.Count("c", Words), TableLimits.CellLetters)),
                    _ => "",
                });
            }
        }
    }

    /// <summary>One letter more than a cell may have is enough to refuse it.</summary>
    private void Add(string text) => words.Append(text.AsSpan(0, Math.Min(text.Length, TableLimits.CellLetters + 1 - words.Length)));
}
