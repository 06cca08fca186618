using Acervo.Platform.Text;

namespace Acervo.Tests.Platform.Text;

/// <summary>What a spreadsheet makes of our cells.</summary>
public sealed class CsvTableTests
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("  =cmd|' /C calc'!A0", "\"'  =cmd|' /C calc'!A0\"")]
    [InlineData("+57 300 000 0001", "\"'+57 300 000 0001\"")]
    [InlineData("-5", "\"-5\"")]
    [InlineData("-5+3", "\"'-5+3\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("＝1+1", "\"'＝1+1\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("Dijo «sí», \"claro\"", "\"Dijo «sí», \"\"claro\"\"\"")]
    [InlineData("", "\"\"")]
    public void No_cell_runs_and_numbers_stay_numbers(string value, string cell) =>
        Assert.Equal($"\uFEFF\"columna\"\r\n{cell}\r\n", new CsvTable("columna").Add(value).ToString());
}
