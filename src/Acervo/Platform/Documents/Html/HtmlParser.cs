using Acervo.Platform.Documents.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Acervo.Platform.Documents.Html;

/// <summary>Reads a saved web page or a pasted mail into blocks. Scripts never run and nothing is fetched.</summary>
internal static class HtmlParser
{
    private static readonly HashSet<string> Skipped = new(["SCRIPT", "STYLE", "HEAD", "TEMPLATE", "NOSCRIPT", "OBJECT", "IFRAME", "SVG", "SELECT"], StringComparer.OrdinalIgnoreCase);

    public static DocumentText Parse(ReadOnlySpan<byte> file)
    {
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(TextDecoder.Decode(file));
        var blocks = document.Body is { } body ? Read(body, 0) : [];
        if (blocks.Count == 0)
        {
            throw new DocumentException("La página no tiene texto. Guarde el formato en Word (.docx) o PDF y envíelo.");
        }

        return new DocumentText { Kind = DocumentKind.Html, Blocks = blocks };
    }

    private static List<DocumentBlock> Read(INode container, int depth)
    {
        if (depth > ReadingLimits.Depth * 5)
        {
            throw new DocumentException("La página anida demasiados elementos. Guarde el formato en Word (.docx) o PDF y envíelo.");
        }

        var blocks = new List<DocumentBlock>();
        var inline = new HtmlInline();
        foreach (var node in container.ChildNodes)
        {
            if (node is not IElement element || (IsInline(element) && element.QuerySelectorAll("p,div,table,ul,ol,h1,h2,h3,h4,h5,h6,li,br+br").Length == 0))
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

    private static IEnumerable<DocumentBlock> Block(IElement element, int depth)
    {
        if (Skipped.Contains(element.TagName) || IsHidden(element))
        {
            return [];
        }

        if (element is IHtmlTableElement table)
        {
            return [new DocumentBlock { Rows = [.. table.Rows.Select(row => new DocumentRow(Cells(row, depth)))] }];
        }

        var blocks = Read(element, depth + 1);
        if (element.TagName is ['H', >= '1' and <= '6' and var level])
        {
            return blocks.Select(block => block with { Heading = level - '0' });
        }

        return element.TagName == "LI" && blocks is [{ Rows: null } first, .. var rest] ? [first with { Marker = first.Marker ?? Marker(element), Level = ListDepth(element) }, .. rest] : blocks;
    }

    private static List<DocumentCell> Cells(IHtmlTableRowElement row, int depth)
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

    private static bool IsInline(IElement element) => element.TagName is "B" or "STRONG" or "I" or "EM" or "U" or "A" or "SPAN" or "FONT" or "SUP" or "SUB" or "BR"
        or "INPUT" or "SMALL" or "LABEL" or "MARK" or "CODE" or "S" or "INS" or "O:P" or "BIG" or "TEXTAREA";

    internal static bool IsHidden(IElement element) => element.HasAttribute("hidden")
        || element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    private static string Marker(IElement item) => item.ParentElement is IHtmlOrderedListElement list
        ? $"{list.Start + list.Children.Where(child => child.TagName == "LI").TakeWhile(child => child != item).Count()}."
        : "-";

    private static int ListDepth(IElement item) => Math.Clamp(item.Ancestors<IElement>().Count(parent => parent.TagName is "UL" or "OL") - 1, 0, 5);
}
