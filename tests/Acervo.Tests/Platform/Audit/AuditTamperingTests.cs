using Acervo.Platform.Audit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acervo.Tests.Platform.Audit;

/// <summary>Whoever holds the database can change the trail, but not unseen.</summary>
public sealed class AuditTamperingTests(WrittenTrail trail) : IClassFixture<WrittenTrail>
{
    private const int Rows = WrittenTrail.Rows;

    private readonly AppHost app = trail.App;

    [Fact]
    public async Task The_trail_as_it_was_written_is_intact_and_may_grow()
    {
        await using var growing = await WrittenTrail.StartAsync();
        Assert.Equal((true, (long)Rows), Told(await growing.VerifyTrailAsync()));
        await growing.ActAsync(3);
        await growing.SealAsync();
        Assert.Equal((true, Rows + 3L), Told(await growing.VerifyTrailAsync()));
    }

    [Theory]
    [InlineData("UPDATE app.audit SET detail = 'otra cosa' WHERE id = 7", 7)]
    [InlineData("UPDATE app.audit SET person_id = 2 WHERE id = 7", 7)]
    [InlineData("UPDATE app.audit SET at = at + interval '1 microsecond' WHERE id = 20", 20)]
    [InlineData("UPDATE app.audit SET verb = 'test.' || 'done', subject = 'thing/8' WHERE id = 7", 7)]
    [InlineData("UPDATE app.audit SET txid = '3' WHERE id = 7", 7)]
    [InlineData("DELETE FROM app.audit WHERE id = 1", 1)]
    [InlineData("DELETE FROM app.audit WHERE id = 12", 12)]
    [InlineData("DELETE FROM app.audit_links WHERE seq = 12", 12)]
    [InlineData("DELETE FROM app.audit WHERE id = 12; DELETE FROM app.audit_links WHERE seq = 12; UPDATE app.audit_links SET seq = seq - 1 WHERE seq > 12", 12)]
    [InlineData(
        "UPDATE app.audit_links SET seq = seq + 100 WHERE seq > 10; UPDATE app.audit_links SET seq = seq - 99 WHERE seq > 100; " +
        "INSERT INTO app.audit SELECT 99, txid, at, person_id, verb, subject, detail, row_count, rows_hash, mac FROM app.audit WHERE id = 10; " +
        "INSERT INTO app.audit_links SELECT 11, 99, mac FROM app.audit_links WHERE seq = 10",
        11)]
    [InlineData(
        "UPDATE app.audit_links SET seq = CASE seq WHEN 5 THEN 1006 ELSE 1005 END WHERE seq IN (5, 6); " +
        "UPDATE app.audit_links SET seq = seq - 1000 WHERE seq > 1000",
        5)]
    [InlineData("DELETE FROM app.audit_links WHERE seq > 15", 15)]
    [InlineData("DELETE FROM app.audit WHERE id > 15; DELETE FROM app.audit_links WHERE seq > 15", 15)]
    [InlineData("DELETE FROM app.audit; DELETE FROM app.audit_links", 0)]
    [InlineData("TRUNCATE app.audit", 1)]
    public async Task Every_manipulation_by_the_owner_of_the_database_shows(string sql, long at) =>
        Assert.Equal((false, at), Told(await app.AttemptAsync(sql)));

    [Fact]
    public async Task A_chain_restamped_from_end_to_end_with_the_stolen_key_shows_at_the_checkpoint() =>
        Assert.Equal((false, (long)Rows), Told(await app.AttemptAsync(async connection =>
        {
            await using var rewrite = new NpgsqlCommand("UPDATE app.audit SET detail = 'reescrita' WHERE id = 3", connection);
            await rewrite.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await Restamp.AllAsync(connection, app.Services.GetRequiredService<AuditKey>());
        })));

    [Fact]
    public async Task A_chain_restamped_without_the_key_shows_at_its_first_row() =>
        Assert.Equal((false, 1L), Told(await app.AttemptAsync(connection => Restamp.AllAsync(connection, new AuditKey(new byte[32])))));

    [Fact]
    public async Task A_checkpoint_file_that_was_altered_shows()
    {
        var path = app.Folder.PathOf("audit-checkpoints.txt");
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(path, text.Replace("20 ", "19 ", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var verdict = await app.VerifyTrailAsync();
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        Assert.Equal((false, 0L), Told(verdict));
    }

    [Theory]
    [InlineData("UPDATE app.audit SET detail = 'x'")]
    [InlineData("DELETE FROM app.audit")]
    [InlineData("TRUNCATE app.audit")]
    [InlineData("ALTER TABLE app.audit ADD x int")]
    [InlineData("DROP TABLE app.audit")]
    [InlineData("UPDATE app.audit_links SET deed = 1")]
    [InlineData("DELETE FROM app.audit_links")]
    [InlineData("UPDATE app.audit_rows SET detail = ''")]
    [InlineData("DELETE FROM app.audit_rows")]
    [InlineData("CREATE TRIGGER t BEFORE INSERT ON app.audit FOR EACH ROW EXECUTE FUNCTION site.tell_change()")]
    [InlineData("UPDATE app.audit_checks SET intact = true")]
    [InlineData("DELETE FROM app.audit_checks")]
    [InlineData("GRANT UPDATE ON app.audit TO acervo_app")]
    public async Task The_programs_own_role_can_only_add(string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.Connections.App);
        await using var command = source.CreateCommand(sql);
        var refused = await Record.ExceptionAsync(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        if (sql.StartsWith("GRANT", StringComparison.Ordinal))
        {
            // PostgreSQL warns and grants nothing: what counts is that the right is not there.
            await using var right = source.CreateCommand("SELECT has_table_privilege('app.audit', 'UPDATE')");
            Assert.False((bool)(await right.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
            return;
        }

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(refused).SqlState);
    }

    [Fact]
    public async Task The_nightly_check_writes_to_the_administrators_when_it_is_broken()
    {
        await using var broken = await WrittenTrail.StartAsync();
        var ramiro = await broken.SeedAsync(Cast.Administrator(), Cast.Contributor());
        await broken.OwnerAsync("UPDATE app.audit SET detail = 'x' WHERE id = 2");
        await using var scope = broken.Services.CreateAsyncScope();
        var check = await scope.ServiceProvider.GetRequiredService<AuditGuard>().CheckAsync(TestContext.Current.CancellationToken);
        Assert.False(check.Intact);
        var letter = Assert.Single(await Modules.Practices.ReviewCast.LettersAsync(broken));
        Assert.Equal(ramiro.Email, letter.ToAddress);
        Assert.Contains("La fila 2", letter.Body, StringComparison.Ordinal);
    }

    private static (bool Intact, long LastSeq) Told(AuditVerdict verdict) => (verdict.Intact, verdict.LastSeq);
}
