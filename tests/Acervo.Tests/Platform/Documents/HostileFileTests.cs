using Acervo.Platform.Documents;
using Acervo.Platform.Documents.Sandbox;
using Acervo.Tests.Platform.Forms.Reading;

namespace Acervo.Tests.Platform.Documents;

/// <summary>Files built to harm or merely broken are refused with a sentence, and the process that asked lives on.</summary>
public sealed class HostileFileTests : IDisposable
{
    private readonly DocumentReader reader = new(new WorkerLimits { WallClock = TimeSpan.FromSeconds(60) }, TimeProvider.System, keepOneReady: false);

    public static TheoryData<string, string> Files => new()
    {
        { "empty", "vacío" },
        { "program", "programa" },
        { "binary", "no es un documento" },
        { "encrypted", "contraseña" },
        { "zip-bomb", "descomprimirse" },
        { "xxe", "dañado" },
        { "truncated-docx", "dañado" },
        { "deep-xml", "metidos unos en otros" },
        { "deep-changes", "metidos unos en otros" },
        { "deep-styles", "metidos unos en otros" },
        { "endless-elements", "metidos unos en otros" },
        { "truncated-pdf", "PDF" },
        { "encrypted-pdf", "contraseña" },
        { "many-pages", "páginas" },
        { "blank-text", "no tiene texto" },
        { "plain-zip", "no se puede leer" },
        { "rtf", "RTF" },
        { "broken-png", "imagen" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_harmful_or_broken_file_is_refused_with_a_sentence(string kind, string says)
    {
        var refusal = await Assert.ThrowsAsync<DocumentException>(() => reader.ReadAsync(HostileFile.Make(kind),
            cancel: TestContext.Current.CancellationToken));

        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_before_it_is_read()
    {
        var refusal = await Assert.ThrowsAsync<DocumentException>(() => reader.ReadAsync(new byte[ReadingLimits.FileBytes + 1],
            cancel: TestContext.Current.CancellationToken));
        Assert.Contains("50 MB", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_that_takes_too_long_is_ended()
    {
        using var hurried = new DocumentReader(new WorkerLimits { WallClock = TimeSpan.FromMilliseconds(1) }, TimeProvider.System, keepOneReady: false);
        var refusal = await Assert.ThrowsAsync<DocumentException>(() => hurried.ReadAsync("texto"u8.ToArray(), cancel: TestContext.Current.CancellationToken));
        Assert.Contains("No alcanzó el tiempo", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_ended_in_the_middle_leaves_no_files_and_no_programs()
    {
        var scratch = Directory.CreateTempSubdirectory("acervo-prueba-");
        using var hurried = new DocumentReader(new WorkerLimits { WallClock = TimeSpan.FromSeconds(4), Scratch = scratch.FullName }, TimeProvider.System,
            keepOneReady: false);
        var scan = await File.ReadAllBytesAsync(SharedFixtures.Path("001-micrositio.scan.pdf"), TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<DocumentException>(() => hurried.ReadAsync(scan, cancel: TestContext.Current.CancellationToken));

        Assert.Contains("No alcanzó el tiempo", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(scratch.EnumerateFileSystemInfos());
        Assert.DoesNotContain(Directory.EnumerateDirectories("/proc").Where(process => File.Exists(process + "/cmdline")).Select(ReadCommand),
            command => command.Contains(scratch.FullName, StringComparison.Ordinal));
        scratch.Delete();
    }

    [Fact]
    public async Task What_a_stopped_node_left_behind_is_swept_away_after_a_day()
    {
        var scratch = Directory.CreateTempSubdirectory("acervo-prueba-");
        var (old, fresh) = (scratch.CreateSubdirectory("acervo-lectura-1"), scratch.CreateSubdirectory("acervo-lectura-2"));
        await File.WriteAllTextAsync(Path.Combine(old.FullName, "pagina.pgm"), "P5", TestContext.Current.CancellationToken);
        old.LastWriteTimeUtc = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2);

        using var started = new DocumentReader(new WorkerLimits { Scratch = scratch.FullName }, TimeProvider.System, keepOneReady: false);
        await started.ReadAsync("Un texto cualquiera."u8.ToArray(), cancel: TestContext.Current.CancellationToken);

        Assert.False(Directory.Exists(old.FullName));
        Assert.True(Directory.Exists(fresh.FullName));
        scratch.Delete(recursive: true);
    }

    public void Dispose() => reader.Dispose();

    /// <summary>Processes come and go while they are listed.</summary>
    private static string ReadCommand(string process)
    {
        try
        {
            return File.ReadAllText(process + "/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
