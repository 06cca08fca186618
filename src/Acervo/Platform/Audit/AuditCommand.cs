using System.CommandLine;
using Acervo.Platform.Commands;

namespace Acervo.Platform.Audit;

/// <summary><c>acervo audit verify</c>: reads the whole trail; exit code 0 when it is intact, 1 when it is not.</summary>
internal static class AuditCommand
{
    public static Command Create() => new("audit", "Bitácora de auditoría.") { Verify() };

    private static Command Verify()
    {
        var nodes = new Option<string[]>("--nodes")
        {
            Description = "Copias de las carpetas de datos de los demás servidores, o de sus archivos de puntos de control.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var command = new Command("verify", "Verifica la bitácora completa, y que lo publicado sea lo que se firmó. Termina en 0 si está íntegra y en 1 si no.")
        {
            nodes,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var installation = await Installation.OpenAsync([], asServer: false, cancel);
            var verdict = await VerifyAsync(installation, parsed.GetValue(nodes)!, cancel);
            var output = verdict.Intact ? Console.Out : Console.Error;
            foreach (var sentence in verdict.Intact ? [verdict.Sentence] : verdict.Faults)
            {
                await output.WriteLineAsync(sentence);
            }

            return verdict.Intact ? 0 : 1;
        });
        return command;
    }

    private static async Task<AuditVerdict> VerifyAsync(Installation installation, string[] nodes, CancellationToken cancel)
    {
        await using var source = DatabaseConnections.SourceOf(installation.Connections.App);
        await using var last = source.CreateCommand("SELECT coalesce(max(seq), 0) FROM app.audit_links");
        using var progress = ProgressLine.OfRows("Verificando", (long?)await last.ExecuteScalarAsync(cancel));
        await using var app = installation.BuildApp();
        return await app.Services.GetRequiredService<AuditVerifier>().VerifyAsync(progress, nodes, cancel);
    }
}
