using System.CommandLine;
using Acervo.Platform.Accounts;

namespace Acervo.Platform.Commands;

/// <summary>The command line of the executable. Exit codes: 0 done, 1 refused with a sentence on the error stream, 2 wrong usage.</summary>
public static class AcervoCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Acervo: banco de buenas prácticas y lecciones aprendidas de una entidad pública.")
        {
            ServeCommand.Create(),
            MigrateCommand.Create(),
            SeedCommand.Create(),
            UserCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(parsed.Errors[0].Message);
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (RuleException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }
}
