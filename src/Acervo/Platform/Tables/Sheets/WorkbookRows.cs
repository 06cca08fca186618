using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>
/// The rows of an Excel workbook, old or new. Formulas are never worked out: what counts is the value last saved. Hidden sheets are told, not read.
/// </summary>
internal static class WorkbookRows
{
    public static IEnumerable<TableRow> Read(byte[] file, Action<string> tell)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var isNew = file.AsSpan().StartsWith("PK"u8);
        if (isNew)
        {
            SheetPackage.Measure(file);
        }

        var errors = isNew ? NewWorkbookErrors.Find(file) : OldWorkbookErrors.Find(file);
        using var reader = Open(file);
        var sheet = -1;
        do
        {
            sheet++;
            if (reader.VisibleState != "visible")
            {
                tell($"La hoja «{reader.Name}» está oculta y no se leyó.");
                continue;
            }

            var (number, merged, hidden) = (0, new MergedDown(), Hidden(reader, tell));
            var begins = (reader.MergeCells ?? []).Select(range => new MergedBlock(Row(range.FromRow), Row(range.ToRow), range.FromColumn, range.ToColumn))
                .Where(block => block.Column is >= 0 and <= TableLimits.Columns).ToLookup(block => block.Row);
            while (reader.Read())
            {
                number++;
                var cells = Cells(reader);
                foreach (var (column, text) in errors[(sheet, number)])
                {
                    Put(cells, column, new TableCell(text));
                }

                hidden.Look(cells);
                foreach (var block in begins[number])
                {
                    merged.Begin(block);
                }

                yield return new TableRow(reader.Name, number, merged.Show(number, cells)) { Hidden = reader.RowHeight == 0 };
            }

            hidden.Tell();
        }
        while (reader.NextResult());
    }

    /// <summary>From 1. The reader takes the rows of old workbooks below the 32,767th for negative.</summary>
    private static int Row(int given) => (given < 0 ? given + 65_536 : given) + 1;

    private static HiddenColumns Hidden(IExcelDataReader reader, Action<string> tell)
    {
        var hidden = new HiddenColumns(reader.Name, tell);
        for (var column = 0; column < Math.Min(reader.FieldCount, TableLimits.Columns); column++)
        {
            if (reader.GetColumnWidth(column) == 0)
            {
                hidden.Add(column);
            }
        }

        return hidden;
    }

    private static List<TableCell?> Cells(IExcelDataReader reader)
    {
        List<TableCell?> cells = [];
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (reader.GetValue(column) is { } value && CellOf(value, reader.GetNumberFormatString(column)) is { } cell)
            {
                Put(cells, column, cell);
            }
        }

        return cells;
    }

    private static void Put(List<TableCell?> cells, int column, TableCell cell)
    {
        while (cells.Count <= column)
        {
            cells.Add(null);
        }

        cells[column] = cell;
    }

    private static TableCell? CellOf(object value, string? format) => value switch
    {
        DateTime moment => SheetXml.Moment(moment, format),
        TimeSpan time => new TableCell(time.ToString("c", CultureInfo.InvariantCulture)),
        bool yes => new TableCell(yes ? "Sí" : "No"),
        string text => SheetParser.Text(text),
        IConvertible number => Number(number.ToDouble(CultureInfo.InvariantCulture), format is "General" or "" ? null : format),
        _ => SheetParser.Text(value.ToString() ?? ""),
    };

    private static TableCell? Number(double number, string? format) =>
        double.IsFinite(number) ? SheetXml.Cell(number, NumberShown.Of(number, format), format) : null;

    private static IExcelDataReader Open(byte[] file)
    {
        try
        {
            return ExcelReaderFactory.CreateReader(new MemoryStream(file, writable: false));
        }
        catch (InvalidPasswordException cause)
        {
            throw SheetSignature.Locked(cause);
        }
    }
}
