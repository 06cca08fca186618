using System.Diagnostics;
using Acervo.Modules.Practices.Capture.Reading;
using Acervo.Platform.Documents;
using Acervo.Tests.Platform.Forms.Reading;

namespace Acervo.Tests.Platform.Documents;

/// <summary>The waiting worker makes reading feel immediate, and a scan tells how far it is.</summary>
public sealed class DocumentReaderTests
{
    [Theory]
    [InlineData("003-boletin.docx")]
    [InlineData("003-boletin.pdf")]
    public async Task A_waiting_worker_reads_fast(string name)
    {
        var file = await File.ReadAllBytesAsync(SharedFixtures.Path(name), TestContext.Current.CancellationToken);
        using var reader = new DocumentReader();
        var times = new List<double>();
        for (var round = 0; round < 4; round++)
        {
            reader.Prepare();
            await Task.Delay(2500, TestContext.Current.CancellationToken);
            var watch = Stopwatch.StartNew();
            FichaReader.Read(await reader.ReadAsync(file, cancel: TestContext.Current.CancellationToken));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        TestContext.Current.SendDiagnosticMessage($"{name}: {string.Join(", ", times.Select(time => time.ToString("0")))} ms");
        Assert.True(times.Skip(1).Min() < 1500, $"{string.Join(", ", times)} ms"); // generous: the machine that tests may be busy
    }

    [Fact]
    public async Task A_scan_reports_its_pages_as_they_are_read()
    {
        var file = await File.ReadAllBytesAsync(SharedFixtures.Path("001-micrositio.scan.pdf"), TestContext.Current.CancellationToken);
        using var reader = new DocumentReader();
        var pages = new List<int>();

        var document = await reader.ReadAsync(file, new Collector(pages), TestContext.Current.CancellationToken);

        Assert.Equal(DocumentKind.ScannedPdf, document.Kind);
        Assert.Equal(Enumerable.Range(1, 10), pages.Order());
    }

    /// <summary>Keeps the pages in the order in which they were reported.</summary>
    private sealed class Collector(List<int> pages) : IProgress<ReadingProgress>
    {
        public void Report(ReadingProgress value) => pages.Add(value.Page);
    }
}
