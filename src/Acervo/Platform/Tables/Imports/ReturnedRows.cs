using Acervo.Platform.Tables.Sheets;
using Acervo.Platform.Text;
using Microsoft.EntityFrameworkCore;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace Acervo.Platform.Tables.Imports;

/// <summary>The rows that did not go in, as a sheet with the columns of the one that was sent and the reason in a last one. No cell is a formula.</summary>
public sealed class ReturnedRows(AppDb db)
{
    public const string Reason = "Por qué no entró";

    private const int MostStyles = 100;

    private readonly Dictionary<string, StyleId?> styles = new(StringComparer.Ordinal);

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
            StyledCell[] cells = [.. Enumerable.Range(0, width)
                .Select(column => CellOf(book, Corrected(import, row, column) ?? row.Cells.ElementAtOrDefault(column))),
                Text(string.Join(' ', row.Messages.DefaultIfEmpty("Se dejó fuera.")))];
            await book.AddRowAsync(cells, cancel);
        }

        await book.FinishAsync(cancel);
    }

    private static TableCell? Corrected(TableImport import, ImportRow row, int column) =>
        import.Mapping.TryGetValue(column, out var field) && row.Corrected.TryGetValue(field, out var typed) ? new TableCell(typed) : null;

    /// <summary>A number that its sheet shows otherwise than it is keeps its format: a code its zeros, a share its sign.</summary>
    private StyledCell CellOf(Spreadsheet book, TableCell? cell) => cell switch
    {
        null => new StyledCell("", null),
        { Number: { } number, Format: { Length: <= 255 } format } when NumberShown.Of(number, format) is not null
            => new StyledCell(number, StyleOf(book, format)),
        { Number: { } number } when cell.Text == SheetXml.Cell(number, null, null).Text => new StyledCell(number, null),
        _ => Text(cell.Text),
    };

    private StyleId? StyleOf(Spreadsheet book, string format)
    {
        if (!styles.TryGetValue(format, out var style) && styles.Count < MostStyles)
        {
            styles[format] = style = book.AddStyle(new Style { Format = NumberFormat.Custom(format) });
        }

        return style;
    }

    private static StyledCell Text(string text) => new(CsvCell.Guard(text), null);
}
