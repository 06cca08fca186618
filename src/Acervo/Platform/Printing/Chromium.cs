using System.Diagnostics;
using System.Globalization;

namespace Acervo.Platform.Printing;

/// <summary>Headless Chromium as a program that turns a page into a tagged PDF with an outline, or into a picture.</summary>
public sealed class Chromium(string? program)
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Chromium refuses to run as root with its own sandbox; the pages it prints are ours.</summary>
    private static readonly string[] AsRoot = ["--no-sandbox"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>The one of this machine; null when there is none.</summary>
    public static string? Installed => Array.Find(Places, File.Exists);

    /// <exception cref="RuleException">There is no Chromium.</exception>
    public void CheckInstalled() =>
        _ = program ?? throw new RuleException("Este servidor no puede hacer PDF. Descargue la publicación en Word o imprima la página.");

    /// <exception cref="PrinterBusyException">It made nothing, or not in time.</exception>
    public Task PrintAsync(string url, string to) => MakeAsync(
        to, "El PDF no se pudo hacer ahora. Inténtelo en un minuto o descargue la publicación en Word.",
        (_, page) => ["--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf", $"--print-to-pdf={page}", url]);

    /// <summary>Draws a page of ours, which asks nothing of any address, as a PNG of so many pixels.</summary>
    /// <exception cref="PrinterBusyException">It made nothing, or not in time.</exception>
    public Task DrawAsync(string html, int width, int height, string to) => MakeAsync(
        to, "La imagen no se pudo hacer ahora. Inténtelo en un minuto.",
        (scratch, page) =>
        {
            var source = Path.Combine(scratch, "page.html");
            File.WriteAllText(source, html);
            return
            [
                "--hide-scrollbars", "--force-device-scale-factor=1", string.Create(CultureInfo.InvariantCulture, $"--window-size={width},{height}"),
                $"--screenshot={page}", $"file://{source}",
            ];
        });

    private async Task MakeAsync(string to, string refusal, Func<string, string, string[]> order)
    {
        var scratch = Directory.CreateTempSubdirectory("acervo-pdf-");
        try
        {
            var page = Path.Combine(scratch.FullName, "page" + Path.GetExtension(to));
            await RunAsync(program!, scratch.FullName, page, order(scratch.FullName, page));
            if (!File.Exists(page))
            {
                throw new PrinterBusyException(refusal, TimeSpan.FromMinutes(1));
            }

            // The temporary folder may be on another disk: the copy gets its own name only when it is whole.
            File.Move(page, to + ".part", overwrite: true);
            File.Move(to + ".part", to, overwrite: true);
        }
        finally
        {
            await RemoveAsync(scratch);
        }
    }

    /// <summary>Children of a browser that was just killed may still write: then it is tried again a moment later.</summary>
    private static async Task RemoveAsync(DirectoryInfo scratch)
    {
        var left = 20;
        while (scratch.Exists)
        {
            left--;
            try
            {
                scratch.Delete(recursive: true);
            }
            catch (IOException) when (left > 0)
            {
                await Task.Delay(50);
            }

            scratch.Refresh();
        }
    }

    private static async Task RunAsync(string program, string scratch, string page, string[] order)
    {
        var start = new ProcessStartInfo(program,
        [
            "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-extensions", "--lang=es-CO",
            $"--user-data-dir={scratch}", .. Environment.IsPrivilegedProcess ? AsRoot : [], .. order,
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
            // What it had written by then may be half a page.
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            File.Delete(page);
        }
    }
}
