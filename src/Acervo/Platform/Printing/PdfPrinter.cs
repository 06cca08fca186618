using System.Net;
using Acervo.Platform.Http;

namespace Acervo.Platform.Printing;

/// <summary>Prints public pages to PDF: see <see cref="PrintShelf"/>.</summary>
public sealed class PdfPrinter(DataFolder folder, Chromium chromium, SiteUrl site, TimeProvider clock) : IDisposable
{
    /// <summary>Pages that may be printing or waiting.</summary>
    public const int Most = PrintShelf.Most;

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

    private readonly PrintShelf shelf = new(folder, "pdf", new(
        "Este PDF no se pudo hacer hace un momento. Inténtelo en un minuto o descargue la publicación en Word.",
        "Hay varios PDF en espera. Inténtelo en medio minuto o descargue la publicación en Word."), clock);

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
        return shelf.KeepAsync(thing, key, async kept =>
        {
            var url = site.Local + path;
            await CheckAsync(url);
            await chromium.PrintAsync(url, kept);
        }, cancel);
    }

    public void Dispose() => shelf.Dispose();

    /// <summary>Chromium prints a page of error as readily as any other.</summary>
    private static async Task CheckAsync(string url)
    {
        using var answer = await Loopback.GetAsync(url, HttpCompletionOption.ResponseHeadersRead);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new PrinterBusyException(
                "La página no se puede imprimir ahora. Inténtelo en un minuto o descargue la publicación en Word.", PrintShelf.Pause);
        }
    }
}
