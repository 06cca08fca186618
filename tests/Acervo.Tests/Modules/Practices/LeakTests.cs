using System.IO.Compression;
using System.Net;
using System.Text;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Editorial.Publishing;
using Acervo.Platform.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Practices;

/// <summary>Plants secrets in everything that is private and looks for them in everything that is public.</summary>
public sealed class LeakTests
{
    private static readonly string[] Canaries =
    [
        "300 000 0077", "3000000077", "canario.privado@example.gov.co", "CANARIO-VINCULO", "CANARIO-OBSERVACION", "CANARIO-EXPLICACION", "CANARIO-ORIGINAL",
        "CANARIO-CITA", "CANARIO-BORRADOR", "CANARIO-NOTA", "canario.personal@correo.example", "300 000 0078",
    ];

    [Fact]
    public async Task Nothing_private_is_in_any_public_representation()
    {
        await using var app = await AppHost.StartAsync(("Site:Url", null));
        var author = await app.SeedAsync(Cast.Contributor());
        var mateo = await app.SeedAsync(Cast.Reviewer());
        var ines = await app.SeedAsync(Cast.SecondReviewer());
        await PublishAsync(app, author, mateo, ines);
        using var visitor = app.CreateClient();
        await visitor.EventuallyAsync("/practicas", answer => answer.Body.Contains("turnos-que-avisan-por-mensaje", StringComparison.Ordinal));

        var seen = await CrawlAsync(visitor,
        [
            "/", "/practicas", "/lecciones", "/buscar?q=turnos", "/buscar?q=canario+borrador", "/buscar/sugerencias?q=can", "/atom.xml", "/rss.xml",
            "/feed.json", "/sitemap.xml", "/robots.txt",
            "/datos", "/datos/practicas.csv", "/datos/practicas.json", "/datos/practicas.ndjson", "/datos/catalogo.json", "/api/v1/publications",
            "/api/v1/facets", "/openapi/v1.json",
            "/practicas/turnos-que-avisan-por-mensaje.json", "/practicas/turnos-que-avisan-por-mensaje.docx", "/fichas/1", "/revision/1", "/fichas/1/original",
            "/fichas/1/ficha.docx", "/no-existe",
        ]);

        Assert.True(seen.Count > 40, $"Only {seen.Count} representations were reached.");
        Assert.Contains(seen, one => one.Path.EndsWith(".docx", StringComparison.Ordinal) && one.Status == HttpStatusCode.OK);
        Assert.Empty(seen.SelectMany(one => Canaries.Where(canary => one.Text.Contains(canary, StringComparison.OrdinalIgnoreCase))
            .Select(canary => $"{canary} in {one.Path}")));
    }

    [Fact]
    public async Task The_public_role_cannot_see_the_working_store()
    {
        await using var app = await AppHost.StartAsync();
        await using var source = Npgsql.NpgsqlDataSource.Create(app.Connections.Public);
        await using var command = source.CreateCommand("SELECT count(*) FROM app.dossiers");

        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(async () => await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));

        Assert.Equal("42501", refused.SqlState);
    }

    private static async Task PublishAsync(AppHost app, Person author, Person mateo, Person ines)
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Acervo.Platform.Data.AppDb>();
        var practice = Ficha.Complete(author, now);
        var secret = practice.Answers;
        secret.Set("contact_phones", ["300 000 0077"]);
        secret.Set("contact_emails", ["canario.privado@example.gov.co"]);
        secret.Set("employment_types", ["CANARIO-VINCULO"]);
        // A careless answer: review would refuse it; the snapshot masks it all the same.
        secret.Set("dissemination", "Escriba a canario.personal@correo.example o llame al 300 000 0078 para recibir la guía.");
        practice.TakeReading(secret, now.BogotaDay(),
            """{"values":{"title":{"page":1,"quote":"CANARIO-CITA","confidence":1}},"observations":[],"labelsFound":25,"labelsExpected":25}""", null,
            "CANARIO-ORIGINAL.docx", author.Id, now);
        practice.Explain(new ChecklistItem("read:x", "title", false, "Mírelo."), "CANARIO-EXPLICACION", author.Id, now);
        var file = Plain("Un anexo que sí se publica.");
        var tried = await scope.ServiceProvider.GetRequiredService<DossierCopies>().TryAsync(new MemoryStream(file), TestContext.Current.CancellationToken);
        var store = scope.ServiceProvider.GetRequiredService<FileStore>();
        var original = await store.SaveAsync(new FileContent(file, "image/png"));
        await store.SaveAsync(tried.Content!);
        practice.Attach(DossierFile.Of("anexo.png", original, tried.Content!, tried.Notes, author.Id, now, DossierFile.Clean), now);
        db.Add(practice);
        db.Add(Ficha.Complete(author, now, "CANARIO-BORRADOR sin publicar"));
        await db.SaveChangesAsync();
        var round = practice.Submit(author.Id, [], now);
        db.Add(round);
        practice.Claim(mateo.Id, now);
        db.Add(Remark.Write(practice.Subject, "scope", 1, null, mateo.Id, "CANARIO-OBSERVACION", now));
        practice.Approve(round, 0, "CANARIO-NOTA", mateo.Id, now);
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<DossierPublishing>().PublishAsync(practice, ines.Id);
    }

    /// <summary>A one-pixel picture whose text chunk names its author.</summary>
    private static byte[] Plain(string text) => Acervo.Tests.Platform.Pictures.Png(text);

    private static async Task<List<Seen>> CrawlAsync(Visitor visitor, string[] doors)
    {
        var queue = new Queue<string>(doors);
        var known = doors.ToHashSet(StringComparer.Ordinal);
        List<Seen> seen = [];
        while (queue.TryDequeue(out var path) && seen.Count < 400)
        {
            var response = await visitor.Http.GetAsync(path);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            var text = $"{response.Headers}{response.Content.Headers}{TextOf(bytes)}";
            seen.Add(new Seen(path, response.StatusCode, text));
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            foreach (var href in new Answer(response, Encoding.UTF8.GetString(bytes)).Page.QuerySelectorAll("a[href], link[href]")
                .Select(link => link.GetAttribute("href")!))
            {
                if (href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal) && known.Add(href.Split('#')[0]))
                {
                    queue.Enqueue(href.Split('#')[0]);
                }
            }
        }

        return seen;
    }

    /// <summary>The bytes as text, and those of every part of an office file, in both encodings that hide text.</summary>
    private static string TextOf(byte[] bytes)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(bytes));
        if (bytes is [0x50, 0x4B, ..])
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in zip.Entries)
            {
                using var part = new MemoryStream();
                using (var from = entry.Open())
                {
                    from.CopyTo(part);
                }

                text.Append(entry.FullName).Append(Encoding.UTF8.GetString(part.ToArray())).Append(Encoding.Unicode.GetString(part.ToArray()));
            }
        }

        return text.ToString();
    }

    /// <summary>One representation and what it says.</summary>
    private sealed record Seen(string Path, HttpStatusCode Status, string Text);
}
