using System.CommandLine;
using Acervo.Platform.Commands;
using Npgsql;

namespace Acervo.Platform.Audit;

/// <summary><c>acervo audit verify</c>: reads the whole trail; exit code 0 when it is intact, 1 when it is not.</summary>
internal static class AuditCommand
{
    public static Command Create() => new("audit", "Bitácora de auditoría.") { Verify() };

    private static Command Verify()
    {
        var command = new Command("verify", "Verifica la bitácora completa contra su clave y sus puntos de control. Termina en 0 si está íntegra y en 1 si fue alterada.");
        command.SetAction(async (_, cancel) =>
        {
            await using var installation = await Installation.OpenAsync([], asServer: false, cancel);
            var verdict = await VerifyAsync(installation, cancel);
            await (verdict.Intact ? Console.Out : Console.Error).WriteLineAsync(verdict.Sentence);
            return verdict.Intact ? 0 : 1;
        });
        return command;
    }

    private static async Task<AuditVerdict> VerifyAsync(Installation installation, CancellationToken cancel)
    {
        await using var source = DatabaseConnections.SourceOf(installation.Connections.App);
        await using var last = source.CreateCommand("SELECT coalesce(max(seq), 0) FROM app.audit");
        using var progress = ProgressLine.OfRows("Verificando", (long?)await last.ExecuteScalarAsync(cancel));
        var key = new AuditKey(installation.Folder.Secret("audit.key"));
        var checkpoints = new AuditCheckpoints(installation.Folder, key, installation.Connections, TimeProvider.System);
        return await new AuditVerifier(installation.Connections, key, checkpoints).VerifyAsync(progress, cancel);
    }
}
