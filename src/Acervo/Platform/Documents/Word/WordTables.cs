using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Acervo.Platform.Documents.Word;

/// <summary>Reads the grid of a Word table: spans move the next cell to the right, cells merged upwards say nothing again.</summary>
internal static class WordTables
{
    public static IReadOnlyList<DocumentRow> Rows(Table table, Func<TableCell, IReadOnlyList<DocumentBlock>> read) =>
        [.. Flat<TableRow>(table).Where(row => row.TableRowProperties?.GetFirstChild<Deleted>() is null).Select(row => new DocumentRow(Cells(row, read)))];

    private static List<DocumentCell> Cells(TableRow row, Func<TableCell, IReadOnlyList<DocumentBlock>> read)
    {
        var cells = new List<DocumentCell>();
        var column = row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0;
        foreach (var cell in Flat<TableCell>(row))
        {
            var properties = cell.TableCellProperties;
            var merged = properties?.VerticalMerge is { } merge && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue);
            cells.Add(new DocumentCell(column, merged ? [] : read(cell)));
            column += Math.Max(properties?.GridSpan?.Val?.Value ?? 1, 1);
        }

        return cells;
    }

    /// <summary>Rows and cells may sit inside content controls.</summary>
    private static IEnumerable<T> Flat<T>(OpenXmlElement container) where T : OpenXmlElement =>
        container.ChildElements.SelectMany(element => element switch
        {
            T wanted => [wanted],
            SdtElement or SdtContentRow or SdtContentCell or CustomXmlElement => Flat<T>(element),
            _ => Enumerable.Empty<T>(),
        });
}
