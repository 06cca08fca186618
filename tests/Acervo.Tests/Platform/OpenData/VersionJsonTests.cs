using System.Net;
using System.Security.Cryptography;
using System.Text.Json;

namespace Acervo.Tests.Platform.OpenData;

/// <summary>The canonical JSON of a publication: the receipt that anybody can check.</summary>
public sealed class VersionJsonTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task The_bytes_sent_are_the_bytes_that_were_hashed()
    {
        await app.PublishAsync(1, "recibo", "Recibo con tildes: «señal» & <marca>");
        using var visitor = app.CreateClient();
        var bytes = await visitor.Http.GetByteArrayAsync("/practicas/recibo.json", TestContext.Current.CancellationToken);
        var answer = await visitor.VisitAsync("/api/v1/publications/practice/recibo");
        var sha = JsonDocument.Parse(answer.Body).RootElement.GetProperty("publication").GetProperty("sha256").GetString();
        Assert.Equal(sha, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var page = await visitor.VisitAsync("/practicas/recibo.json");
        Assert.Equal($"\"{sha}\"", page.Response.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task No_version_may_be_kept_without_asking_for_any_may_be_withdrawn()
    {
        await app.PublishAsync(2, "dos-veces", "Primera");
        await app.PublishAsync(2, "dos-veces", "Segunda");
        using var visitor = app.CreateClient();
        var old = await visitor.VisitAsync("/practicas/dos-veces/v1.json");
        Assert.Contains("Primera", old.Body, StringComparison.Ordinal);
        Assert.Equal($"\"{JsonDocument.Parse((await visitor.VisitAsync("/api/v1/publications/practice/dos-veces/versions")).Body).RootElement[1].GetProperty("sha256").GetString()}\"", old.Response.Headers.ETag!.Tag);
        Assert.True(old.Response.Headers.CacheControl!.MustRevalidate);
        Assert.Equal(TimeSpan.Zero, old.Response.Headers.CacheControl.MaxAge);
        var current = await visitor.VisitAsync("/practicas/dos-veces.json");
        Assert.Contains("Segunda", current.Body, StringComparison.Ordinal);
        Assert.True(current.Response.Headers.CacheControl!.MustRevalidate);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync("/practicas/dos-veces/v3.json")).Status);
    }

    [Fact]
    public async Task A_withdrawn_publication_leaves_a_tombstone_and_none_of_its_versions()
    {
        await app.PublishAsync(3, "retirada", "Una");
        await app.PublishAsync(3, "retirada", "Otra");
        await app.WithdrawAsync(3, "Los datos eran de otra entidad.");
        using var visitor = app.CreateClient();
        foreach (var path in (string[])["/practicas/retirada.json", "/practicas/retirada/v1.json", "/api/v1/publications/practice/retirada",
            "/api/v1/publications/practice/retirada/versions"])
        {
            var answer = await visitor.VisitAsync(path);
            Assert.Equal(HttpStatusCode.Gone, answer.Status);
            Assert.Equal("Los datos eran de otra entidad.", JsonDocument.Parse(answer.Body).RootElement.GetProperty("reason").GetString());
            Assert.DoesNotContain("Quien toma", answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_former_address_leads_to_the_new_one()
    {
        await app.PublishAsync(4, "nombre-viejo");
        await app.PublishAsync(4, "nombre-nuevo");
        using var visitor = app.CreateClient();
        foreach (var (from, to) in new[]
        {
            ("/practicas/nombre-viejo.json", "/practicas/nombre-nuevo.json"),
            ("/practicas/nombre-viejo/v1.json", "/practicas/nombre-nuevo/v1.json"),
            ("/api/v1/publications/practice/nombre-viejo", "/api/v1/publications/practice/nombre-nuevo"),
        })
        {
            var answer = await visitor.VisitAsync(from);
            Assert.Equal(HttpStatusCode.MovedPermanently, answer.Status);
            Assert.Equal(to, answer.Location);
        }
    }

    [Fact]
    public async Task What_never_was_is_a_problem_with_a_spanish_sentence()
    {
        using var visitor = app.CreateClient();
        var answer = await visitor.VisitAsync("/practicas/nunca-existio.json");
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("application/problem+json", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("No encontramos lo que busca.", JsonDocument.Parse(answer.Body).RootElement.GetProperty("detail").GetString());
    }
}
