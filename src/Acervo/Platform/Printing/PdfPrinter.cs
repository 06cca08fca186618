using System.Collections.Concurrent;
using System.Net;
using Acervo.Platform.Http;

namespace Acervo.Platform.Printing;

/// <summary>
/// Prints public pages to PDF. Each is printed once and kept under a key that says everything it shows; one is printed at a time, few wait, and
/// what failed is not tried again at once, so that nobody can make the machine print a hundred.
/// </summary>
public sealed class PdfPrinter(DataFolder folder, Chromium chromium, SiteUrl site, TimeProvider clock) : IDisposable
{
    /// <summary>Pages that may be printing or waiting; whoever asks for one of them waits with it.</summary>
    public const int Most = 6;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private static readonly HttpClient Loopback = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false
    })
    {
        Timeout = TimeSpan.FromSeconds(20),
        // It is no reading.
        DefaultRequestHeaders = { { "Sec-Purpose", "prefetch" } },
    };

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> printing = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, DateTimeOffset> failed = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Whether this machine can print at all; where it cannot, pages do not offer it.</summary>
    public static bool IsAvailable => Chromium.Installed is not null;

    /// <summary>Where the PDF of a public page is kept.</summary>
    /// <param name="path">Its address on this site.</param>
    /// <param name="thing">What it is a print of: an older print of the same thing is thrown away.</param>
    /// <param name="key">The hash of everything it shows.</param>
    /// <param name="cancel">The reader went away; the print goes on for the next.</param>
    /// <exception cref="RuleException">There is no Chromium.</exception>
    /// <exception cref="PrinterBusyException">Too many wait, or the same print failed a moment ago.</exception>
    public Task<string> PrintAsync(string path, string thing, string key, CancellationToken cancel)
    {
        chromium.CheckInstalled();
        var kept = Path.Combine(folder.PathOf("pdf"), $"{thing}.{key}.pdf");
        if (File.Exists(kept))
        {
            return Task.FromResult(kept);
        }

        if (printing.TryGetValue(kept, out var begun))
        {
            return begun.Value.WaitAsync(cancel);
        }

        if (failed.TryGetValue(kept, out var at) && clock.GetUtcNow() - at < Pause)
        {
            throw new PrinterBusyException("Este PDF no se pudo hacer hace un momento. Inténtelo en un minuto o descargue la ficha en Word.", Pause);
        }

        if (printing.Count >= Most)
        {
            throw new PrinterBusyException("Hay varios PDF en espera. Inténtelo en medio minuto o descargue la ficha en Word.", Pause / 2);
        }

        return printing.GetOrAdd(kept, file => new(() => Task.Run(() => PrintAsync(path, thing, file), CancellationToken.None))).Value.WaitAsync(cancel);
    }

    public void Dispose() => turn.Dispose();

    private async Task<string> PrintAsync(string path, string thing, string kept)
    {
        await turn.WaitAsync();
        failed[kept] = clock.GetUtcNow();
        try
        {
            var url = site.Local + path;
            await CheckAsync(url);
            Directory.CreateDirectory(folder.PathOf("pdf"));
            await chromium.PrintAsync(url, kept);
            failed.TryRemove(kept, out _);
            Forget(thing, kept);
            return kept;
        }
        finally
        {
            printing.TryRemove(kept, out _);
            turn.Release();
        }
    }

    /// <summary>Chromium prints a page of error as readily as any other.</summary>
    private static async Task CheckAsync(string url)
    {
        using var answer = await Loopback.GetAsync(url, HttpCompletionOption.ResponseHeadersRead);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new PrinterBusyException("La página no se puede imprimir ahora. Inténtelo en un minuto o descargue la ficha en Word.", Pause);
        }
    }

    private void Forget(string thing, string kept)
    {
        foreach (var old in Directory.EnumerateFiles(folder.PathOf("pdf"), $"{thing}.*").Where(file => file != kept))
        {
            File.Delete(old);
        }

        foreach (var (key, at) in failed.Where(one => clock.GetUtcNow() - one.Value > Pause))
        {
            failed.TryRemove(KeyValuePair.Create(key, at));
        }
    }
}
