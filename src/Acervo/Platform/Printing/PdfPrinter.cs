using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Acervo.Platform.Printing;

/// <summary>
/// Prints public pages to tagged PDF with headless Chromium: charts, contents and the print style come along. Each publication is printed
/// once and kept by its hash; one is printed at a time, so that nobody can make the machine print a hundred.
/// </summary>
public sealed class PdfPrinter(DataFolder folder, IServer server) : IDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Chromium refuses to run as root with its own sandbox; the pages it prints are ours.</summary>
    private static readonly string[] AsRoot = ["--no-sandbox"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Whether this machine can print at all; where it cannot, pages do not offer it.</summary>
    public static bool IsAvailable => Array.Exists(Places, File.Exists);

    /// <summary>The PDF of a public page.</summary>
    /// <param name="path">Its address on this site.</param>
    /// <param name="sha256">The hash of what it shows, by which the print is kept.</param>
    /// <param name="cancel">The reader went away.</param>
    /// <exception cref="RuleException">There is no Chromium, or it did not answer in time.</exception>
    public async Task<byte[]> PrintAsync(string path, string sha256, CancellationToken cancel)
    {
        var kept = Path.Combine(Directory.CreateDirectory(folder.PathOf("pdf")).FullName, $"{sha256}.pdf");
        if (!File.Exists(kept))
        {
            await turn.WaitAsync(cancel);
            try
            {
                if (!File.Exists(kept))
                {
                    await PrintAsync(path, kept);
                }
            }
            finally
            {
                turn.Release();
            }
        }

        return await File.ReadAllBytesAsync(kept, cancel);
    }

    public void Dispose() => turn.Dispose();

    private async Task PrintAsync(string path, string to)
    {
        var program = Array.Find(Places, File.Exists) ?? throw new RuleException("Este servidor no puede hacer PDF. Descargue la ficha en Word o imprima la página.");
        var site = server.Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal);
        var scratch = Directory.CreateTempSubdirectory("acervo-pdf-");
        var page = Path.Combine(scratch.FullName, "page.pdf");
        try
        {
            var start = new ProcessStartInfo(program,
            [
                "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
                $"--user-data-dir={scratch.FullName}", "--no-pdf-header-footer", "--generate-pdf-document-outline", $"--print-to-pdf={page}", .. Environment.IsPrivilegedProcess ? AsRoot : [],
                site + path,
            ])
            { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
            using var process = Process.Start(start)!;
            using var late = new CancellationTokenSource(Patience);
            var noise = Task.WhenAll(process.StandardError.ReadToEndAsync(late.Token), process.StandardOutput.ReadToEndAsync(late.Token));
            try
            {
                await process.WaitForExitAsync(late.Token);
                await noise;
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }

            if (!File.Exists(page))
            {
                throw new RuleException("El PDF no se pudo hacer ahora. Inténtelo en un minuto o descargue la ficha en Word.");
            }

            File.Move(page, to, overwrite: true);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}
