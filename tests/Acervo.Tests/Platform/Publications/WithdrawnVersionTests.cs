using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Acervo.Platform.Data;
using Acervo.Platform.Publications;
using Acervo.Tests.Platform.OpenData;
using Acervo.Tests.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acervo.Tests.Platform.Publications;

/// <summary>What was withdrawn is gone from every address there is, also after its correction was published.</summary>
public sealed class WithdrawnVersionTests(AppHost app) : IClassFixture<AppHost>
{
    private const string Secret = "zarigüeyática";

    [Theory]
    [InlineData(301, "se-retira-y-vuelve", true)]
    [InlineData(302, "se-retira-sin-mas", false)]
    public async Task No_public_address_tells_what_was_withdrawn(int item, string slug, bool isCorrected)
    {
        byte[] file = [.. Guid.NewGuid().ToByteArray()];
        await app.PublishAsync(item, slug, "Nombre de la retirada", $"Lo {Secret} del asunto.", facets: [new("entidad", $"e-{Secret}", $"Entidad {Secret}")],
            files: [("anexo.pdf", file)]);
        using var visitor = app.CreateClient();
        var addresses = Addresses(slug, Convert.ToHexStringLower(SHA256.HashData(file)));
        Assert.True(addresses.Count > 60, $"Only {addresses.Count} addresses were found.");
        var tags = await TagsAsync(visitor, slug, addresses);
        Assert.True(tags.Count > 20, $"Only {tags.Count} answers had a tag.");

        await app.WithdrawAsync(item);
        if (isCorrected)
        {
            await app.PublishAsync(item, slug, "Nombre de la retirada", "El asunto, bien contado.", facets: []);
            await visitor.EventuallyAsync($"/practicas/{slug}", HttpStatusCode.OK);
        }

        foreach (var gone in new[] { $"/practicas/{slug}/v1", $"/practicas/{slug}/v1.json",
            addresses.Single(path => path.StartsWith("/archivos/", StringComparison.Ordinal)) })
        {
            Assert.Equal(HttpStatusCode.Gone, (await visitor.EventuallyAsync(gone, HttpStatusCode.Gone)).Status);
        }

        // Those ask the database; lists and counts stand on what each node is told a moment later.
        foreach (var told in new[] { "/api/v1/facets", "/practicas" })
        {
            await visitor.EventuallyAsync(told, answer => !answer.Body.Contains($"Entidad {Secret}", StringComparison.Ordinal));
        }

        foreach (var path in addresses)
        {
            await HasNothingAsync(visitor, HttpMethod.Get, path, null, slug);
            await HasNothingAsync(visitor, HttpMethod.Head, path, null, slug);
            if (tags.TryGetValue(path, out var tag))
            {
                await HasNothingAsync(visitor, HttpMethod.Get, path, tag, slug);
            }
        }
    }

    [Fact]
    public async Task The_public_role_has_no_door_to_what_is_withdrawn()
    {
        await app.PublishAsync(303, "sin-puerta", "Nombre", $"Lo {Secret}.");
        await app.WithdrawAsync(303);
        var db = app.Services.GetRequiredService<PublicDb>();
        foreach (var table in new[] { "publications", "relations", "attachments", "files", "file_chunks", "words" })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => db.ListAsync($"SELECT 1 FROM site.{table}", row => 0,
                TestContext.Current.CancellationToken));
            Assert.Equal("42501", refused.SqlState);
        }

        var left = await db.FindAsync("SELECT to_jsonb(s)::text FROM site.standing s WHERE slug = 'sin-puerta'", row => row.GetString(0),
            TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Secret, left, StringComparison.Ordinal);
        Assert.Null(await db.FindAsync("SELECT slug FROM site.shown WHERE slug = 'sin-puerta'", row => row.GetString(0),
            TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_address_is_found_by_an_index_among_many()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var source = NpgsqlDataSource.Create(app.Connections.Owner);
        await using (var many = source.CreateCommand("""
            INSERT INTO site.publications (kind, item, version, slug, state, title, summary, organisation, body, sha256, html, plain, facets, published_at, first_at)
            SELECT 'practice', 100000 + n, 1, CASE WHEN n <= 300 THEN 'taller-' || n ELSE 'taller-de-' || n END, 'superseded', '', '', '', '', '', '', '', '[]', now(), now() FROM generate_series(2, 20000) n;
            INSERT INTO site.old_slugs (kind, slug, item) SELECT 'practice', 'antes-' || n, n FROM generate_series(1, 20000) n;
            ANALYZE site.publications; ANALYZE site.old_slugs;
            """))
        {
            await many.ExecuteNonQueryAsync(cancel);
        }

        await using var scope = app.Services.CreateAsyncScope();
        var working = scope.ServiceProvider.GetRequiredService<AppDb>();
        await working.Database.OpenConnectionAsync(cancel);
        var connection = (NpgsqlConnection)working.Database.GetDbConnection();
        var before = await ReadOneByOneAsync(connection, cancel);
        var publisher = scope.ServiceProvider.GetRequiredService<Publisher>();
        Assert.Equal("taller", await publisher.FreeSlugAsync("practice", 7, "taller", cancel));
        Assert.Equal("taller-de-20001", await publisher.FreeSlugAsync("practice", 7, "taller-de-20001", cancel));
        Assert.Equal("antes-5-2", await publisher.FreeSlugAsync("practice", 7, "antes-5", cancel));
        Assert.InRange(await ReadOneByOneAsync(connection, cancel) - before, 0, 1000);
    }

    /// <summary>How many rows were read in sequential scans so far.</summary>
    private static async Task<long> ReadOneByOneAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var flush = new NpgsqlCommand("SELECT pg_stat_force_next_flush()", connection);
        await flush.ExecuteNonQueryAsync(cancel);
        await using var read = new NpgsqlCommand("SELECT sum(seq_tup_read)::bigint FROM pg_stat_user_tables WHERE relname IN ('publications', 'old_slugs')",
            connection);
        return (long)(await read.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Every address that answers GET, filled in for this publication, and the searches that would find it.</summary>
    private List<string> Addresses(string slug, string sha256)
    {
        var table = new AccessTable(app, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["slug"] = slug,
            ["version"] = "v1",
            ["number"] = "1",
            ["kind"] = "practice",
            ["sha256"] = sha256,
            ["name"] = "anexo.pdf",
            ["page"] = "1",
            ["code"] = "404",
            ["id"] = "1",
            ["documentName"] = "v1",
        });
        var query = Uri.EscapeDataString(Secret);
        return
        [
            .. table.Readable().Select(address => address.Path),
            $"/buscar?q={query}", $"/practicas?q={query}", $"/practicas?entidad=e-{query}", $"/atom.xml?q={query}", $"/feed.json?q={query}",
            $"/practicas/rss.xml?q={query}",
            $"/api/v1/publications?q={query}", $"/api/v1/publications?entidad=e-{query}", "/api/v1/suggest?q=zarig", "/buscar/sugerencias?q=zarig",
            $"/datos/practicas.csv?q={query}", $"/practicas/{slug}/v2", $"/practicas/{slug}/v2.json",
        ];
    }

    private static async Task<Dictionary<string, EntityTagHeaderValue>> TagsAsync(Visitor visitor, string slug, List<string> addresses)
    {
        await visitor.EventuallyAsync($"/practicas/{slug}", HttpStatusCode.OK);
        Dictionary<string, EntityTagHeaderValue> tags = new(StringComparer.Ordinal);
        foreach (var path in addresses.Where(path => !path.EndsWith(".pdf", StringComparison.Ordinal)
            || path.StartsWith("/archivos", StringComparison.Ordinal)))
        {
            using var response = await visitor.Http.GetAsync(path, TestContext.Current.CancellationToken);
            if (response.Headers.ETag is { } tag)
            {
                tags[path] = tag;
            }
        }

        return tags;
    }

    private static async Task HasNothingAsync(Visitor visitor, HttpMethod method, string path, EntityTagHeaderValue? tag, string slug)
    {
        using var request = new HttpRequestMessage(method, path);
        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        using var response = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var what = $"{method} {path} {tag}: {response.StatusCode} {response.Headers}";
        Assert.True((int)response.StatusCode < 500, what);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        // Whoever asks for a word reads it back; what it found must not be there.
        var isEcho = path.Contains("?q=", StringComparison.Ordinal) || path.Contains("entidad=", StringComparison.Ordinal);
        Assert.False(!isEcho && body.Contains(Secret, StringComparison.OrdinalIgnoreCase), what);
        Assert.False(body.Contains($"Lo {Secret}", StringComparison.OrdinalIgnoreCase)
            || body.Contains($"Entidad {Secret}", StringComparison.OrdinalIgnoreCase), what);
        Assert.False(body.Contains($"{slug}/v1", StringComparison.Ordinal), what);
        var control = response.Headers.CacheControl;
        if (!path.StartsWith("/assets/", StringComparison.Ordinal))
        {
            Assert.DoesNotContain("immutable", $"{control}", StringComparison.Ordinal);
            Assert.True(control is { NoStore: true } or { MustRevalidate: true, MaxAge.Ticks: 0 }, what);
        }
    }
}
