using Acervo.Platform.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Acervo.Tests.Platform.Documents;

/// <summary>What Word hides in its files: changes, marks, fields, merged and nested tables.</summary>
public sealed class WordParserTests
{
    [Fact]
    public async Task Tracked_changes_count_as_accepted_and_are_reported()
    {
        var document = await Read("<w:p><w:r><w:t>Queda "
            + "</w:t></w:r><w:ins><w:r><w:t>nuevo</w:t></w:r></w:ins><w:del><w:r><w:delText>viejo</w:delText></w:r></w:del></w:p>");

        Assert.Equal("Queda nuevo", document.Blocks[0].Text);
        Assert.Contains(document.Findings, finding => finding.Contains("control de cambios", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hidden_text_and_field_codes_are_not_read()
    {
        var document = await Read("<w:p><w:r><w:t>Se ve</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>oculto</w:t></w:r><w:r><w:fldChar "
            + "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t> "
            + "3</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");

        Assert.Equal("Se ve 3", document.Blocks[0].Text);
        Assert.Equal("oculto", Assert.Single(document.Hidden!.Passages).Text);
    }

    [Fact]
    public async Task Check_boxes_and_symbols_become_marks_and_prompts_are_no_text()
    {
        var document = await Read("""
            <w:p><w:r><w:t xml:space="preserve">Sí </w:t></w:r><w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space="preserve"> No </w:t><w:sym w:font="Wingdings" w:char="F0A8"/></w:r></w:p>
            <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Haga clic aquí</w:t></w:r></w:p></w:sdtContent></w:sdt>
            """);

        Assert.Equal("Sí ☒ No ☐", Assert.Single(document.Blocks).Text);
    }

    [Fact]
    public async Task Merged_and_nested_cells_keep_their_columns()
    {
        var document = await Read("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan "
            + "w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>ancha</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vMerge "
            + "w:val=\"restart\"/></w:tcPr><w:tbl><w:tr><w:tc><w:p><w:r><w:t>dentro</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr><w:tr><w:tc>"
            + "<w:p/></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>repetido</w:t></w:r></w:p></w:tc>"
            + "</w:tr></w:tbl>");

        var rows = document.Blocks[0].Rows!;
        Assert.Equal([0, 2], rows[0].Cells.Select(cell => cell.Column));
        Assert.Equal("dentro", rows[0].Cells[1].Blocks[0].Rows![0].Cells[0].Blocks[0].Text);
        Assert.Empty(rows[1].Cells[2].Blocks);
    }

    [Fact]
    public async Task Bold_split_over_runs_is_one_stretch_and_links_keep_their_address()
    {
        var document = await Read("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Muy </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>claro</w:t></w:r><w:r><w:t "
            + "xml:space=\"preserve\"> y breve</w:t></w:r></w:p>");

        Assert.Equal("**Muy claro** y breve", document.Blocks[0].Text);
    }

    private static async Task<DocumentText> Read(string body)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            file.AddMainDocumentPart().Document = new Document("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                + $"<w:body>{body}</w:body></w:document>");
        }

        return await DocumentParser.ParseAsync(stream.ToArray(), cancel: TestContext.Current.CancellationToken);
    }
}
