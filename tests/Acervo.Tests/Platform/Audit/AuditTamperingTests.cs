using Acervo.Platform.Audit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acervo.Tests.Platform.Audit;

/// <summary>Whoever holds the database can change the trail, but not unseen.</summary>
public sealed class AuditTamperingTests : IAsyncLifetime
{
    private const int Rows = 20;

    private AppHost app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AppHost.StartAsync();
        await AppendAsync(Rows);
        await app.Services.GetRequiredService<AuditCheckpoints>().WriteAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_trail_as_it_was_written_is_intact_and_may_grow()
    {
        Assert.Equal((true, (long)Rows), await VerifyAsync());
        await AppendAsync(3);
        Assert.Equal((true, Rows + 3L), await VerifyAsync());
    }

    [Theory]
    [InlineData("UPDATE app.audit SET detail = 'otra cosa' WHERE seq = 7", 7)]
    [InlineData("UPDATE app.audit SET person_id = 2 WHERE seq = 7", 7)]
    [InlineData("UPDATE app.audit SET at = at + interval '1 microsecond' WHERE seq = 20", 20)]
    [InlineData("UPDATE app.audit SET verb = 'test.' || 'done', subject = 'thing/8' WHERE seq = 7", 7)]
    [InlineData("DELETE FROM app.audit WHERE seq = 1", 1)]
    [InlineData("DELETE FROM app.audit WHERE seq = 12", 12)]
    [InlineData("DELETE FROM app.audit WHERE seq = 12; UPDATE app.audit SET seq = seq - 1 WHERE seq > 12", 12)]
    [InlineData("UPDATE app.audit SET seq = seq + 100 WHERE seq > 10; INSERT INTO app.audit SELECT 11, at, person_id, verb, subject, detail, mac FROM app.audit WHERE seq = 10; UPDATE app.audit SET seq = seq - 99 WHERE seq > 100", 11)]
    [InlineData("UPDATE app.audit SET seq = CASE seq WHEN 5 THEN 1006 ELSE 1005 END WHERE seq IN (5, 6); UPDATE app.audit SET seq = seq - 1000 WHERE seq > 1000", 5)]
    [InlineData("DELETE FROM app.audit WHERE seq > 15", 15)]
    [InlineData("DELETE FROM app.audit", 0)]
    public async Task Every_manipulation_by_the_owner_of_the_database_shows(string sql, long at)
    {
        await OwnerAsync(sql);
        Assert.Equal((false, at), await VerifyAsync());
    }

    [Fact]
    public async Task A_chain_restamped_from_end_to_end_with_the_stolen_key_shows_at_the_checkpoint()
    {
        await OwnerAsync("UPDATE app.audit SET detail = 'reescrita' WHERE seq = 3");
        await RestampAsync(app.Services.GetRequiredService<AuditKey>().Value);
        Assert.Equal((false, (long)Rows), await VerifyAsync());
    }

    [Fact]
    public async Task A_chain_restamped_without_the_key_shows_at_its_first_row()
    {
        await RestampAsync(new byte[32]);
        Assert.Equal((false, 1L), await VerifyAsync());
    }

    [Fact]
    public async Task A_checkpoint_file_that_was_altered_shows()
    {
        var path = app.Folder.PathOf("audit-checkpoints.txt");
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(path, text.Replace("20 ", "19 ", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal((false, 0L), await VerifyAsync());
    }

    [Theory]
    [InlineData("UPDATE app.audit SET detail = 'x'")]
    [InlineData("DELETE FROM app.audit")]
    [InlineData("TRUNCATE app.audit")]
    [InlineData("ALTER TABLE app.audit ADD x int")]
    [InlineData("DROP TABLE app.audit")]
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
        var ramiro = await app.SeedAsync(Cast.Administrator(), Cast.Contributor());
        await OwnerAsync("UPDATE app.audit SET detail = 'x' WHERE seq = 2");
        await using var scope = app.Services.CreateAsyncScope();
        var check = await scope.ServiceProvider.GetRequiredService<AuditGuard>().CheckAsync(TestContext.Current.CancellationToken);
        Assert.False(check.Intact);
        var letter = Assert.Single(await Modules.Practices.ReviewCast.LettersAsync(app));
        Assert.Equal(ramiro.Email, letter.ToAddress);
        Assert.Contains("La fila 2", letter.Body, StringComparison.Ordinal);
    }

    private async Task AppendAsync(int count)
    {
        await using var source = NpgsqlDataSource.Create(app.Connections.App);
        await using var connection = await source.OpenConnectionAsync();
        for (var i = 0; i < count; i++)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await app.Services.GetRequiredService<AuditChain>().AppendAsync(connection, [new Deed("test.done", $"thing/{i}", 1, "detalle")], TestContext.Current.CancellationToken);
            await transaction.CommitAsync();
        }
    }

    private async Task OwnerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.Connections.Owner);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task RestampAsync(byte[] key)
    {
        await using var source = NpgsqlDataSource.Create(app.Connections.Owner);
        List<AuditEntry> rows = [];
        await using (var query = source.CreateCommand("SELECT seq, at, person_id, verb, subject, detail, mac FROM app.audit ORDER BY seq"))
        await using (var reader = await query.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                rows.Add(new AuditEntry(reader.GetInt64(0), reader.GetDateTime(1), reader.GetInt32(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), []));
            }
        }

        byte[] mac = [];
        foreach (var row in rows)
        {
            mac = AuditEntry.Sign(key, mac, row.Seq, row.At, new Deed(row.Verb, row.Subject, row.PersonId, row.Detail));
            await using var update = source.CreateCommand("UPDATE app.audit SET mac = $1 WHERE seq = $2");
            update.Parameters.Add(new NpgsqlParameter { Value = mac });
            update.Parameters.Add(new NpgsqlParameter { Value = row.Seq });
            await update.ExecuteNonQueryAsync();
        }
    }

    private async Task<(bool Intact, long LastSeq)> VerifyAsync()
    {
        var verdict = await app.Services.GetRequiredService<AuditVerifier>().VerifyAsync(cancel: TestContext.Current.CancellationToken);
        return (verdict.Intact, verdict.LastSeq);
    }
}
