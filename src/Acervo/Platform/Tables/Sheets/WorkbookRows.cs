using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
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
        if (file.AsSpan().StartsWith("PK"u8))
        {
            Measure(file);
        }

        using var reader = Open(file);
        do
        {
            if (reader.VisibleState != "visible")
            {
                tell($"La hoja «{reader.Name}» está oculta y no se leyó.");
                continue;
            }

            var number = 0;
            while (Next(reader))
            {
                yield return new TableRow(reader.Name, ++number, Cells(reader)) { Hidden = reader.RowHeight == 0 };
            }
        }
        while (reader.NextResult());
    }

    private static List<TableCell?> Cells(IExcelDataReader reader)
    {
        List<TableCell?> cells = [];
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (reader.GetValue(column) is { } value && CellOf(value, reader.GetNumberFormatString(column)) is { } cell)
            {
                while (cells.Count < column)
                {
                    cells.Add(null);
                }

                cells.Add(cell);
            }
        }

        return cells;
    }

    private static TableCell? CellOf(object value, string? format) => value switch
    {
        DateTime moment => new TableCell(moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))
        {
            Day = new DateOnly(moment.Year, moment.Month, moment.Day),
        },
        TimeSpan time => new TableCell(time.ToString("c", CultureInfo.InvariantCulture)),
        bool yes => new TableCell(yes ? "Sí" : "No"),
        string text => SheetParser.Text(text),
        IConvertible number => Number(number.ToDouble(CultureInfo.InvariantCulture), format),
        _ => SheetParser.Text(value.ToString() ?? ""),
    };

    private static TableCell? Number(double number, string? format) => double.IsFinite(number)
        ? new TableCell(number.ToString("0.##########", CultureInfo.InvariantCulture)) { Number = number, Format = format is "General" or "" ? null : format }
        : null;

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
        catch (Exception cause) when (cause is ExcelReaderException or InvalidDataException or XmlException or IOException)
        {
            throw Damaged(cause);
        }
    }

    private static bool Next(IExcelDataReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception cause) when (cause is ExcelReaderException or InvalidDataException or XmlException or IOException)
        {
            throw Damaged(cause);
        }
    }

    /// <summary>Unpacks every part, counting, before anything reads it: the sizes that a package declares may lie.</summary>
    private static void Measure(byte[] file)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            var left = TableLimits.UnpackedBytes;
            var buffer = new byte[64 * 1024];
            foreach (var entry in archive.Entries.Count <= TableLimits.Parts ? archive.Entries : throw TooBig())
            {
                using var part = entry.Open();
                int read;
                while ((read = part.Read(buffer)) > 0)
                {
                    left -= read;
                    _ = left >= 0 ? left : throw TooBig();
                }
            }
        }
        catch (InvalidDataException cause)
        {
            throw Damaged(cause);
        }
    }

    private static TableException TooBig() => new("El archivo ocupa más de 200 MB al descomprimirse y no se lee por seguridad. Quite imágenes y hojas que no "
        + "hagan falta, o divídalo.");

    private static TableException Damaged(Exception cause) =>
        new("La hoja de cálculo está dañada o incompleta. Ábrala en Excel, guárdela de nuevo y envíela.", cause);
}
