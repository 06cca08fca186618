using System.Data;
using Acervo.Platform.Accounts;
using Acervo.Platform.Data;
using Acervo.Platform.Files;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Files;

/// <summary>Files are kept once, read back whole, and hold no connection while somebody works on them.</summary>
public sealed class FileStoreTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Whoever_reads_a_file_holds_no_connection_afterwards()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var files = scope.ServiceProvider.GetRequiredService<FileStore>();
        byte[] bytes = [.. Enumerable.Range(0, 600_000).Select(i => (byte)(i * 7))];
        var stored = await files.SaveAsync(new FileContent(bytes, "application/pdf"), TestContext.Current.CancellationToken);
        Assert.Equal(bytes, (await files.ReadAsync(stored.Sha256, TestContext.Current.CancellationToken)).Bytes);
        Assert.Equal(ConnectionState.Closed, scope.ServiceProvider.GetRequiredService<AppDb>().Database.GetDbConnection().State);
    }

    [Fact]
    public async Task The_same_file_from_many_at_once_is_kept_once()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var files = scope.ServiceProvider.GetRequiredService<FileStore>();
        var content = Unique();
        var stored = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => files.SaveAsync(content, TestContext.Current.CancellationToken)));
        Assert.Single(stored.Distinct());
        Assert.Equal(content.Bytes, (await files.ReadAsync(stored[0].Sha256, TestContext.Current.CancellationToken)).Bytes);
    }

    /// <summary>What is published is copied where it lies, in however many pieces.</summary>
    [Fact]
    public async Task A_kept_copy_is_made_public_within_the_database()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (files, db, cancel) = (scope.ServiceProvider.GetRequiredService<FileStore>(), scope.ServiceProvider.GetRequiredService<AppDb>(),
            TestContext.Current.CancellationToken);
        var bytes = new byte[3_000_000];
        Random.Shared.NextBytes(bytes);
        var kept = await files.SaveAsync(new FileContent(bytes, "application/pdf"), cancel);
        for (var twice = 0; twice < 2; twice++)
        {
            await files.PrepareAsync([new PublicFile("copia.pdf", kept.Sha256)], cancel);
        }

        var pieces = await db.Database.SqlQuery<byte[]>($"""
            SELECT c.bytes AS "Value" FROM site.files f JOIN site.file_chunks c USING (sha256)
            WHERE f.sha256 = {kept.Sha256} AND f.size = {kept.Size} AND f.content_type = 'application/pdf' ORDER BY c.n
            """).ToListAsync(cancel);
        Assert.Equal(bytes, pieces.SelectMany(piece => piece));
        await Assert.ThrowsAsync<NotFoundException>(() => files.PrepareAsync([new PublicFile("otra.pdf", new string('0', 64))], cancel));
    }

    [Fact]
    public async Task The_night_sweeps_what_no_record_names()
    {
        var author = await app.SeedAsync(Cast.Contributor());
        await using var scope = app.Services.CreateAsyncScope();
        var (files, db, cancel) = (scope.ServiceProvider.GetRequiredService<FileStore>(), scope.ServiceProvider.GetRequiredService<AppDb>(),
            TestContext.Current.CancellationToken);
        var forgotten = await files.SaveAsync(Unique(), cancel);
        var usedAgain = await files.SaveAsync(Unique(), cancel);
        var named = await files.SaveAsync(Unique(), cancel);
        FileContent copy = Unique();
        await files.PrepareAsync([new PublicFile("copia.png", copy)], cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE app.files SET created_at = now() - interval '2 days'", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE site.files SET created_at = now() - interval '2 days'", cancel);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO app.readings (person_id, sha256, name, asked_at) VALUES ({author.Id}, {named.Sha256}, 'acta.docx', now())
            """, cancel);
        await files.SaveAsync(new FileContent((await files.ReadAsync(usedAgain.Sha256, cancel)).Bytes, "image/png"), cancel);

        await scope.ServiceProvider.GetRequiredService<SweepFiles>().Execute(null!, cancel);
        await Assert.ThrowsAsync<NotFoundException>(() => files.ReadAsync(forgotten.Sha256, cancel));
        await files.ReadAsync(usedAgain.Sha256, cancel);
        await files.ReadAsync(named.Sha256, cancel);
        Assert.Equal(0, await db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM site.files WHERE sha256 = {copy.Sha256()}""")
            .SingleAsync(cancel));
    }

    [Fact]
    public async Task What_a_round_of_review_had_is_kept_although_it_was_taken_away_since()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (files, db, cancel) = (scope.ServiceProvider.GetRequiredService<FileStore>(), scope.ServiceProvider.GetRequiredService<AppDb>(),
            TestContext.Current.CancellationToken);
        var author = await app.SeedAsync(Cast.Somebody("Rosa Amaya", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        var kept = await files.SaveAsync(Unique(), cancel);
        var content = System.Text.Json.JsonSerializer.Serialize(new { files = new[] { new { sha256 = kept.Sha256 } } });
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO app.review_rounds (subject, round, submitted_by, submitted_at, content) VALUES ('dossier/987654', 1, {author.Id}, now(),
                {content}::jsonb)
            """, cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE app.files SET created_at = now() - interval '2 days'", cancel);
        await scope.ServiceProvider.GetRequiredService<SweepFiles>().Execute(null!, cancel);
        await files.ReadAsync(kept.Sha256, cancel);
    }

    [Fact]
    public void Twenty_files_and_a_hundred_megabytes_are_the_most()
    {
        AttachmentLimits.Check([.. Enumerable.Repeat(1024L, 19)], 1024);
        AttachmentLimits.Check([60_000_000], 40_000_000);
        Assert.Contains("20 archivos", Assert.Throws<RuleException>(() => AttachmentLimits.Check([.. Enumerable.Repeat(1024L, 20)], 1)).Message,
            StringComparison.Ordinal);
        Assert.Contains("100 MB", Assert.Throws<RuleException>(() => AttachmentLimits.Check([60_000_000], 40_000_001)).Message, StringComparison.Ordinal);
    }

    private static FileContent Unique() => new(Guid.NewGuid().ToByteArray(), "image/png");
}
