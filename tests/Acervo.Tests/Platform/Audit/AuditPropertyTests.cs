using System.Globalization;
using Acervo.Platform.Audit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acervo.Tests.Platform.Audit;

/// <summary>
/// Hundreds of manipulations at random by the owner of the database (with <c>ACERVO_BARS=full</c>, thousands), each in a transaction that is
/// taken back: none goes unseen.
/// </summary>
public sealed class AuditPropertyTests : IAsyncLifetime
{
    private const int Sealed = 30;

    private const int All = 36;

    private static readonly int Manipulations = Environment.GetEnvironmentVariable("ACERVO_BARS") == "full" ? 2000 : 500;

    private AppHost app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AppHost.StartAsync(TrailSteps.ByHand);
        await app.ActAsync(Sealed - 2);
        await app.ImportAsync(7);
        await app.ImportAsync(3);
        await app.SealAsync();
        await app.CheckpointAsync();
        await app.ActAsync(All - Sealed - 1);
        await app.ImportAsync(4);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Every_manipulation_is_found()
    {
        var verdict = await app.VerifyTrailAsync();
        Assert.True(verdict.Intact, verdict.Sentence);
        var verifier = app.Services.GetRequiredService<AuditVerifier>();
        var evidence = AuditEvidence.Read(app.Services.GetRequiredService<AuditCheckpoints>(), app.Services.GetRequiredService<AuditReceipts>(), []);
        var random = new Random(20_261_127);
        await using var source = NpgsqlDataSource.Create(app.Connections.Owner);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        List<string> unseen = [];
        for (var i = 0; i < Manipulations; i++)
        {
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            var done = await ManipulateAsync(connection, random);
            if ((await verifier.VerifyAsync(connection, evidence, null, TestContext.Current.CancellationToken)).Intact)
            {
                unseen.Add(done);
            }

            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        }

        Assert.Empty(unseen);
    }

    private async Task<string> ManipulateAsync(NpgsqlConnection connection, Random random)
    {
        var (deed, other, seq, from) = (1 + random.Next(All), 1 + random.Next(All), 1 + random.Next(Sealed), 1 + random.Next(Sealed));
        var second = seq == from ? (seq % Sealed) + 1 : from;
        var byteOf = random.Next(32);
        string[] ways =
        [
            $"UPDATE app.audit SET {Edit(random)} WHERE id = {deed}",
            $"UPDATE app.audit SET mac = set_byte(mac, {byteOf}, get_byte(mac, {byteOf}) # {1 + random.Next(255)}) WHERE id = {deed}",
            $"UPDATE app.audit_links SET mac = set_byte(mac, {byteOf}, get_byte(mac, {byteOf}) # {1 + random.Next(255)}) WHERE seq = {seq}",
            $"DELETE FROM app.audit WHERE id BETWEEN {deed} AND {deed + random.Next(5)}",
            $"DELETE FROM app.audit_links WHERE seq >= {seq}",
            $"DELETE FROM app.audit_links WHERE seq = {seq}",
            $"DELETE FROM app.audit WHERE id IN (SELECT deed FROM app.audit_links WHERE seq >= {seq}); DELETE FROM app.audit_links WHERE seq >= {seq}",
            $"DELETE FROM app.audit WHERE id = {seq}; DELETE FROM app.audit_links WHERE seq = {seq}; "
                + $"UPDATE app.audit_links SET seq = -seq WHERE seq > {seq}; UPDATE app.audit_links SET seq = -seq - 1 WHERE seq < 0",
            $"UPDATE app.audit_links SET deed = -deed WHERE seq IN ({seq}, {second}); "
                + $"UPDATE app.audit_links SET deed = CASE deed WHEN -{seq} THEN {second} ELSE {seq} END WHERE deed < 0",
            $"UPDATE app.audit a SET detail = b.detail || 'x', subject = b.subject FROM app.audit b WHERE a.id = {deed} AND b.id = {other}",
            $"INSERT INTO app.audit SELECT {1000 + deed}, txid, at, person_id, verb, subject, detail, row_count, rows_hash, mac "
                + $"FROM app.audit WHERE id = {deed}",
            "INSERT INTO app.audit "
                + $"VALUES ({1000 + deed}, pg_current_xact_id(), now(), {random.Next(9)}, 'test.done', 'thing/{other}', '', 0, '', sha256('{deed}'))",
            $"INSERT INTO app.audit_links VALUES ({Sealed + 1}, {Sealed + 1}, sha256('{deed}'))",
            $"UPDATE app.audit_rows SET detail = detail || '{random.Next(10)}' WHERE {Row(random)}",
            $"UPDATE app.audit_rows SET n = n + 100 WHERE {Row(random)}",
            $"DELETE FROM app.audit_rows WHERE {Row(random)}",
            $"INSERT INTO app.audit_rows VALUES ({deed}, {50 + random.Next(50)}, 'thing/1', 'inventada')",
            $"DELETE FROM app.audit WHERE id > {random.Next(All)}; "
                + $"DELETE FROM app.audit_rows r WHERE NOT EXISTS (SELECT FROM app.audit a WHERE a.id = r.deed); "
                + $"DELETE FROM app.audit_links l WHERE NOT EXISTS (SELECT FROM app.audit a WHERE a.id = l.deed)",
            $"CREATE FUNCTION app.f{deed}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; "
                + $"CREATE TRIGGER t{deed} BEFORE INSERT ON app.{Table(random)} FOR EACH ROW EXECUTE FUNCTION app.f{deed}()",
            $"CREATE RULE r{deed} AS ON INSERT TO app.{Table(random)} DO INSTEAD NOTHING",
            $"ALTER TABLE app.{Table(random)} ENABLE ROW LEVEL SECURITY",
            $"GRANT UPDATE, DELETE ON app.{Table(random)} TO acervo_app",
            "",
        ];
        var sql = ways[random.Next(ways.Length)];
        if (sql.Length == 0)
        {
            await RunAsync(connection, $"UPDATE app.audit SET detail = 'reescrita' WHERE id = {seq}");
            var stolen = random.Next(2) == 0;
            await Restamp.AllAsync(connection, stolen ? app.Services.GetRequiredService<AuditKey>() : new AuditKey(new byte[32]));
            return $"restamp from {seq}, key stolen: {stolen}";
        }

        await RunAsync(connection, sql);
        return sql;
    }

    private static string Edit(Random random) => random.Next(8) switch
    {
        0 => "detail = detail || ' '",
        1 => "subject = subject || '0'",
        2 => "verb = upper(verb)",
        3 => "person_id = coalesce(person_id, 0) + 1",
        4 => "person_id = NULL",
        5 => string.Create(CultureInfo.InvariantCulture, $"at = at + interval '{1 + random.Next(1_000_000)} microseconds'"),
        6 => "row_count = row_count + 1",
        _ => "rows_hash = rows_hash || '\\x00'::bytea",
    };

    private static string Row(Random random) => $"deed = {(random.Next(3) switch { 0 => Sealed - 1, 1 => Sealed, _ => All })} AND n = {1 + random.Next(3)}";

    private static string Table(Random random) => random.Next(3) switch { 0 => "audit", 1 => "audit_rows", _ => "audit_links" };

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
