using System.Text;
using Acervo.Platform.Documents;
using Acervo.Platform.Documents.Cleaning;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>None of the fresh ways leaves its word in the public copy, and what is seen stays in it.</summary>
public sealed class FreshWaysTests
{
    public static TheoryData<string> Word => [.. FreshWays.Word.Keys];

    public static TheoryData<string> Excel => [.. FreshWays.Excel.Keys];

    [Theory]
    [MemberData(nameof(Word))]
    public void Nothing_hidden_in_Word_survives(string way)
    {
        var copy = DocumentCleaner.Clean(FreshWays.Word[way](), CleanableKind.Docx);

        Assert.Empty(Canaries.In(copy.Bytes));
        Assert.Contains("VISIBLE", Encoding.UTF8.GetString(OfficePackage.Read(copy.Bytes)["word/document.xml"]), StringComparison.Ordinal);
        Assert.NotEmpty(copy.Removed);
    }

    [Theory]
    [MemberData(nameof(Excel))]
    public void Nothing_hidden_in_Excel_survives(string way)
    {
        var copy = DocumentCleaner.Clean(FreshWays.Excel[way](), CleanableKind.Xlsx).Bytes;

        Assert.Empty(Canaries.In(copy));
        var package = OfficePackage.Read(copy);
        Assert.Contains(package.Names, name => Encoding.UTF8.GetString(package[name]).Contains("VISIBLE", StringComparison.Ordinal));
    }
}
