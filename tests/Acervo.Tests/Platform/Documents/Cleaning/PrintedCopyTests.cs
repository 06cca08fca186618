using Acervo.Platform.Documents.Cleaning;
using Acervo.Platform.Documents.Sandbox;
using static Acervo.Tests.Platform.Documents.Cleaning.DocxWays;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>What a copy says is compared with what it prints, and the difference is told.</summary>
public sealed class PrintedCopyTests
{
    [Fact]
    public async Task Words_that_leave_no_ink_are_named()
    {
        var told = await ComparedAsync(Write(Run("<w:color w:val=\"FFFFFF\"/>", "escondida bajo el blanco") + Run("", "La que se ve")));

        Assert.Contains("no se ven al imprimirla: «escondida»", Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_prints_what_it_says_has_nothing_to_tell() =>
        Assert.Empty(await ComparedAsync(DocumentCleaner.Clean(HiddenDocx.Write(), CleanableKind.Docx).Bytes));

    private static async Task<IReadOnlyList<string>> ComparedAsync(byte[] copy)
    {
        Assert.SkipUnless(WorkerStart.IsNetworkCut, "The kernel does not allow to cut the network here.");
        var told = await PrintedCopy.CompareAsync(copy, TestContext.Current.CancellationToken);
        Assert.SkipWhen(told is [PrintedCopy.NotCompared], "LibreOffice is not installed here.");
        return told;
    }
}
