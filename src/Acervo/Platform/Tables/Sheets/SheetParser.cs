using System.Globalization;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>Reads the rows of a table of any kind, one after the other. It trusts nothing, yet belongs in a process that may die.</summary>
internal static class SheetParser
{
    /// <param name="file">The bytes, whatever they are.</param>
    /// <param name="tell">What was not read, in sentences for the person.</param>
    public static IEnumerable<TableRow> Read(byte[] file, Action<string> tell)
    {
        var rows = SheetSignature.Detect(file) switch
        {
            SheetKind.Workbook or SheetKind.OldWorkbook => WorkbookRows.Read(file, tell),
            SheetKind.Html => HtmlRows.Read(DelimitedText.Decode(file)),
            _ => Delimited(DelimitedText.Decode(file)),
        };
        return Bounded(rows);
    }

    private static IEnumerable<TableRow> Delimited(string text)
    {
        var (separator, number, start) = (DelimitedText.SeparatorOf(text), 0, 0);
        // The line by which Excel is told the separator.
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5)
        {
            (separator, number) = (text[4], 1);
            start = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        }

        foreach (var record in new DelimitedRecords(text[start..], separator).Read())
        {
            yield return new TableRow("", ++number, [.. record.Select(Text)]);
        }
    }

    private static IEnumerable<TableRow> Bounded(IEnumerable<TableRow> rows)
    {
        var count = 0;
        foreach (var row in rows)
        {
            var width = row.Cells.Count;
            while (width > 0 && row.Cells[width - 1] is null)
            {
                width--;
            }

            if (width == 0)
            {
                continue;
            }

            if (width > TableLimits.Columns)
            {
                throw new TableException($"La fila {row.Number} tiene más de {TableLimits.Columns} columnas. "
                    + "Deje solo las que hacen falta y envíelo de nuevo.");
            }

            if (++count > TableLimits.Rows)
            {
                throw new TableException("La tabla tiene más de 100.000 filas. Divídala y envíe cada parte.");
            }

            yield return row with { Cells = [.. row.Cells.Take(width)] };
        }
    }

    /// <summary>A cell of plain text; null when nothing is in it.</summary>
    public static TableCell? Text(string text)
    {
        text = string.Concat(text.Where(letter => !char.IsControl(letter) || letter is '\n' or '\t')).Trim();
        if (text.Length > TableLimits.CellLetters)
        {
            throw new TableException($"Una celda tiene más de {TableLimits.CellLetters.ToString("#,0", CultureInfo.GetCultureInfo("es-CO"))} letras. "
                + "Revise que el archivo sea una tabla y que no le falten comillas.");
        }

        return text.Length == 0 ? null : new TableCell(text);
    }
}
