using Acervo.Platform.Documents;
using Acervo.Platform.Documents.Html;
using AngleSharp.Html.Dom;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>
/// The tables of a page, which many systems save with the name of a spreadsheet. Each is a sheet; a cell over several places stands in the first.
/// </summary>
internal static class HtmlRows
{
    public static IEnumerable<TableRow> Read(string html)
    {
        try
        {
            HtmlDepth.Check(html);
        }
        catch (DocumentException deep)
        {
            throw new TableException("La página anida demasiados elementos. Guarde la tabla como .xlsx o CSV y envíela de nuevo.", deep);
        }

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        var number = 0;
        foreach (var table in page.QuerySelectorAll("table").OfType<IHtmlTableElement>().Where(table => table.QuerySelector("table") is null))
        {
            number++;
            Dictionary<int, int> taken = [];
            for (var row = 0; row < table.Rows.Length; row++)
            {
                yield return new TableRow($"Tabla {number}", row + 1, Cells(table.Rows[row], taken));
            }
        }
    }

    /// <param name="row">The row.</param>
    /// <param name="taken">For how many rows yet a cell from above stands in a column.</param>
    private static List<TableCell?> Cells(IHtmlTableRowElement row, Dictionary<int, int> taken)
    {
        List<TableCell?> cells = [];
        foreach (var cell in row.Cells)
        {
            Skip();
            var (width, height) = (Math.Clamp(cell.ColumnSpan, 1, TableLimits.Columns), Math.Clamp(cell.RowSpan, 1, TableLimits.Rows));
            for (var i = 0; i < width && cells.Count <= TableLimits.Columns; i++)
            {
                taken[cells.Count] = height - 1;
                cells.Add(i == 0 ? SheetParser.Text(string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))) : null);
            }
        }

        Skip();
        return cells;

        void Skip()
        {
            while (taken.GetValueOrDefault(cells.Count) > 0)
            {
                taken[cells.Count]--;
                cells.Add(null);
            }
        }
    }
}
