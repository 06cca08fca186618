using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace Acervo.Tests.Platform.Tables;

/// <summary>Workbooks of the tests.</summary>
internal static class Books
{
    public static Task<byte[]> WriteAsync(string sheet, params object[][] rows) => WriteAsync((sheet, rows, []));

    /// <param name="sheets">Name, rows, and ranges of merged cells. A number with a format is a pair of both.</param>
    public static async Task<byte[]> WriteAsync(params (string Name, object[][] Rows, string[] Merged)[] sheets)
    {
        using var file = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(file))
        {
            foreach (var (name, rows, merged) in sheets)
            {
                await book.StartWorksheetAsync(name);
                foreach (var row in rows)
                {
                    StyledCell[] cells = [.. row.Select(cell => cell switch
                    {
                        DateTime day => new StyledCell(new DataCell(day), null),
                        double number => new StyledCell(number, null),
                        (double number, string format) => new StyledCell(number, book.AddStyle(new Style { Format = NumberFormat.Custom(format) })),
                        _ => new StyledCell((string)cell, null),
                    })];
                    await book.AddRowAsync(cells);
                }

                merged.ToList().ForEach(book.MergeCells);
            }

            await book.FinishAsync();
        }

        return file.ToArray();
    }

    /// <summary>An OpenDocument workbook with these sheets, as they stand in its XML.</summary>
    public static byte[] OpenDocument(string sheets, string styles = "", string more = "")
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
            Write(zip, "content.xml", Flat(sheets, styles));
            Write(zip, "META-INF/manifest.xml", $"<manifest>{more}</manifest>");
        }

        return file.ToArray();

        static void Write(ZipArchive zip, string name, string text)
        {
            using var part = new StreamWriter(zip.CreateEntry(name).Open());
            part.Write(text);
        }
    }

    /// <summary>A workbook of Excel with one sheet of these rows, as they stand in its XML, and one text that its cells share.</summary>
    public static byte[] Raw(string rows, string shared = "", string before = "")
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Write(string name, string text)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(text);
            }

            Write("_rels/.rels", $"<Relationships xmlns='{Package}'><Relationship Id='r1' Type='{Links}/officeDocument' "
                + "Target='xl/workbook.xml'/></Relationships>");
            Write("xl/_rels/workbook.xml.rels", $"<Relationships xmlns='{Package}'><Relationship Id='r1' Type='{Links}/worksheet' "
                + $"Target='worksheets/sheet1.xml'/><Relationship Id='r2' Type='{Links}/sharedStrings' Target='sharedStrings.xml'/></Relationships>");
            Write("xl/workbook.xml", $"<workbook xmlns='{Main}' xmlns:r='{Links}'><sheets><sheet name='Hoja' sheetId='1' r:id='r1'/></sheets></workbook>");
            Write("xl/sharedStrings.xml", $"<sst xmlns='{Main}'><si><t>{shared}</t></si></sst>");
            Write("xl/worksheets/sheet1.xml", $"<worksheet xmlns='{Main}'>{before}<sheetData>{rows}</sheetData></worksheet>");
        }

        return file.ToArray();
    }

    /// <summary>The same as one XML file.</summary>
    public static string Flat(string sheets, string styles = "") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
          xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:s="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
          xmlns:c="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
        <o:automatic-styles>{styles}</o:automatic-styles><o:body><o:spreadsheet>{sheets}</o:spreadsheet></o:body></o:document>
        """;

    /// <summary>A workbook in the XML of 2003 with these sheets.</summary>
    public static byte[] Xml2003(string sheets) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
          xmlns:x="urn:schemas-microsoft-com:office:excel">
        <Styles><Style ss:ID="p"><NumberFormat ss:Format="0.0%"/></Style><Style ss:ID="c"><NumberFormat ss:Format="000"/></Style></Styles>
        {sheets}</Workbook>
        """);

    /// <summary>A workbook of old Excel with one sheet of these records, each a number and its bytes.</summary>
    public static byte[] Old(params (int Id, byte[] Body)[] records)
    {
        byte[] begin = [0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        byte[] place = [0, 0, 0, 0, 0, 0, 4, 0, .. "Hoja"u8];
        BinaryPrimitives.WriteInt32LittleEndian(place, 20 + 4 + place.Length + 4);
        byte[] sheet = [.. begin];
        sheet[2] = 0x10;
        List<byte> book = [];
        foreach (var (id, body) in (IEnumerable<(int, byte[])>)[(0x809, begin), (0x85, place), (0x0A, []), (0x809, sheet), .. records, (0x0A, [])])
        {
            book.AddRange([(byte)id, (byte)(id >> 8), (byte)body.Length, (byte)(body.Length >> 8), .. body]);
        }

        return Compound([.. book, .. new byte[Math.Max(0, 4096 - book.Count)]]);
    }

    private static byte[] Compound(byte[] book)
    {
        var sectors = (book.Length + 511) / 512;
        var file = new byte[512 * (3 + sectors)];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        Put(24, 0x0003003E, 0x0009FFFE, 6, 0, 0, 1, 1, 0, 4096, -2, 0, -2, 0, 0);
        file.AsSpan(80, 432).Fill(0xFF);
        file.AsSpan(512, 512).Fill(0xFF);
        Put(512, [-3, -2, .. Enumerable.Range(3, sectors - 1), -2]);
        Entry(1024, "Root Entry", 5, 1, -2, 0);
        Entry(1152, "Workbook", 2, -1, 2, book.Length);
        book.CopyTo(file, 1536);
        return file;

        void Put(int at, params int[] numbers)
        {
            foreach (var number in numbers)
            {
                BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), number);
                at += 4;
            }
        }

        void Entry(int at, string name, byte kind, int child, int start, int size)
        {
            Encoding.Unicode.GetBytes(name).CopyTo(file, at);
            (file[at + 64], file[at + 66], file[at + 67]) = ((byte)(name.Length * 2 + 2), kind, 1);
            Put(at + 68, -1, -1, child);
            Put(at + 116, start, size);
        }
    }
}
