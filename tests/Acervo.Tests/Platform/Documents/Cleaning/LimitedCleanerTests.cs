using System.Diagnostics;
using System.Text;
using Acervo.Platform.Documents;
using Acervo.Platform.Documents.Cleaning;
using Acervo.Platform.Documents.Sandbox;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>Cleaning happens in a process of its own, and no file keeps it busy for long.</summary>
public sealed class LimitedCleanerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_child_makes_the_same_copy_and_tells_the_same()
    {
        var cleaner = new LimitedCleaner(LimitedCleaner.Limits, TimeProvider.System, compare: false);
        var file = HiddenDocx.Write();

        var here = DocumentCleaner.Clean(file, CleanableKind.Docx);
        var there = await cleaner.CleanAsync(new MemoryStream(file), CleanableKind.Docx, 0, Cancel);

        Assert.Equal(here.Bytes, there.Bytes);
        Assert.Equal([PrintedCopy.NotCompared, .. here.Removed], there.Removed);
    }

    [Fact]
    public async Task Controls_nested_without_end_are_refused_at_once_and_in_words()
    {
        var cleaner = new LimitedCleaner(LimitedCleaner.Limits, TimeProvider.System);
        var file = Nested("word/document.xml", "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 200_000);
        var clock = Stopwatch.StartNew();

        var refusal = await Assert.ThrowsAsync<CleaningException>(() => cleaner.CleanAsync(new MemoryStream(file), CleanableKind.Docx, 0, Cancel));

        Assert.Contains("metidos unos en otros", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("word/styles.xml", "<w:style>", "</w:style>", "metidos unos en otros")]
    [InlineData("word/_rels/document.xml.rels", "<x>", "</x>", "metidos unos en otros")]
    [InlineData("word/document.xml", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", "", "campos")]
    public void Every_part_is_looked_at(string part, string open, string close, string says) =>
        Assert.Contains(says, Assert.Throws<CleaningException>(() => DocumentCleaner.Clean(Nested(part, open, close, 300), CleanableKind.Docx)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_hundred_thousand_changes_side_by_side_are_accepted_in_seconds()
    {
        var clock = Stopwatch.StartNew();
        var file = Nested("word/document.xml", "<w:p/><w:proofErr/><w:ins><w:r><w:t>a</w:t></w:r></w:ins>", "", 100_000);

        DocumentCleaner.Clean(file, CleanableKind.Docx);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task A_cleaning_that_takes_too_long_is_ended_and_leaves_nothing()
    {
        var scratch = Directory.CreateTempSubdirectory("acervo-prueba-");
        var hurried = new LimitedCleaner(new WorkerLimits { WallClock = TimeSpan.FromMilliseconds(1), Scratch = scratch.FullName }, TimeProvider.System);

        var refusal = await Assert.ThrowsAsync<CleaningException>(() => hurried.CleanAsync(new MemoryStream(HiddenDocx.Write()), CleanableKind.Docx, 0,
            Cancel));

        Assert.Contains("tiempo", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(scratch.EnumerateFileSystemInfos());
        scratch.Delete();
    }

    private static byte[] Nested(string part, string open, string close, int times)
    {
        var package = OfficePackage.Read(HiddenDocx.Write());
        var whole = Encoding.UTF8.GetString(package[part]);
        var end = whole.IndexOf('>', whole.LastIndexOf("<?", StringComparison.Ordinal) is var at and >= 0
            ? whole.IndexOf("<w:body", at, StringComparison.Ordinal) : 0) + 1;
        var more = string.Concat(Enumerable.Repeat(open, times)) + string.Concat(Enumerable.Repeat(close, times));
        package[part] = Encoding.UTF8.GetBytes(whole.Insert(end, more));
        return package.ToBytes();
    }
}
