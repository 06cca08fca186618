using SpreadCheetah;

namespace Acervo.Tests.Platform.Tables;

/// <summary>Workbooks of the tests.</summary>
internal static class Books
{
    public static async Task<byte[]> WriteAsync(string sheet, params object[][] rows)
    {
        using var file = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(file))
        {
            await book.StartWorksheetAsync(sheet);
            foreach (var row in rows)
            {
                DataCell[] cells = [.. row.Select(cell => cell switch
                {
                    DateTime day => new DataCell(day),
                    double number => new DataCell(number),
                    _ => new DataCell((string)cell),
                })];
                await book.AddRowAsync(cells);
            }

            await book.FinishAsync();
        }

        return file.ToArray();
    }
}
