using System.CommandLine;
using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Backups;
using Acervo.Platform.Search;

namespace Acervo.Platform.Commands;

/// <summary>The command line of the executable. Exit codes: 0 done, 1 refused with a sentence on the error stream, 2 wrong usage.</summary>
public static class AcervoCommand
{
    /// <summary>How long a stop may take in all: requests end, jobs end, the private database shuts down. Then the process ends all the same.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(19);

    /// <summary>The exit code of what Ctrl-C ended.</summary>
    private const int Interrupted = 130;

    public static async Task<int> RunAsync(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es-CO");
        var root = new RootCommand("Acervo: lo que una entidad pública sabe y promete, a la vista de todos.")
        {
            ServeCommand.Create(),
            MigrateCommand.Create(),
            SeedCommand.Create(),
            UserCommand.Create(),
            AuditCommand.Create(),
            SearchCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(parsed.Errors[0].Message);
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience });
        }
        catch (RuleException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        catch (Exception wrong) when (SettingRefusals.SentenceOf(wrong) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }
}
