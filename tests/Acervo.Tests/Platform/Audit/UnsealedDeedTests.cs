using System.Net;
using Acervo.Platform.Audit;
using Acervo.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Audit;

/// <summary>What happens to a deed within the minute of the act, before the chain or a checkpoint knows of it.</summary>
public sealed class UnsealedDeedTests : IAsyncLifetime
{
    private const string Swallow = """
        CREATE FUNCTION app.swallow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
        CREATE TRIGGER swallow BEFORE INSERT ON app.audit FOR EACH ROW EXECUTE FUNCTION app.swallow();
        """;

    private AppHost app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AppHost.StartAsync(TrailSteps.ByHand);
        await app.ActAsync(3);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task It_is_missed_before_it_is_in_the_chain()
    {
        Assert.True((await app.VerifyTrailAsync()).Intact);
        (string Sql, string Sentence)[] ways =
        [
            ("DELETE FROM app.audit WHERE id = 2", "El acto 2 quedó guardado y ya no está"),
            ("DELETE FROM app.audit", "El acto 1 quedó guardado y ya no está"),
            ("UPDATE app.audit SET detail = 'x' WHERE id = 2", "El acto 2, que está por sellar, fue alterado o inventado"),
            (
                "INSERT INTO app.audit VALUES (9, pg_current_xact_id(), now(), 1, 'test.done', 'thing/1', '', 0, '', '\\x00')",
                "El acto 9, que está por sellar, fue alterado o inventado"),
        ];
        foreach (var (sql, sentence) in ways)
        {
            Assert.Contains(sentence, (await app.AttemptAsync(sql)).Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Cut_after_it_was_sealed_and_before_the_checkpoint_it_is_missed_too()
    {
        await app.SealAsync();
        await app.OwnerAsync("DELETE FROM app.audit WHERE id = 3; DELETE FROM app.audit_links WHERE seq = 3");
        Assert.Contains("El acto 3 quedó guardado", (await app.VerifyTrailAsync()).Sentence, StringComparison.Ordinal);
        await app.ActAsync(1);
        await app.SealAsync();
        await app.OwnerAsync("DELETE FROM app.audit_links");
        await app.ActAsync(1);
        await app.SealAsync();
        Assert.Contains("fue reescrita antes de la fila 3", string.Join('\n', (await app.VerifyTrailAsync()).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipts_are_kept_until_a_checkpoint_stands_for_them()
    {
        var receipts = app.Services.GetRequiredService<AuditReceipts>();
        await receipts.SettleAsync(await app.CheckpointAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(3, receipts.Read().Count);
        await app.SealAsync();
        var checkpoint = await app.CheckpointAsync();
        // What is chained after the checkpoint, and before its receipts are thrown away, needs them still.
        await app.ActAsync(1);
        await app.SealAsync();
        await receipts.SettleAsync(checkpoint, TestContext.Current.CancellationToken);
        Assert.Contains(4, receipts.Read().Select(receipt => receipt.Id));
        await receipts.SettleAsync(await app.CheckpointAsync(), TestContext.Current.CancellationToken);
        Assert.Empty(receipts.Read());
        await app.ActAsync(1);
        Assert.Single(receipts.Read());
    }

    [Fact]
    public async Task What_could_not_be_committed_is_not_missed()
    {
        await app.OwnerAsync("""
            CREATE FUNCTION app.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused'; END $$;
            CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON app.audit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.refuse();
            """);
        await using var db = app.Db();
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => db.RecordAsync(new Deed("test.done", "thing/4", 1), TestContext.Current.CancellationToken));
        await app.OwnerAsync("DROP TRIGGER refuse ON app.audit");
        await using (var nothing = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await nothing.CommitAsync(TestContext.Current.CancellationToken);
        }

        var verdict = await app.VerifyTrailAsync();
        Assert.True(verdict.Intact, verdict.Sentence);
    }

    [Fact]
    public async Task A_trigger_that_swallows_rows_stops_the_act_and_is_named()
    {
        var person = await app.SeedAsync(Cast.Administrator());
        using var visitor = await app.SignInAsync(person);
        await app.OwnerAsync(Swallow);
        var other = Cast.Somebody("Alma Pardo", "alma.pardo@example.gov.co", Cast.Habitat);
        other.Note("session.opened", null);
        await Assert.ThrowsAsync<RuleException>(() => app.SeedAsync(other));
        await using var db = app.Db();
        Assert.False(await db.Set<Acervo.Platform.Accounts.Person>().AnyAsync(one => one.Email == other.Email, TestContext.Current.CancellationToken));
        Assert.Contains("tiene un disparador que el programa no puso: swallow", (await app.VerifyTrailAsync()).Sentence, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync("/admin/bitacora")).Status);
    }

    [Fact]
    public async Task A_trigger_that_removes_rows_at_the_commit_is_named_and_what_it_removed_is_missed()
    {
        await app.OwnerAsync("""
            CREATE FUNCTION app.sweep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN DELETE FROM app.audit WHERE id = NEW.id; RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER sweep AFTER INSERT ON app.audit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.sweep();
            """);
        await app.ActAsync(1);
        await app.OwnerAsync("DROP TRIGGER sweep ON app.audit");
        Assert.Contains("El acto 4 quedó guardado y ya no está", (await app.VerifyTrailAsync()).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_transaction_did_and_took_back_is_in_no_trail()
    {
        await using var db = app.Db();
        await using (var taken = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            var person = Cast.Somebody("Alma Pardo", "alma.pardo@example.gov.co", Cast.Habitat);
            person.Note("session.opened", null);
            db.Add(person);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        db.ChangeTracker.Clear();
        await db.RecordAsync(new Deed("test.done", "thing/4", 1), TestContext.Current.CancellationToken);
        var verbs = db.Database.SqlQuery<string>($"SELECT verb AS \"Value\" FROM app.audit WHERE id > 3");
        Assert.Equal(["test.done"], await verbs.ToListAsync(TestContext.Current.CancellationToken));
        Assert.True((await app.VerifyTrailAsync()).Intact);
    }

    [Fact]
    public async Task The_checkpoints_of_another_node_show_what_this_one_never_saw()
    {
        var other = Directory.CreateDirectory(app.Folder.PathOf("otro-servidor")).FullName;
        await app.SealAsync();
        await app.CheckpointAsync();
        var point = app.Folder.PathOf(AuditCheckpoints.FileName);
        File.Move(point, Path.Combine(other, AuditCheckpoints.FileName));
        Directory.Delete(app.Folder.PathOf(AuditReceipts.FolderName), recursive: true);
        Assert.True((await app.VerifyTrailAsync(other)).Intact);

        await app.OwnerAsync("DELETE FROM app.audit WHERE id = 3; DELETE FROM app.audit_links WHERE seq = 3");
        Assert.True((await app.VerifyTrailAsync()).Intact);
        Assert.Contains("le faltan filas al final: hay 2", (await app.VerifyTrailAsync(other)).Sentence, StringComparison.Ordinal);
        Assert.Contains("No existe", (await app.VerifyTrailAsync(app.Folder.PathOf("nadie"))).Sentence, StringComparison.Ordinal);
    }
}
