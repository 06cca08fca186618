using System.CommandLine;

namespace Acervo.Platform.Commands;

/// <summary><c>acervo serve</c>: the web site until Ctrl-C.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Direcciones en que atiende, separadas por punto y coma.", DefaultValueFactory = _ => "http://127.0.0.1:8080" };
        var command = new Command("serve", "Sirve el sitio hasta Ctrl-C.") { urls };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var installation = await Installation.OpenAsync(["--urls", parsed.GetValue(urls)!], asServer: true, cancel);
            await using var app = installation.BuildApp();
            await MigrateCommand.RefreshAsync(app, cancel);
            await app.RunAsync(cancel);
            return 0;
        });
        return command;
    }
}
