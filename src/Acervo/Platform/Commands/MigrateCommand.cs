using System.CommandLine;
using Acervo.Platform.Reference;

namespace Acervo.Platform.Commands;

/// <summary><c>acervo migrate</c>: brings the database to the program's schema and loads new reference data.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Actualiza el esquema de la base de datos y los catálogos.");
        command.SetAction(async (_, cancel) =>
        {
            await using var installation = await Installation.OpenAsync([], asServer: false, cancel);
            await using var app = installation.BuildApp();
            await RefreshAsync(app, cancel);
            Console.WriteLine("La base de datos está al día.");
            return 0;
        });
        return command;
    }

    /// <summary>Catalogues and synonyms; the server does it too, before it answers anybody.</summary>
    public static async Task RefreshAsync(WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReferenceRefresh>().RunAsync(cancel);
    }
}
