using Acervo.Platform.Documents;
using Acervo.Platform.Documents.Sandbox;
using Acervo.Tests.Platform.Forms;
using Acervo.Tests.Platform.Forms.Reading;

namespace Acervo.Tests.Platform.Documents;

/// <summary>A file that was not read for want of time says so, told apart from one that cannot be read.</summary>
public sealed class OutOfTimeTests
{
    [Fact]
    public async Task A_file_that_uses_all_its_time_of_the_processor_says_so_in_every_format()
    {
        var word = Sample.Write(Acervo.Platform.Forms.FormCatalogue.Default.All[0]);
        var files = new List<byte[]> { word };
        if (Office.IsInstalled)
        {
            var one = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["ficha"] = word };
            files.Add((await Office.ConvertAsync(one, "odt"))["ficha"]);
            files.Add((await Office.ConvertAsync(one, "doc"))["ficha"]);
        }

        using var hurried = new DocumentReader(new WorkerLimits { WallClock = TimeSpan.FromMilliseconds(300) }, TimeProvider.System, keepOneReady: false);
        foreach (var file in files)
        {
            var refusal = await Assert.ThrowsAsync<DocumentException>(() => hurried.ReadAsync(file, cancel: TestContext.Current.CancellationToken));
            Assert.StartsWith("No alcanzó el tiempo para leer el archivo", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_program_that_the_kernel_ends_for_its_time_says_so_and_one_that_fails_does_not()
    {
        var ended = await Assert.ThrowsAsync<DocumentException>(() => ExternalTool.RunAsync("prlimit",
            ["--cpu=1", "sh", "-c", "while :; do :; done"], TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        Assert.StartsWith(DocumentException.NoTime, ended.Message, StringComparison.Ordinal);

        await Assert.ThrowsAsync<ToolFailedException>(() => ExternalTool.RunAsync("sh", ["-c", "exit 3"], TimeSpan.FromSeconds(60),
            TestContext.Current.CancellationToken));
    }
}
