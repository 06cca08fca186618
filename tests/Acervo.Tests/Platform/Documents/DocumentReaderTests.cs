using System.Diagnostics;
using Acervo.Platform.Documents;
using Acervo.Platform.Documents.Sandbox;
using Acervo.Tests.Platform.Forms.Reading;

namespace Acervo.Tests.Platform.Documents;

/// <summary>The waiting worker makes reading feel immediate, and a scan tells how far it is.</summary>
public sealed class DocumentReaderTests
{
    [Fact]
    public async Task A_waiting_worker_answers_sooner_than_one_that_must_start()
    {
        var file = await File.ReadAllBytesAsync(SharedFixtures.Path("003-boletin.docx"), TestContext.Current.CancellationToken);
        using var waiting = new DocumentReader();
        using var starting = new DocumentReader(new WorkerLimits(), TimeProvider.System, keepOneReady: false);
        var (warm, cold) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < 2; round++)
        {
            cold.Add(await Time(starting, file));
            waiting.Prepare();
            await Task.Delay(3000, TestContext.Current.CancellationToken);
            warm.Add(await Time(waiting, file));
        }

        // The machine that tests may be busy with other work, so only the two are compared.
        Assert.True(warm.Min() < cold.Min(), $"warm {warm.Min()}, cold {cold.Min()}");
    }

    [Fact]
    public async Task A_scan_reports_its_pages_as_they_are_read()
    {
        var page = await PrintedLine.DrawnAsync("Comité de archivo del barrio.");
        var file = PicturePdf.Of([page, page, page], 150);
        using var reader = new DocumentReader();
        var pages = new List<int>();

        var document = await reader.ReadAsync(file, new Collector(pages), TestContext.Current.CancellationToken);

        Assert.Equal(DocumentKind.ScannedPdf, document.Kind);
        Assert.Equal(Enumerable.Range(0, 4), pages);
    }

    private static async Task<TimeSpan> Time(DocumentReader reader, byte[] file)
    {
        var watch = Stopwatch.StartNew();
        await reader.ReadAsync(file, cancel: TestContext.Current.CancellationToken);
        return watch.Elapsed;
    }

    /// <summary>Keeps the pages in the order in which they were reported.</summary>
    private sealed class Collector(List<int> pages) : IProgress<ReadingProgress>
    {
        public void Report(ReadingProgress value) => pages.Add(value.Page);
    }
}
