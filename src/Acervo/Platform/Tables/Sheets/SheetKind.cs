using System.Text;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>What a table is by its first bytes; its name is never believed.</summary>
internal enum SheetKind
{
    Delimited,
    Html,
    Workbook,
    OpenDocument,
    XmlWorkbook,
}

/// <summary>Tells the kind of a table, and refuses in plain words what is none.</summary>
internal static class SheetSignature
{
    private const string NoTable = "El archivo no es una tabla. Envíelo como hoja de cálculo (.xlsx, .xls u .ods) o como CSV.";

    public static SheetKind Detect(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            throw new TableException("El archivo está vacío. Vuelva a guardarlo y envíelo de nuevo.");
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return Compound(file);
        }

        if (file.StartsWith("PK"u8))
        {
            _ = file.IndexOf("xl/workbook.bin"u8) < 0 ? true
                : throw new TableException("El archivo es un libro binario de Excel (.xlsb), que no se lee. Guárdelo como .xlsx y envíelo de nuevo.");
            return file.IndexOf("xl/"u8) >= 0 ? SheetKind.Workbook : file.IndexOf("content.xml"u8) >= 0 ? SheetKind.OpenDocument
                : throw new TableException("El archivo está comprimido y no es una hoja de cálculo. Guárdelo como .xlsx o .ods y envíelo de nuevo.");
        }

        return Text(file);
    }

    private static SheetKind Compound(ReadOnlySpan<byte> file) => file switch
    {
        _ when file.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 => throw Locked(),
        _ when file.IndexOf(Encoding.Unicode.GetBytes("Workbook")) >= 0 || file.IndexOf(Encoding.Unicode.GetBytes("Book")) >= 0 => SheetKind.Workbook,
        _ => throw new TableException(NoTable),
    };

    public static TableException Locked(Exception? cause = null) =>
        new("La hoja de cálculo está protegida con contraseña. Quítela en Excel (Archivo, Información, Proteger libro) y envíela de nuevo.", cause);

    private static SheetKind Text(ReadOnlySpan<byte> file)
    {
        var head = file[..Math.Min(file.Length, 4096)];
        var isWide = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || DelimitedText.IsWide(head);
        if (!isWide && (head.IndexOf((byte)0) >= 0 || head.StartsWith("%PDF-"u8) || head.StartsWith("{\\rtf"u8)))
        {
            throw new TableException(NoTable);
        }

        var start = DelimitedText.Decode(head.ToArray()).TrimStart();
        return start switch
        {
            not ['<', ..] => SheetKind.Delimited,
            _ when start.Contains(XmlWorkbookRows.Space, StringComparison.Ordinal) && start.Contains("<?xml", StringComparison.OrdinalIgnoreCase)
                => SheetKind.XmlWorkbook,
            _ when start.Contains("urn:oasis:names:tc:opendocument:xmlns:office", StringComparison.Ordinal) => SheetKind.OpenDocument,
            _ when start.Contains("<table", StringComparison.OrdinalIgnoreCase) || start.Contains("<html", StringComparison.OrdinalIgnoreCase)
                => SheetKind.Html,
            _ => SheetKind.Delimited,
        };
    }
}
