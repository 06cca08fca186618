using Acervo.Platform.Documents;
using Acervo.Platform.Documents.Html;
using AngleSharp.Html.Dom;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>
/// The tables of a page, which many systems save with the name of a spreadsheet. Each is a sheet; a cell over several columns stands in the first, and one
/// over several rows in each. Of tables that hold other tables the inner ones are read, and that is told.
/// </summary>
internal static class HtmlRows
{
    public static IEnumerable<TableRow> Read(string html, Action<string> tell)
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
        var tables = page.QuerySelectorAll("table").OfType<IHtmlTableElement>().ToLookup(table => table.QuerySelector("table") is null);
        if (tables[false].Any())
        {
            tell("La página tiene tablas que contienen otras tablas: se leyeron las de adentro, y no lo que las rodea.");
        }

        var number = 0;
        foreach (var table in tables[true])
        {
            number++;
            var (taken, merged) = (new Dictionary<int, int>(), new MergedDown());
            for (var row = 0; row < table.Rows.Length; row++)
            {
                yield return new TableRow($"Tabla {number}", row + 1, merged.Show(row + 1, Cells(table.Rows[row], row + 1, taken, merged)));
            }
        }
    }

    /// <param name="row">The row.</param>
    /// <param name="number">Its number.</param>
    /// <param name="taken">For how many rows yet a cell from above stands in a column.</param>
    /// <param name="merged">Where what stands over several rows is kept.</param>
    private static List<TableCell?> Cells(IHtmlTableRowElement row, int number, Dictionary<int, int> taken, MergedDown merged)
    {
        List<TableCell?> cells = [];
        foreach (var cell in row.Cells)
        {
            Skip();
            var (width, height) = (Math.Clamp(cell.ColumnSpan, 1, TableLimits.Columns), Math.Clamp(cell.RowSpan, 1, TableLimits.Rows));
            if (height > 1)
            {
                merged.Begin(new MergedBlock(number, number + height - 1, cells.Count, cells.Count + width - 1));
            }

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
