using System.CommandLine;
using Acervo.Platform.Accounts;
using Acervo.Platform.Commands;
using Acervo.Platform.Editorial;
using Acervo.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Demo;

/// <summary><c>acervo seed demo</c>: a site with people and fichas in every state, to learn it and to show it.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var ifEmpty = new Option<bool>("--if-empty") { Description = "No hace nada si ya hay alguna ficha." };
        var reset = new Option<bool>("--reset-passwords") { Description = "Da contraseñas nuevas a las personas de la demostración." };
        var command = new Command("demo", "Carga personas y fichas inventadas, en todos los estados. Puede repetirse.") { ifEmpty, reset };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var installation = await Installation.OpenAsync([], asServer: false, cancel);
            var clock = new DemoClock();
            installation.Builder.Services.AddSingleton<TimeProvider>(clock);
            installation.Builder.Services.AddSingleton(clock);
            await using var app = installation.BuildApp();
            await using var scope = app.Services.CreateAsyncScope();
            return await RunAsync(scope.ServiceProvider, clock, parsed.GetValue(ifEmpty), parsed.GetValue(reset), cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, DemoClock clock, bool ifEmpty, bool reset, CancellationToken cancel)
    {
        if (ifEmpty && await services.GetRequiredService<AppDb>().DossiersOf().AnyAsync(cancel))
        {
            Console.WriteLine("Ya hay fichas: no se cargó nada.");
            return 0;
        }

        await services.GetRequiredService<ReferenceRefresh>().RunAsync(cancel);
        var people = ActivatorUtilities.CreateInstance<DemoPeople>(services);
        var passwords = await people.BringAsync(cancel);
        Print(reset && passwords.Count == 0 ? await people.ResetAsync() : passwords);
        var played = await new DemoStory(services.GetRequiredService<IServiceScopeFactory>(), clock).PlayAsync(cancel);
        Console.WriteLine(played == 0 ? "Las fichas de la demostración ya estaban." : $"Se cargaron {played} fichas, en todos los estados.");
        return 0;
    }

    private static void Print(IReadOnlyDictionary<string, string> passwords)
    {
        if (passwords.Count == 0)
        {
            Console.WriteLine("Las personas de la demostración ya existen. Con --reset-passwords reciben contraseñas nuevas.");
            return;
        }

        Console.WriteLine("Personas de la demostración. Cada contraseña sirve una vez: al entrar se pide otra. No se vuelven a mostrar.");
        foreach (var one in DemoPerson.All.Where(one => passwords.ContainsKey(one.Email)))
        {
            Console.WriteLine($"  {one.Role.Spanish(),-18} {one.Email,-36} {passwords[one.Email]}");
        }
    }
}
