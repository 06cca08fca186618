using Acervo.Platform.Documents.Html.Sight;
using Acervo.Platform.Documents.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Acervo.Platform.Documents.Html;

/// <summary>Reads a saved web page or a pasted mail into blocks. Scripts never run and nothing is fetched; what nobody sees on the page is not read.</summary>
internal sealed class HtmlParser
{
    private static readonly HashSet<string> Skipped = new(["SCRIPT", "STYLE", "HEAD"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Blocks = new(["P", "DIV", "TABLE", "UL", "OL", "LI", "H1", "H2", "H3", "H4", "H5", "H6"],
        StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<IElement> parted = [];
    private readonly Dictionary<IElement, int> items = [];

    public static DocumentText Parse(ReadOnlySpan<byte> file)
    {
        var text = TextDecoder.Decode(file);
        HtmlDepth.Check(text);
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text);
        var (hidden, findings) = HtmlSight.Clear(document);
        var blocks = document.Body is { } body ? new HtmlParser(body).Read(body, 0) : [];
        if (blocks.Count == 0)
        {
            throw new DocumentException(hidden is not null
                ? "En la página no se ve ningún texto: todo el que trae está oculto. Guarde el formato en Word (.docx) o PDF y envíelo."
                : "La página no tiene texto. Guarde el formato en Word (.docx) o PDF y envíelo.");
        }

        return new DocumentText { Kind = DocumentKind.Html, Blocks = blocks, Hidden = hidden, Findings = findings };
    }

    /// <summary>Notes which inline elements are parted by a block or an empty line inside them.</summary>
    private HtmlParser(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("*")
            .Where(element => Blocks.Contains(element.TagName) || element is { TagName: "BR", PreviousElementSibling.TagName: "BR" }))
        {
            var around = element.ParentElement;
            while (around is not null && parted.Add(around))
            {
                around = around.ParentElement;
            }
        }
    }

    private List<DocumentBlock> Read(INode container, int depth)
    {
        if (depth > ReadingLimits.Depth * 5)
        {
            throw HtmlDepth.TooDeep();
        }

        var blocks = new List<DocumentBlock>();
        var inline = new HtmlInline();
        foreach (var node in container.ChildNodes)
        {
            if (node is not IElement element || (IsInline(element) && !parted.Contains(element)))
            {
                inline.Read(node);
                continue;
            }

            blocks.AddRange(inline.Take());
            blocks.AddRange(Block(element, depth));
        }

        blocks.AddRange(inline.Take());
        return blocks;
    }

    private IEnumerable<DocumentBlock> Block(IElement element, int depth)
    {
        if (Skipped.Contains(element.TagName))
        {
            return [];
        }

        if (element is IHtmlTableElement table)
        {
            return [new DocumentBlock { Rows = [.. table.Rows.Select(row => new DocumentRow(Cells(row, depth)))] }];
        }

        var marker = element.TagName == "LI" ? Marker(element) : null;
        var blocks = Read(element, depth + 1);
        if (element.TagName is ['H', >= '1' and <= '6' and var level])
        {
            return blocks.Select(block => block with { Heading = level - '0' });
        }

        return marker is not null && blocks is [{ Rows: null } first, .. var rest]
            ? [first with { Marker = first.Marker ?? marker, Level = ListDepth(element) }, .. rest] : blocks;
    }

    private List<DocumentCell> Cells(IHtmlTableRowElement row, int depth)
    {
        var cells = new List<DocumentCell>();
        var column = 0;
        foreach (var cell in row.Cells)
        {
            cells.Add(new DocumentCell(column, Read(cell, depth + 1)));
            column += Math.Max(cell.ColumnSpan, 1);
        }

        return cells;
    }

    private static bool IsInline(IElement element) =>
        element.TagName is "B" or "STRONG" or "I" or "EM" or "U" or "A" or "SPAN" or "FONT" or "SUP" or "SUB" or "BR"
        or "INPUT" or "SMALL" or "LABEL" or "MARK" or "CODE" or "S" or "INS" or "O:P" or "BIG" or "TEXTAREA" or "SELECT";

    /// <summary>Items are read in their order, each once, so the number is counted along.</summary>
    private string Marker(IElement item)
    {
        if (item.ParentElement is not IHtmlOrderedListElement list)
        {
            return "-";
        }

        var before = items.GetValueOrDefault(list);
        items[list] = before + 1;
        return $"{list.Start + before}.";
    }

    private static int ListDepth(IElement item) => Math.Clamp(item.Ancestors<IElement>().Count(parent => parent.TagName is "UL" or "OL") - 1, 0, 5);
}
