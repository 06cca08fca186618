using Acervo.Platform.Documents.Cleaning;
using Acervo.Tests.Platform.Forms;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>The public copy of a workbook, and the workbooks of which none can be made.</summary>
public sealed class XlsxCleanerTests
{
    [Fact]
    public void Nothing_planted_survives_and_the_cells_stay()
    {
        var before = HiddenXlsx.Write();
        var cleaned = DocumentCleaner.Clean(before, CleanableKind.Xlsx);
        var sheet = Sample.Parts(cleaned.Bytes)["xl/worksheets/sheet1.xml"];

        Assert.True(Canaries.In(before).Count > 10);
        Assert.Empty(Canaries.In(cleaned.Bytes));
        Assert.Contains("<v>7</v>", sheet);
        Assert.Contains("landscape", sheet);
        Assert.Contains("VISIBLE texto", Sample.Parts(cleaned.Bytes)["xl/sharedStrings.xml"]);
        Assert.Contains(cleaned.Removed, sentence => sentence.Contains("fórmulas", StringComparison.Ordinal));
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(cleaned.Bytes), false);
        Assert.Equal(["Datos", "Otra"], workbook.WorkbookPart!.Workbook.Descendants<Sheet>().Select(each => each.Name!.Value!));
    }

    [Theory]
    [InlineData("hidden", "", "", "", "La hoja oculta «Otra» debe mostrarse o borrarse")]
    [InlineData("veryHidden", "", "", "", "La hoja oculta «Otra» debe mostrarse o borrarse")]
    [InlineData("visible", "hidden=\"1\"", "", "", "filas o columnas ocultas")]
    [InlineData("visible", "ht=\"0\"", "", "", "filas o columnas ocultas")]
    [InlineData("visible", "", "<numFmt numFmtId=\"200\" formatCode=\";;;\"/>", "", "oculta el contenido")]
    [InlineData("visible", "", "", "<c r=\"C1\"><f>1+1</f></c>", "fórmulas sin resultado")]
    public void What_Excel_hides_is_refused_in_words(string state, string row, string formats, string cell, string words) =>
        Assert.Contains(words, Assert.Throws<CleaningException>(() => DocumentCleaner.Clean(HiddenXlsx.Write(state, row, formats, cell), CleanableKind.Xlsx)).Message);
}
