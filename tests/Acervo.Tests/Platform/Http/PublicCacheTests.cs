using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Acervo.Platform.Http;
using Acervo.Tests.Platform.OpenData;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Http;

/// <summary>What a visitor notices of the page cache: nothing, but that a second look weighs nothing and a change shows at once.</summary>
public sealed class PublicCacheTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_publication_shows_in_seconds_on_every_node_and_so_does_its_withdrawal()
    {
        await using var second = await app.JoinAsync();
        using var here = app.CreateClient();
        using var there = second.CreateClient();
        await app.PublishAsync(1, "se-ve", "Antes del cambio");
        foreach (var visitor in (Visitor[])[here, there])
        {
            Assert.Contains("Antes del cambio", (await visitor.EventuallyAsync("/practicas/se-ve", answer => answer.Status == HttpStatusCode.OK)).Body,
                StringComparison.Ordinal);
        }

        await app.PublishAsync(1, "se-ve", "Después del cambio");
        foreach (var visitor in (Visitor[])[here, there])
        {
            Assert.Contains("Después", (await visitor.EventuallyAsync("/practicas/se-ve",
                answer => answer.Body.Contains("Después", StringComparison.Ordinal))).Body, StringComparison.Ordinal);
        }

        await app.WithdrawAsync(1);
        foreach (var visitor in (Visitor[])[here, there])
        {
            Assert.Equal(HttpStatusCode.Gone, (await visitor.EventuallyAsync("/practicas/se-ve", answer => answer.Status == HttpStatusCode.Gone)).Status);
        }
    }

    [Fact]
    public async Task A_second_look_is_answered_not_modified()
    {
        using var visitor = app.CreateClient();
        var first = await visitor.VisitAsync("/lecciones");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/lecciones") { Headers = { IfNoneMatch = { first.Response.Headers.ETag! } } };
        using var second = await visitor.Http.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), first.Response.Headers.CacheControl!.SharedMaxAge);
    }

    [Fact]
    public async Task Parameters_that_mean_nothing_are_neither_kept_nor_repeated()
    {
        using var visitor = app.CreateClient();
        var cache = app.Services.GetRequiredService<PublicCache>();
        Answer plain, tracked;
        int generation, before, after;
        do
        {
            // News of what another test published drops everything, also between two visits.
            generation = cache.Generation;
            plain = await visitor.VisitAsync("/practicas?q=turno");
            before = cache.Count;
            tracked = await visitor.VisitAsync("/practicas?utm_source=boletin&q=turno&fbclid=123");
            after = cache.Count;
        }
        while (generation != cache.Generation);

        Assert.Equal(plain.Body, tracked.Body);
        Assert.Equal(before, after);
        Assert.DoesNotContain("boletin", tracked.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Compressed_forms_hold_the_same_page(string encoding)
    {
        using var visitor = app.CreateClient();
        var cache = app.Services.GetRequiredService<PublicCache>();
        Answer plain;
        string read;
        EntityTagHeaderValue? tag;
        int generation;
        do
        {
            generation = cache.Generation;
            plain = await visitor.VisitAsync("/");
            using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { AcceptEncoding = { new(encoding) } } };
            using var response = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(encoding, Assert.Single(response.Content.Headers.ContentEncoding));
            await using var packed = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await using Stream unpacked = encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress)
                : new GZipStream(packed, CompressionMode.Decompress);
            using var reader = new StreamReader(unpacked, Encoding.UTF8);
            (read, tag) = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken), response.Headers.ETag);
        }
        while (generation != cache.Generation);

        Assert.Equal(plain.Body, read);
        Assert.NotEqual(plain.Response.Headers.ETag, tag);
    }

    [Fact]
    public async Task Whoever_is_signed_in_gets_a_page_of_their_own()
    {
        var person = await app.SeedAsync(Cast.Reviewer());
        using var visitor = await app.SignInAsync(person);
        var answer = await visitor.VisitAsync("/practicas");
        Assert.True(answer.Response.Headers.CacheControl!.NoStore);
        Assert.Null(answer.Response.Headers.ETag);
    }

    [Fact]
    public async Task A_page_tells_programs_what_it_is()
    {
        await app.PublishAsync(5, "con-metadatos", "Título con </script><b>marcas</b>");
        using var visitor = app.CreateClient();
        var answer = await visitor.EventuallyAsync("/practicas/con-metadatos", one => one.Status == HttpStatusCode.OK);
        var data = JsonDocument.Parse(answer.Page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal("Título con </script><b>marcas</b>", data.GetProperty("headline").GetString());
        Assert.Equal($"{app.Address}practicas/con-metadatos", answer.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("Secretaría de Ejemplo", answer.Page.QuerySelector("meta[name='DCTERMS.creator']")!.GetAttribute("content"));
        Assert.NotNull(answer.Page.QuerySelector("link[rel=alternate][type='application/atom+xml']"));
    }

    [Fact]
    public async Task Switched_off_it_keeps_nothing()
    {
        await using var bare = await AppHost.StartAsync(("Cache:Pages", "false"));
        using var visitor = bare.CreateClient();
        await visitor.VisitAsync("/practicas");
        Assert.Equal(0, bare.Services.GetRequiredService<PublicCache>().Count);
    }
}
