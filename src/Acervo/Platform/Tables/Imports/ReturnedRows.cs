using Acervo.Platform.Tables.Sheets;
using Acervo.Platform.Text;
using Microsoft.EntityFrameworkCore;
using SpreadCheetah;

namespace Acervo.Platform.Tables.Imports;

/// <summary>The rows that did not go in, as a sheet with the columns of the one that was sent and the reason in a last one. No cell is a formula.</summary>
public sealed class ReturnedRows(AppDb db)
{
    public const string Reason = "Por qué no entró";

    public async Task WriteAsync(TableImport import, Stream output, CancellationToken cancel)
    {
        var head = await db.ImportRows.Of(import.Id).Where(row => row.Sheet == import.Sheet && row.Number <= import.HeaderRow).ToListAsync(cancel);
        var words = Heading.At(head, import.Sheet, import.HeaderRow).Words;
        var width = words.Keys.Max() + 1;
        await using var book = await Spreadsheet.CreateNewAsync(output, cancellationToken: cancel);
        await book.StartWorksheetAsync("Filas devueltas", token: cancel);
        await book.AddRowAsync([.. Enumerable.Range(0, width).Select(column => Text(words.GetValueOrDefault(column, ""))), Text(Reason)], cancel);
        await foreach (var row in db.ImportRows.AsNoTracking().Of(import.Id).LeftOut().AsAsyncEnumerable().WithCancellation(cancel))
        {
            DataCell[] cells = [.. Enumerable.Range(0, width).Select(column => CellOf(row.Cells.ElementAtOrDefault(column))),
                Text(string.Join(' ', row.Messages.DefaultIfEmpty("Se dejó fuera.")))];
            await book.AddRowAsync(cells, cancel);
        }

        await book.FinishAsync(cancel);
    }

    private static DataCell CellOf(TableCell? cell) => cell switch
    {
        null => new DataCell(""),
        { Number: { } number } => new DataCell(number),
        _ => Text(cell.Text),
    };

    private static DataCell Text(string text) => new(CsvCell.Guard(text));
}
