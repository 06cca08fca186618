using System.Net;
using System.Text;
using Acervo.Platform.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.OpenData;

/// <summary>A publication as Word and PDF: kept like pages, moved with its address, gone with its withdrawal.</summary>
public sealed class PublicationFilesTests(AppHost app) : IClassFixture<AppHost>
{
    private static readonly string[] Extensions = [".docx", ".pdf"];

    [Fact]
    public async Task A_withdrawn_publication_has_no_files_and_says_why()
    {
        await app.PublishAsync(101, "se-fue");
        await app.WithdrawAsync(101, "Contenía una cifra sin respaldo.");
        using var visitor = app.CreateClient();
        foreach (var extension in Extensions)
        {
            var answer = await visitor.EventuallyAsync("/practicas/se-fue" + extension, one => one.Status == HttpStatusCode.Gone);
            Assert.Equal(HttpStatusCode.Gone, answer.Status);
            Assert.Contains("Contenía una cifra sin respaldo.", answer.Text("main"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_address_of_before_leads_to_the_files_of_now()
    {
        await app.PublishAsync(102, "nombre-viejo", "Nombre viejo");
        await app.PublishAsync(102, "nombre-nuevo", "Nombre nuevo");
        using var visitor = app.CreateClient();
        foreach (var extension in (string[])["", ".json", .. Extensions])
        {
            var answer = await visitor.EventuallyAsync("/practicas/nombre-viejo" + extension, one => one.Status == HttpStatusCode.MovedPermanently);
            Assert.Equal("/practicas/nombre-nuevo" + extension, answer.Location);
        }
    }

    [Fact]
    public async Task A_Word_file_is_kept_like_a_page_and_dropped_with_the_next_version()
    {
        await app.PublishAsync(103, "en-word", text: "Texto de la primera versión.");
        using var visitor = app.CreateClient();
        var cache = app.Services.GetRequiredService<PublicCache>();
        var isKept = false;
        var first = await visitor.EventuallyAsync("/practicas/en-word.docx", _ => isKept |= cache.Find("/practicas/en-word.docx") is not null);
        Assert.True(isKept);
        await app.PublishAsync(103, "en-word", text: "Texto de la segunda versión.");
        var second = await visitor.EventuallyAsync("/practicas/en-word.docx", one => one.Response.Headers.ETag!.Tag != first.Response.Headers.ETag!.Tag);
        Assert.NotEqual(first.Response.Headers.ETag, second.Response.Headers.ETag);
    }

    [Fact]
    public async Task The_citation_names_the_address_of_the_site_whatever_the_host_of_the_request()
    {
        await using var configured = await AppHost.StartAsync(("Site:Url", "https://acervo.example.gov.co/"));
        await configured.PublishAsync(1, "citada");
        using var visitor = configured.CreateClient();
        await visitor.EventuallyAsync("/practicas/citada", one => one.Status == HttpStatusCode.OK);
        using var forged = new HttpRequestMessage(HttpMethod.Get, "/practicas/citada") { Headers = { Host = "trampa.example" } };
        using var response = await visitor.Http.SendAsync(forged, TestContext.Current.CancellationToken);
        var answer = new Answer(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("https://acervo.example.gov.co/practicas/citada", answer.Text("#cita"), StringComparison.Ordinal);
        Assert.DoesNotContain("trampa.example", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_PDF_is_tagged_titled_in_Spanish_and_without_what_changes_by_itself()
    {
        Assert.SkipUnless(Acervo.Platform.Printing.PdfPrinter.IsAvailable, "There is no Chromium.");
        await app.PublishAsync(104, "en-pdf", "Una ficha en papel", "Lo que se imprime.");
        using var visitor = app.CreateClient();
        using var response = await visitor.Http.GetAsync("/practicas/en-pdf.pdf", TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        var file = Path.Combine(app.Folder.Root, "en-pdf.pdf");
        await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        var facts = await RunAsync("pdfinfo", file);
        Assert.Matches(@"Tagged:\s+yes", facts);
        Assert.Matches(@"Title:\s+Una ficha en papel", facts);
        Assert.Contains("/Lang (es", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)),
            StringComparison.Ordinal);
        var text = await RunAsync("pdftotext", file, "-");
        Assert.Contains("Lo que se imprime.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Historia de la publicación", text, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(app.Folder.PathOf("pdf"), "practice-104.*"));
    }

    [Fact]
    public async Task Each_sheet_of_a_PDF_says_whose_it_is_where_it_is_found_and_which_sheet_and_no_button()
    {
        Assert.SkipUnless(Acervo.Platform.Printing.PdfPrinter.IsAvailable, "There is no Chromium.");
        await app.PublishAsync(105, "en-hojas", "Una ficha de varias hojas", string.Join(' ', Enumerable.Repeat("Lo que se imprime.", 600)),
            change: draft => draft with { Organisation = "Agencia \"Ñ\" \\ de <Ejemplo>" });
        using var visitor = app.CreateClient();
        var page = await visitor.EventuallyAsync("/practicas/en-hojas", HttpStatusCode.OK);
        var file = Path.Combine(app.Folder.Root, "en-hojas.pdf");
        await File.WriteAllBytesAsync(file, await visitor.Http.GetByteArrayAsync("/practicas/en-hojas.pdf", TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);

        var sheets = (await RunAsync("pdftotext", "-layout", file, "-")).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(sheets.Length > 1, "One sheet shows nothing.");
        for (var at = 0; at < sheets.Length; at++)
        {
            Assert.Contains($"Página {at + 1} de {sheets.Length}", sheets[at], StringComparison.Ordinal);
            Assert.Contains("Agencia \"Ñ\" \\ de <Ejemplo>", sheets[at], StringComparison.Ordinal);
            Assert.Contains($"{page.Text("#corta")} · Versión 1", sheets[at], StringComparison.Ordinal);
        }

        var words = string.Concat(sheets);
        Assert.All((string[])["Descargar", "Imprimir", "Comprobar", "Copiar", "Escribir al equipo", "Quiero aplicarla", "Buscar", "Entrar", "Menú"],
            word => Assert.DoesNotContain(word, words, StringComparison.Ordinal));
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return text;
    }
}
