using Acervo.Platform.Audit;
using Acervo.Platform.Modules;
using Npgsql;

namespace Acervo.Platform.Backups;

/// <summary>A backup's database while it stands beside the one in use: filled, checked, and made fit to take its place.</summary>
internal sealed class RestoredDatabase(string owner, DatabaseSettings settings, DataFolder files)
{
    private readonly DatabaseConnections connections = DatabaseConnections.From(owner, settings);

    /// <exception cref="RuleException">The backup has schema files that this program does not know.</exception>
    public static void CheckSchema(IEnumerable<string> names)
    {
        if (names.Except(Migrator.Names()).FirstOrDefault() is { } unknown)
        {
            throw new RuleException($"El respaldo es de otra versión de Acervo, más nueva que esta: trae el esquema {unknown}. Recupérelo con la versión que "
                + "lo hizo. No se cambió nada.");
        }
    }

    /// <summary>Reads the dump in and finds in it what was there when it was made; an older schema is brought to this program's.</summary>
    public async Task FillAsync(Stream dump, BackupManifest manifest, CancellationToken cancel)
    {
        await new PostgresDump(owner).ReadAsync(dump, cancel);
        await using (var source = DatabaseConnections.SourceOf(Unpooled))
        {
            await using var names = source.CreateCommand("SELECT array_agg(name) FROM app.migrations");
            CheckSchema(await names.ExecuteScalarAsync(cancel) as string[] ?? []);
            var rows = await TableRows.CountAsync(source, cancel);
            if (manifest.Rows?.FirstOrDefault(table => rows.GetValueOrDefault(table.Key, -1) != table.Value) is { Key: not null } other)
            {
                throw new RuleException($"El respaldo no se recuperó completo: la tabla {other.Key} debía tener {other.Value} filas. No se cambió nada.");
            }
        }

        await new Migrator(connections, settings).RunAsync(cancel);
    }

    /// <summary>
    /// Verifies the trail, and what is published against it, with the checkpoints of the backup alone: those of this folder and of other nodes
    /// speak of acts that came after it.
    /// </summary>
    /// <exception cref="RuleException">The trail of the backup was tampered with.</exception>
    public async Task CheckTrailAsync(bool acceptBroken, CancellationToken cancel)
    {
        if (acceptBroken || !File.Exists(files.PathOf("audit.key")))
        {
            return;
        }

        var key = new AuditKey(files.Secret("audit.key"));
        await using var app = AcervoApp.Build(WebApplication.CreateBuilder(), connections, files);
        var checkpoints = new AuditCheckpoints(files, key, connections, TimeProvider.System);
        var verifier = new AuditVerifier(connections, key, checkpoints, witnesses: app.Services.GetServices<IAuditWitness>());
        var verdict = await verifier.VerifyAsync(cancel: cancel);
        if (!verdict.Intact)
        {
            throw new RuleException($"La bitácora del respaldo no pasa la verificación: {verdict.Sentence} No se cambió nada. Para recuperarlo así, agregue "
                + "--accept-broken-trail.");
        }
    }

    /// <summary>
    /// What opened a door then opens none now: sessions and links end, and letters that may have left since do not leave again by themselves.
    /// </summary>
    public async Task EndLinksAsync(CancellationToken cancel)
    {
        await using var source = DatabaseConnections.SourceOf(Unpooled);
        await using var command = source.CreateCommand("""
            DELETE FROM app.sessions;
            DELETE FROM app.password_resets;
            DELETE FROM app.kept_forms;
            DELETE FROM app.tries;
            UPDATE app.invitations SET expires_at = least(expires_at, now()) WHERE used_at IS NULL;
            UPDATE app.outbox SET dead_at = now(), last_error = 'Estaba por enviar cuando se hizo el respaldo; puede que ya se haya enviado.'
                WHERE sent_at IS NULL AND dead_at IS NULL;
            """);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Does again what was withdrawn and erased since the backup, by the modules' own rules.</summary>
    public async Task RepeatAsync(IReadOnlyList<LastingAct> acts, CancellationToken cancel)
    {
        if (acts.Count == 0)
        {
            return;
        }

        await using var app = AcervoApp.Build(WebApplication.CreateBuilder(), connections, files);
        var known = app.Services.GetRequiredService<ModuleList>().Lasting;
        foreach (var act in acts)
        {
            var repeat = known.GetValueOrDefault(act.Verb)
                ?? throw new RuleException($"Esta versión de Acervo no sabe repetir «{act.Verb}», que consta en {ActLedger.FileName}. No se cambió nada.");
            await using var scope = app.Services.CreateAsyncScope();
            await repeat(scope.ServiceProvider, act, cancel);
        }
    }

    /// <summary>A connection that stays open would keep the database from being renamed.</summary>
    private string Unpooled => new NpgsqlConnectionStringBuilder(connections.Owner) { Pooling = false }.ConnectionString;
}
