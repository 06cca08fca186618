using System.CommandLine;

namespace Acervo.Platform.Commands;

/// <summary><c>acervo migrate</c>: brings the database to the program's schema and loads new reference data.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Actualiza el esquema de la base de datos.");
        command.SetAction(async (_, cancel) =>
        {
            await using var installation = await Installation.OpenAsync([], asServer: false, cancel);
            Console.WriteLine("La base de datos está al día.");
            return 0;
        });
        return command;
    }
}
