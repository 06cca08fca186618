using System.IO.Compression;
using System.Text;
using Acervo.Platform.Tables.Sheets;
using Acervo.Tests.Modules.Practices;
using FsCheck;
using FsCheck.Fluent;

namespace Acervo.Tests.Platform.Tables;

/// <summary>Sheets as programs save them, and files made to harm.</summary>
public sealed class SheetTests
{
    private static readonly string[] Pieces = ["a", "ñ", "«b»", " ", ";", ",", "\t", "|", "\"", "\"\"", "\n", "\r\n", "=1+1", "1.234,5", "\ufeff", "🙂", "'"];

    [Fact]
    public void Any_table_comes_back_from_a_delimited_file_cell_by_cell()
    {
        var cell = Gen.Elements(Pieces).ListOf().Select(parts => string.Concat(parts.Take(6)));
        var table = cell.ArrayOf(3).ListOf().Select(rows => rows.Take(8).ToArray());

        Prop.ForAll(table.ToArbitrary(), rows => Gen.Elements(';', ',', '\t', '|').Sample(1).All(separator =>
        {
            var text = string.Concat(rows.Select(row => string.Join(separator, row.Select(one => $"\"{one.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
                + "\r\n"));
            var read = new DelimitedRecords(text, separator).Read().ToList();
            return read.Count == rows.Length && read.Zip(rows).All(pair => pair.First.SequenceEqual(pair.Second, StringComparer.Ordinal));
        })).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Whatever_the_text_is_it_is_read_or_refused_in_a_sentence()
    {
        var text = Gen.Elements([.. Pieces, "<table>", "<td rowspan=3>", "<td colspan=900>", "<tr>", "PK", "sep=,\n", "\0"]).ListOf().Select(string.Concat);

        Prop.ForAll(text.ToArbitrary(), written => Read(Encoding.UTF8.GetBytes(written)).Length > 0).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public async Task Rows_and_columns_count_as_a_spreadsheet_counts_them_and_days_and_numbers_keep_what_they_are()
    {
        var book = await Books.WriteAsync("Enero", [], ["Título"], ["x", "", 12.5, new DateTime(2025, 3, 5, 0, 0, 0, DateTimeKind.Unspecified)], ["#N/A"]);

        Assert.Equal("Enero 2: Título | Enero 3: x,,12.5,2025-03-05 | Enero 4: #N/A", Read(book));
        var day = SheetParser.Read(book, _ => { }).ElementAt(1).Cells;
        Assert.Equal((12.5, new DateOnly(2025, 3, 5)), (day[2]!.Number, day[3]!.Day));
        Assert.True(SheetParser.Read(book, _ => { }).Last().Cells[0]!.IsError);
        Assert.Equal(" 1: a,b | 4: c,«d»", Read("a;b\n\n\nc;\"«d»\"\n"u8.ToArray()).Replace("|  4", "| 4", StringComparison.Ordinal));
        Assert.Equal(" 2: a;b,c", Read("sep=,\na;b,c\n"u8.ToArray()));
        Assert.Equal(" 1: a,b", Read(Encoding.Unicode.GetBytes("aaaa;bbbb\n")).Replace("aaaa,bbbb", "a,b", StringComparison.Ordinal));
        Assert.Equal("Tabla 1 1: A,,B | Tabla 1 2: x,1,2 | Tabla 1 3: x,3,4",
            Read("<html><table><tr><th colspan=2>A<th>B<tr><td rowspan=2>x<td>1<td>2<tr><td>3<td>4</table>"u8.ToArray()));
    }

    [Theory]
    [InlineData("", "está vacío")]
    [InlineData("%PDF-1.7 ...", "no es una tabla")]
    [InlineData("PKnada", "no es una hoja de cálculo")]
    [InlineData("PK\u0003\u0004 xl/workbook.xml", "está dañada o incompleta")]
    [InlineData("PK\u0003\u0004 xl/workbook.bin", "libro binario de Excel (.xlsb)")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", "(DTD)")]
    [InlineData("<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet>", "está dañada o incompleta")]
    public void What_is_no_table_is_refused_in_a_sentence(string file, string sentence) =>
        Assert.Contains(sentence, Read(Encoding.UTF8.GetBytes(file)), StringComparison.Ordinal);

    [Fact]
    public async Task A_file_made_to_harm_is_refused_in_a_sentence()
    {
        var book = await Books.WriteAsync("Hoja", ["a", "b"]);
        Assert.Contains("dañada", Read(book[..(book.Length / 2)]), StringComparison.Ordinal);
        Assert.Contains("contraseña", Read([0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]),
            StringComparison.Ordinal);
        Assert.Contains("no es una tabla", Read([0xD0, 0xCF, 0x11, 0xE0, .. new byte[600]]), StringComparison.Ordinal);
        Assert.Contains("200 MB", Read(Bomb(book)), StringComparison.Ordinal);
        Assert.Contains("columnas", Read(Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Repeat("x", 400)))), StringComparison.Ordinal);
        Assert.Contains("letras", Read(Encoding.UTF8.GetBytes("a;b\n" + new string('x', 40_000))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#N/A", "#N/A")]
    [InlineData("#REF!", "#REF!")]
    [InlineData("#DIV/0!", "#DIV/0!")]
    [InlineData("#GETTING_DATA", "#VALUE!")]
    [InlineData("Compras 2026", "#VALUE!")]
    public void The_error_of_a_formula_is_told_and_no_empty_cell(string error, string read)
    {
        // The second row does not say where it stands, and its cells neither; the last stands further down.
        var book = Books.Raw($"<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='e'><v>{error}</v></c></row>"
            + $"<row><c t='s'><v>0</v></c><c t='e'><f>B1</f><v>{error}</v></c></row><row r='7'><c r='B7' t='e'><v>{error}</v></c></row>", "Fuente");

        var rows = SheetParser.Read(book, _ => { }).ToList();

        Assert.Equal([1, 2, 7], rows.Select(row => row.Number));
        Assert.All(rows, row => Assert.Equal((read, true), (row.Cells[1]!.Text, row.Cells[1]!.IsError)));
        Assert.Equal(["Fuente", "Fuente", null], rows.Select(row => row.Cells[0]?.Text));
    }

    [Fact]
    public async Task Cells_that_all_say_one_long_text_fill_no_memory()
    {
        // Hundreds of megabytes out of some kilobytes: in one row, and a little in each of many.
        var text = new string('x', TableLimits.CellLetters);
        Assert.Contains("el límite se alcanzó en la fila 1", Read(Books.Raw(Row(1, 200), text)), StringComparison.Ordinal);
        Assert.Contains("más texto del que se puede revisar",
            Read(Books.Raw(string.Concat(Enumerable.Range(1, 400).Select(row => Row(row, 10))), text)), StringComparison.Ordinal);

        using var reader = new SheetReader(SheetReader.Limits, TimeProvider.System);
        using var book = new MemoryStream(Books.Raw(string.Concat(Enumerable.Range(1, 3000).Select(row => Row(row, 25))), text));
        var refusal = await Assert.ThrowsAsync<TableException>(async () =>
        {
            await foreach (var row in reader.ReadAsync(book, _ => { }, TestContext.Current.CancellationToken))
            {
                Assert.True(row.Weight <= TableLimits.RowLetters, $"{row.Weight}");
            }
        });
        Assert.Contains("más texto del que se puede revisar", refusal.Message, StringComparison.Ordinal);

        static string Row(int number, int width) => $"<row r='{number}'>{string.Concat(Enumerable.Range(0, width).Select(column =>
            $"<c r='{TableRow.Letters(column)}{number}' t='s'><v>0</v></c>"))}</row>";
    }

    [Fact]
    public async Task The_child_process_reads_what_is_a_table_and_tells_what_is_none()
    {
        using var reader = new SheetReader(SheetReader.Limits, TimeProvider.System);
        List<string> read = [];
        using var book = new MemoryStream(await Books.WriteAsync("Hoja", ["a"], ["b"]));
        await foreach (var row in reader.ReadAsync(book, _ => { }, TestContext.Current.CancellationToken))
        {
            read.Add(row.Cells[0]!.Text);
        }

        Assert.Equal(["a", "b"], read);
        using var none = new MemoryStream("%PDF-1.7"u8.ToArray());
        var refusal = await Assert.ThrowsAsync<TableException>(async () =>
        {
            await foreach (var row in reader.ReadAsync(none, _ => { }, TestContext.Current.CancellationToken))
            {
                Assert.Fail(row.Sheet);
            }
        });
        Assert.Contains("no es una tabla", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_of_old_Excel_is_read_with_its_days()
    {
        var rows = SheetParser.Read(File.ReadAllBytes(Shared.Fixture("cooperation/04-idiger-informe.xls")), _ => { }).ToList();

        Assert.NotEmpty(rows);
        Assert.Contains(rows, row => row.Cells.Any(cell => cell?.Day is not null));
    }

    /// <summary>What was read in one line, or the sentence that refused it.</summary>
    internal static string Read(byte[] file, Action<string>? tell = null)
    {
        try
        {
            var rows = SheetParser.Read(file, tell ?? (_ => { }))
                .Select(row => $"{row.Sheet} {row.Number}: {string.Join(',', row.Cells.Select(cell => cell?.Text))}").ToList();
            return rows.Count == 0 ? "nothing" : string.Join(" | ", rows);
        }
        catch (TableException refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>The workbook with a part that unpacks to more than a machine should hold.</summary>
    internal static byte[] Bomb(byte[] book)
    {
        using var file = new MemoryStream();
        file.Write(book);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/media/image1.bin", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var written = 0; written < 201; written++)
            {
                part.Write(zeros);
            }
        }

        return file.ToArray();
    }
}
