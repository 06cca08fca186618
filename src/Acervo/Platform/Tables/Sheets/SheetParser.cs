using System.Globalization;
using System.Xml;
using ExcelDataReader.Exceptions;

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
            SheetKind.Workbook => WorkbookRows.Read(file, tell),
            SheetKind.OpenDocument => OpenDocumentRows.Read(file, tell),
            SheetKind.XmlWorkbook => XmlWorkbookRows.Read(file, tell),
            SheetKind.Html => HtmlRows.Read(DelimitedText.Decode(file), tell),
            _ => Delimited(DelimitedText.Decode(file)),
        };
        return Bounded(Sound(rows));
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

    private static IEnumerable<TableRow> Sound(IEnumerable<TableRow> rows)
    {
        using var at = rows.GetEnumerator();
        while (Next(at))
        {
            yield return at.Current;
        }
    }

    /// <summary>Whatever a reader finds out of order on its way is one thing to whoever sent the file.</summary>
    private static bool Next(IEnumerator<TableRow> at)
    {
        try
        {
            return at.MoveNext();
        }
        catch (Exception cause) when (cause is ExcelReaderException or InvalidDataException or XmlException or IOException)
        {
            throw new TableException("La hoja de cálculo está dañada o incompleta. Ábrala en su programa, guárdela de nuevo y envíela.", cause);
        }
    }

    private static IEnumerable<TableRow> Bounded(IEnumerable<TableRow> rows)
    {
        var (count, said) = (0, 0L);
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

            var whole = row with { Cells = [.. row.Cells.Take(width).Select(Plain)] };
            said += whole.Weight;
            if (whole.Weight > TableLimits.RowLetters || said > TableLimits.Letters)
            {
                throw new TableException($"La tabla tiene más texto del que se puede revisar; el límite se alcanzó en la fila {row.Number}. Quite las "
                    + "columnas que no hagan falta, o divida el archivo.");
            }

            yield return whole;
        }
    }

    /// <summary>A format that is longer than any is none.</summary>
    private static TableCell? Plain(TableCell? cell) => cell?.Format?.Length > TableLimits.FormatLetters ? cell with { Format = null } : cell;

    /// <summary>A cell of plain text; null when nothing is in it.</summary>
    public static TableCell? Text(string text)
    {
        if (text.Length > TableLimits.CellLetters)
        {
            throw new TableException($"Una celda tiene más de {TableLimits.CellLetters.ToString("#,0", CultureInfo.GetCultureInfo("es-CO"))} letras. "
                + "Revise que el archivo sea una tabla y que no le falten comillas.");
        }

        text = string.Concat(text.Where(letter => !char.IsControl(letter) || letter is '\n' or '\t')).Trim();
        return text.Length == 0 ? null : new TableCell(text);
    }
}
