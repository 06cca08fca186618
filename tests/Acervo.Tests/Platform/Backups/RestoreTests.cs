using System.Net;
using Acervo.Modules.Practices;
using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Backups;
using Acervo.Platform.Data;
using Acervo.Platform.Editorial;
using Acervo.Platform.Publications;
using Acervo.Tests.Modules.Practices;
using Acervo.Tests.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acervo.Tests.Platform.Backups;

/// <summary>What a restore must not bring back, and what it must not touch when it is refused.</summary>
public sealed class RestoreTests
{
    [Fact]
    public async Task What_was_withdrawn_or_erased_since_stays_so_and_sessions_and_links_of_then_are_dead()
    {
        await using var app = await AppHost.StartAsync(TrailSteps.ByHand);
        var people = await ReviewCast.PeopleAsync(app);
        using var author = await app.SignInAsync(people.Author);
        var (published, erased) = (await app.PublishedAsync(people.Author, people.Reviewer, people.Second, "Se retira después"),
            await DraftAsync(app, people.Author));
        var (lapsed, replaced) = (await app.PublishedAsync(people.Author, people.Reviewer, people.Second, "Deja de usarse"),
            await app.PublishedAsync(people.Author, people.Reviewer, people.Second, "La reemplaza otra"));
        await ExecuteAsync(app.Connections.Owner, $"INSERT INTO app.password_resets VALUES ('\\x01', {people.Author.Id}, now() + interval '1 hour')");
        await SaveAsync(app);

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var publishing = scope.ServiceProvider.GetRequiredService<Acervo.Platform.Editorial.Publishing.DossierPublishing>();
            foreach (var (one, ending) in new[] { (published, Ending.InError), (lapsed, Ending.Lapsed), (replaced, Ending.Replaced) })
            {
                var mine = await scope.ServiceProvider.GetRequiredService<AppDb>().Dossiers.SingleAsync(dossier => dossier.Id == one.Id, Cancel);
                var successor = ending == Ending.Replaced ? new Successor(lapsed.Kind, lapsed.Id) : null;
                await publishing.EndAsync(mine, ending, successor, "Tiene datos de otra persona.", people.Second.Id, Cancel);
            }
        }

        Assert.Equal(HttpStatusCode.Found, (await author.PostFormAsync($"/fichas/{erased}/eliminar")).Status);

        var report = await new BackupReader(app.Connections.Owner, new DatabaseSettings(), app.Folder).RestoreAsync(FileOf(app), null, Cancel);

        Assert.Equal(4, report.Repeated);
        NpgsqlConnection.ClearAllPools();
        await using var node = await app.JoinAsync();
        using var visitor = node.CreateClient();
        Assert.Equal(HttpStatusCode.Gone, (await visitor.VisitAsync($"/practicas/{published.Slug}")).Status);
        Assert.Equal($"/practicas/{lapsed.Slug}", (await visitor.VisitAsync($"/practicas/{replaced.Slug}")).Location);
        Assert.Contains("Ya no se usa. Se avisó el", (await visitor.VisitAsync($"/practicas/{lapsed.Slug}")).Text("main"), StringComparison.Ordinal);
        await using var db = node.Db();
        Assert.False(await db.Dossiers.AnyAsync(one => one.Id == erased, Cancel));
        Assert.Empty(await db.Sessions.ToListAsync(Cancel));
        Assert.Empty(await db.Set<PasswordReset>().ToListAsync(Cancel));
        // What was done again has its signed deed and its receipt; receipts of what the restored database never saw are set aside.
        Assert.NotEmpty(node.Services.GetRequiredService<AuditReceipts>().Read());
        Assert.Single(Directory.GetDirectories(app.Folder.Root, AuditReceipts.FolderName + "-*"));
        var waiting = await node.VerifyTrailAsync();
        Assert.True(waiting.Intact, waiting.Sentence);
        await node.SealAsync();
        var verdict = await node.VerifyTrailAsync();
        Assert.True(verdict.Intact, verdict.Sentence);
        Assert.False(Directory.Exists(app.Folder.PathOf("restoring")));
        Assert.Equal(1L, await ExecuteAsync(app.Connections.Owner, "SELECT count(*) FROM pg_database WHERE datname LIKE current_database() || '%'"));
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_or_a_tampered_one_is_refused_and_nothing_changes()
    {
        await using var app = await AppHost.StartAsync();
        var people = await ReviewCast.PeopleAsync(app);
        await ReviewCast.InReviewAsync(app, people.Author, ReviewCast.Start);
        var reader = new BackupReader(app.Connections.Owner, new DatabaseSettings(), app.Folder);

        await ExecuteAsync(app.Connections.Owner, "INSERT INTO app.migrations (name, sha256) VALUES ('Platform.Data.Schema.999-tomorrow.sql', 'x')");
        await SaveAsync(app);
        await ExecuteAsync(app.Connections.Owner, "DELETE FROM app.migrations WHERE name LIKE '%999%'");
        var newer = await Assert.ThrowsAsync<RuleException>(() => reader.RestoreAsync(FileOf(app), null, Cancel));
        Assert.Contains("más nueva", newer.Message, StringComparison.Ordinal);

        await ExecuteAsync(app.Connections.Owner, "UPDATE app.audit SET detail = 'otra cosa' WHERE id = (SELECT min(id) FROM app.audit)");
        await SaveAsync(app);
        var tampered = await Assert.ThrowsAsync<RuleException>(() => reader.RestoreAsync(FileOf(app), null, Cancel));
        Assert.Contains("bitácora", tampered.Message, StringComparison.Ordinal);

        NpgsqlConnection.ClearAllPools();
        Assert.Equal("otra cosa", await ExecuteAsync(app.Connections.Owner, "SELECT detail FROM app.audit ORDER BY id LIMIT 1"));
        Assert.False(Directory.Exists(app.Folder.PathOf("restoring")));
        Assert.Equal(1L, await ExecuteAsync(app.Connections.Owner, "SELECT count(*) FROM pg_database WHERE datname LIKE current_database() || '%'"));
    }

    [Fact]
    public async Task A_ledger_with_a_changed_line_stops_the_restore()
    {
        await using var app = await AppHost.StartAsync();
        await ReviewCast.PeopleAsync(app);
        await SaveAsync(app);
        new ActLedger(app.Folder).Add(new LastingAct("dossier.withdrawn", 7, 1, app.Clock.GetUtcNow().UtcDateTime, "Motivo del retiro."));
        var path = app.Folder.PathOf(ActLedger.FileName);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, Cancel)).Replace("withdrawn 7", "withdrawn 8", StringComparison.Ordinal), Cancel);

        var refusal = await Assert.ThrowsAsync<RuleException>(() => new BackupReader(app.Connections.Owner, new DatabaseSettings(),
            app.Folder).RestoreAsync(FileOf(app), null, Cancel));
        Assert.Contains(ActLedger.FileName, refusal.Message, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string FileOf(AppHost app) => app.Folder.PathOf("respaldo.zip");

    private static Task SaveAsync(AppHost app) => new BackupWriter(app.Connections, app.Folder, TimeProvider.System).WriteAsync(FileOf(app), null, Cancel);

    private static async Task<int> DraftAsync(AppHost app, Person author)
    {
        var practice = Dossier.Start(Acervo.Platform.Forms.FormCatalogue.Default.InForce(PracticeKinds.Practice, new DateOnly(2026, 2, 2)), author.Id, null,
            ReviewCast.Start);
        await app.SeedAsync(practice);
        return practice.Id;
    }

    private static async Task<object?> ExecuteAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
