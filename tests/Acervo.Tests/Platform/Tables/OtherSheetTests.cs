using System.Text;
using Acervo.Platform.Tables.Sheets;
using FsCheck;
using FsCheck.Fluent;

namespace Acervo.Tests.Platform.Tables;

/// <summary>OpenDocument sheets, the XML of 2003, merged cells, failed formulas and numbers that say more than their value; and files made to harm.</summary>
public sealed class OtherSheetTests
{
    private static readonly string[] Pieces = ["a", "ñ", "«b»", "  ", "&", "<", ">", "\"", "'", "\n", "🙂", "]]>", "=1+1"];

    public static TheoryData<byte[]> WithHiddenColumns =>
    [
        Books.Raw("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>0</v></c></row>", "Dato",
            "<cols><col min='2' max='4' width='8' hidden='1'/></cols>"),
        Books.OpenDocument("""
            <t:table t:name="Hoja"><t:table-columns><t:table-column/></t:table-columns>
            <t:table-column-group><t:table-column t:number-columns-repeated="3" t:visibility="collapse"/></t:table-column-group>
            <t:table-row><t:table-cell><x:p>Dato</x:p></t:table-cell><t:table-cell/><t:table-cell><x:p>Dato</x:p></t:table-cell></t:table-row></t:table>
            """),
        Books.Xml2003("""
            <Worksheet ss:Name="Hoja"><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="2"/>
            <Row><Cell><Data ss:Type="String">Dato</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">Dato</Data></Cell></Row></Table></Worksheet>
            """),
    ];

    [Theory]
    [MemberData(nameof(WithHiddenColumns))]
    public void A_hidden_column_that_says_something_is_read_and_told(byte[] book)
    {
        List<string> notes = [];

        var cells = Assert.Single(SheetParser.Read(book, notes.Add)).Cells;

        Assert.Equal(["Dato", null, "Dato"], cells.Select(cell => cell?.Text));
        Assert.Equal(["La columna C de la hoja «Hoja» está oculta: se leyó como las demás."], notes);
    }

    [Fact]
    public void Any_table_comes_back_from_both_kinds_of_XML_cell_by_cell()
    {
        var cell = Gen.Elements(Pieces).ListOf().Select(parts => string.Concat(parts.Take(6)).Trim());
        var table = cell.ArrayOf(3).ListOf().Select(rows => rows.Take(8).ToArray());

        Prop.ForAll(table.ToArbitrary(), rows =>
        {
            var document = string.Concat(rows.Select(row => $"<t:table-row>{string.Concat(row.Select(Paragraphs))}</t:table-row>"));
            var old = string.Concat(rows.Select(row => $"<Row>{string.Concat(row.Select(one =>
                $"<Cell><Data ss:Type=\"String\">{Escape(one)}</Data></Cell>"))}</Row>"));
            var expected = rows.Select(row => row.Select(one => one.Trim()).ToArray()).Where(row => row.Any(one => one.Length > 0))
                .Select(row => string.Join('|', row).TrimEnd('|')).ToList();
            return Texts(Books.OpenDocument($"<t:table t:name=\"H\">{document}</t:table>")).SequenceEqual(expected, StringComparer.Ordinal)
                && Texts(Books.Xml2003($"<Worksheet ss:Name=\"H\"><Table>{old}</Table></Worksheet>")).SequenceEqual(expected, StringComparer.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    [Fact]
    public void Whatever_stands_in_the_XML_it_is_read_or_refused_in_a_sentence()
    {
        string[] parts =
        [
            "<t:table t:name='a'>", "</t:table>", "<t:table-row>", "<t:table-row t:number-rows-repeated='9999999999'>", "</t:table-row>", "<t:table-cell>",
            "<t:table-cell t:number-columns-repeated='16384' o:value-type='float' o:value='1'/>", "</t:table-cell>", "<x:p>a</x:p>", "<x:s x:c='99999999'/>",
            "<t:covered-table-cell/>", "<t:table-cell t:number-rows-spanned='-4' o:value-type='date' o:date-value='2025-99-99'/>", "&lt;", "&b;",
        ];
        Prop.ForAll(Gen.Elements(parts).ListOf().Select(string.Concat).ToArbitrary(),
            written => SheetTests.Read(Books.OpenDocument(written)).Length > 0).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void An_OpenDocument_sheet_says_what_it_shows_and_what_is_behind_it()
    {
        List<string> notes = [];
        var book = Books.OpenDocument("""
            <t:tracked-changes><t:table t:name="antes"><t:table-row><t:table-cell><x:p>borrado</x:p></t:table-cell></t:table-row></t:table></t:tracked-changes>
            <t:table t:name="Listas" t:style-name="oculta"><t:table-row><t:table-cell><x:p>no</x:p></t:table-cell></t:table-row></t:table>
            <t:table t:name="Enero"><t:table-column/>
            <t:table-header-rows><t:table-row t:number-rows-repeated="3"><t:table-cell t:number-columns-repeated="1024"/></t:table-row></t:table-header-rows>
            <t:table-row><t:table-cell/>
            <t:table-cell o:value-type="string"><o:annotation><x:p>no</x:p></o:annotation><x:p>Dos<x:s x:c="2"/>palabras</x:p><x:p>y más</x:p></t:table-cell>
            <t:table-cell o:value-type="date" o:date-value="2025-03-05"><x:p>mar 25</x:p></t:table-cell>
            <t:table-cell o:value-type="percentage" o:value="0.125"><x:p>12,5 %</x:p></t:table-cell>
            <t:table-cell o:value-type="float" o:value="7"><x:p>007</x:p></t:table-cell>
            <t:table-cell o:value-type="currency" o:currency="EUR" o:value="1200.5"><x:p>1.200,50 €</x:p></t:table-cell>
            <t:table-cell o:value-type="boolean" o:boolean-value="true"><x:p>VERDADERO</x:p></t:table-cell>
            <t:table-cell o:value-type="string" c:value-type="error"><x:p>#N/D</x:p></t:table-cell></t:table-row>
            <t:table-row t:visibility="collapse"><t:table-cell t:number-columns-repeated="2" o:value-type="float" o:value="1"/></t:table-row>
            <t:table-row t:number-rows-repeated="2"><t:table-cell><x:p>r</x:p></t:table-cell></t:table-row>
            <t:table-row t:number-rows-repeated="1048500"><t:table-cell/></t:table-row></t:table>
            """, """<s:style s:name="oculta" s:family="table"><s:table-properties t:display="false"/></s:style>""");

        var rows = SheetParser.Read(book, notes.Add).ToList();

        Assert.Equal("Enero 4: ,Dos  palabras\ny más,2025-03-05,12,5 %,007,1200.5,Sí,#N/D | Enero 5: 1,1 | Enero 6: r | Enero 7: r",
            string.Join(" | ", rows.Select(row => $"{row.Sheet} {row.Number}: {string.Join(',', row.Cells.Select(cell => cell?.Text))}")));
        Assert.Equal((0.125, 7d, "[$EUR]", true, true), (rows[0].Cells[3]!.Number, rows[0].Cells[4]!.Number, rows[0].Cells[5]!.Format,
            rows[0].Cells[7]!.IsError, rows[1].Hidden));
        Assert.Equal(["La hoja «Listas» está oculta y no se leyó."], notes);
        Assert.Equal("Enero 1: a", SheetTests.Read(Encoding.UTF8.GetBytes(
            Books.Flat("<t:table t:name='Enero'><t:table-row><t:table-cell><x:p>a</x:p></t:table-cell></t:table-row></t:table>"))));
    }

    [Fact]
    public void The_XML_of_2003_says_what_it_shows_and_what_is_behind_it()
    {
        List<string> notes = [];
        var read = SheetTests.Read(Books.Xml2003("""
            <Worksheet ss:Name="Enero"><Table><Row ss:Index="3" ss:Span="1">
            <Cell ss:Index="2"><Data ss:Type="String">a</Data><Comment><Data>no</Data></Comment></Cell>
            <Cell ss:StyleID="p"><Data ss:Type="Number">0.125</Data></Cell><Cell ss:StyleID="c"><Data ss:Type="Number">7</Data></Cell>
            <Cell><Data ss:Type="DateTime">2025-03-05T00:00:00.000</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row>
            <Row><Cell ss:MergeAcross="1"><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="String">c</Data></Cell></Row></Table></Worksheet>
            <Worksheet ss:Name="Listas"><Table><Row><Cell><Data ss:Type="String">no</Data></Cell></Row></Table>
            <x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>
            """), notes.Add);

        Assert.Equal("Enero 3: ,a,12,5%,007,2025-03-05,#REF! | Enero 5: Sí,,c", read);
        Assert.Equal(["La hoja «Listas» está oculta y no se leyó."], notes);
    }

    [Fact]
    public async Task Cells_merged_downwards_fill_their_rows_and_what_lies_under_them_says_nothing()
    {
        const string Merged = "1: A,B | 2: x,1 | 3: x,2 | 4: y,3";
        var book = await Books.WriteAsync(("Hoja", [["A", "B"], ["x", "1"], ["tapado", "2"], ["y", "3"]], ["A2:A3"]));
        var document = Books.OpenDocument("""
            <t:table t:name="Hoja"><t:table-row><t:table-cell><x:p>A</x:p></t:table-cell><t:table-cell><x:p>B</x:p></t:table-cell></t:table-row>
            <t:table-row><t:table-cell t:number-rows-spanned="2"><x:p>x</x:p></t:table-cell><t:table-cell><x:p>1</x:p></t:table-cell></t:table-row>
            <t:table-row><t:covered-table-cell><x:p>tapado</x:p></t:covered-table-cell><t:table-cell><x:p>2</x:p></t:table-cell></t:table-row>
            <t:table-row><t:table-cell><x:p>y</x:p></t:table-cell><t:table-cell><x:p>3</x:p></t:table-cell></t:table-row></t:table>
            """);
        var old = Books.Xml2003("""
            <Worksheet ss:Name="Hoja"><Table><Row><Cell><Data ss:Type="String">A</Data></Cell><Cell><Data ss:Type="String">B</Data></Cell></Row>
            <Row><Cell ss:MergeDown="1"><Data ss:Type="String">x</Data></Cell><Cell><Data ss:Type="String">1</Data></Cell></Row>
            <Row><Cell ss:Index="2"><Data ss:Type="String">2</Data></Cell></Row>
            <Row><Cell><Data ss:Type="String">y</Data></Cell><Cell><Data ss:Type="String">3</Data></Cell></Row></Table></Worksheet>
            """);
        var page = "<html><table><tr><th>A<th>B<tr><td rowspan=2>x<td>1<tr><td>2<tr><td>y<td>3</table>"u8.ToArray();
        var oldest = Books.Old(Label(0, 0, "A"), Label(0, 1, "B"), Label(1, 0, "x"), Label(1, 1, "1"), Label(2, 1, "2"), Label(3, 0, "y"), Label(3, 1, "3"),
            (0xE5, [1, 0, 1, 0, 2, 0, 0, 0, 0, 0]));

        foreach (var file in new[] { book, document, old, page, oldest })
        {
            var rows = SheetParser.Read(file, _ => { }).ToList();
            Assert.Equal(Merged, string.Join(" | ", rows.Select(row => $"{row.Number}: {string.Join(',', row.Cells.Select(cell => cell?.Text))}")));
            Assert.Equal((null, 2), (rows[1].Cells[0]!.From, rows[2].Cells[0]!.From));
        }

        // Two rows that are one all over are one row.
        Assert.Equal("Hoja 1: A,B | Hoja 3: C", SheetTests.Read(await Books.WriteAsync(("Hoja", [["A", "B"], [], ["C"]], ["A1:A2", "B1:B2"]))));
    }

    [Fact]
    public void The_error_of_a_formula_in_old_Excel_is_no_empty_cell()
    {
        var file = Books.Old(Label(0, 0, "a"), (0x205, [1, 0, 0, 0, 0, 0, 0x17, 1]), (0x205, [1, 0, 1, 0, 0, 0, 1, 0]),
            (0x06, [2, 0, 1, 0, 0, 0, 2, 0, 7, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0]));

        Assert.Equal("Hoja 1: a | Hoja 2: #REF!,Sí | Hoja 3: ,#DIV/0!", SheetTests.Read(file));

        // Sectors and records that lead nowhere, or in a circle, end in a sentence.
        byte[] circle = [.. file];
        (circle[512 + 16], circle[512 + 17], circle[512 + 18], circle[512 + 19]) = (2, 0, 0, 0);
        Assert.Contains("dañada", SheetTests.Read(circle), StringComparison.Ordinal);
        Assert.Contains("dañada", SheetTests.Read(file[..2000]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.125, "0.0%", "12,5%")]
    [InlineData(0.125, "0%", "13%")]
    [InlineData(7, "000", "007")]
    [InlineData(12345, "000", "12345")]
    [InlineData(7, "\"SDHT-\"0000", "SDHT-0007")]
    [InlineData(11001, "00-000", "11-001")]
    [InlineData(7, "0", "7")]
    [InlineData(7, "#,##0", "7")]
    [InlineData(7.5, "000", "7.5")]
    [InlineData(1200, "[$€-2] #,##0", "1200")]
    public async Task A_number_is_shown_as_its_format_shows_it_where_that_says_more(double number, string format, string shown)
    {
        var cell = SheetParser.Read(await Books.WriteAsync("Hoja", [(number, format)]), _ => { }).Single().Cells[0]!;

        Assert.Equal((shown, number), (cell.Text, cell.Number));
    }

    [Fact]
    public void A_file_made_to_harm_is_refused_in_a_sentence()
    {
        const string Row = "<t:table-row><t:table-cell><x:p>a</x:p></t:table-cell></t:table-row>";
        var book = Books.OpenDocument($"<t:table>{Row}</t:table>");
        Assert.Contains("100.000 filas", Sheet($"<t:table-row t:number-rows-repeated='1000000'>{Row[13..]}"), StringComparison.Ordinal);
        Assert.Contains("columnas", Sheet("<t:table-row><t:table-cell t:number-columns-repeated='9999' o:value-type='float' o:value='1'/></t:table-row>"),
            StringComparison.Ordinal);
        Assert.Contains("letras", Sheet($"<t:table-row><t:table-cell><x:p>{string.Concat(Enumerable.Repeat("<x:s x:c='32000'/>a", 3))}</x:p></t:table-cell>"
            + "</t:table-row>"), StringComparison.Ordinal);
        Assert.Contains("200 MB", SheetTests.Read(SheetTests.Bomb(book)), StringComparison.Ordinal);
        Assert.Contains("dañada", SheetTests.Read(book[..(book.Length / 2)]), StringComparison.Ordinal);
        Assert.Contains("contraseña", SheetTests.Read(Books.OpenDocument("", more: "<encryption-data/>")), StringComparison.Ordinal);
        Assert.Contains("dañada", SheetTests.Read(Encoding.UTF8.GetBytes(Books.Flat("<t:table>"))), StringComparison.Ordinal);
        Assert.Contains("(DTD)", SheetTests.Read(Encoding.UTF8.GetBytes(Books.Flat("").Replace("<o:document", "<!DOCTYPE a><o:document",
            StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Contains("no una hoja", SheetTests.Read(Encoding.UTF8.GetBytes(Books.Flat("").Replace("spreadsheet", "text", StringComparison.Ordinal))),
            StringComparison.Ordinal);

        static string Sheet(string rows) => SheetTests.Read(Books.OpenDocument($"<t:table t:name='H'>{rows}</t:table>"));
    }

    private static (int Id, byte[] Body) Label(byte row, byte column, string text) =>
        (0x204, [row, 0, column, 0, 0, 0, (byte)text.Length, 0, 0, .. Encoding.ASCII.GetBytes(text)]);

    private static string Paragraphs(string text) => text.Length == 0 ? "<t:table-cell/>"
        : $"<t:table-cell o:value-type=\"string\">{string.Concat(text.Split('\n').Select(line => $"<x:p>{Escape(line)}</x:p>"))}</t:table-cell>";

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);

    private static IEnumerable<string> Texts(byte[] file) =>
        SheetParser.Read(file, _ => { }).Select(row => string.Join('|', row.Cells.Select(cell => cell?.Text)));
}
