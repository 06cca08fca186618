using System.CommandLine;
using Acervo.Platform.Commands;
using Acervo.Platform.Reference;
using Acervo.Ui;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Accounts;

/// <summary><c>acervo user add</c>: the first administrator, and anybody else when no page is at hand.</summary>
internal static class UserCommand
{
    public static Command Create() => new("user", "Personas con cuenta.") { Add() };

    private static Command Add()
    {
        var email = new Option<string>("--email") { Description = "Correo de la persona.", Required = true };
        var name = new Option<string>("--name") { Description = "Nombre y apellidos.", Required = true };
        var role = new Option<Role>("--role") { Description = "Rol: Contributor, Liaison, Reviewer, Editor, Archivist o Administrator.", Required = true };
        var unit = new Option<string?>("--unit") { Description = "Código o nombre de la entidad o dependencia; sin ella, el rol vale en toda la plataforma." };
        var passwordStdin = new Option<bool>("--password-stdin") { Description = "Lee la contraseña de la entrada estándar; habrá que cambiarla al entrar." };
        var outside = new Option<bool>("--outside") { Description = "Confirma que el correo no es de la entidad." };
        var command = new Command("add", "Agrega una persona: imprime un enlace de invitación de un solo uso, o fija una contraseña provisional.")
        {
            email, name, role, unit, passwordStdin, outside,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var installation = await Installation.OpenAsync([], asServer: false, cancel);
            await using var app = installation.BuildApp();
            await using var scope = app.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var unitId = await UnitAsync(services.GetRequiredService<AppDb>(), parsed.GetValue(unit), cancel);
            var site = services.GetRequiredService<SiteIdentity>();
            var request = new InvitationRequest(parsed.GetValue(name)!, parsed.GetValue(email)!, parsed.GetValue(role), unitId);
            if (!site.HasMail(request.Email))
            {
                request = parsed.GetValue(outside) ? request with { IsOutside = true }
                    : throw new RuleException($"El correo no es institucional: no termina en {site.MailEndings}. Corríjalo, o confírmelo con --outside.");
            }

            if (parsed.GetValue(passwordStdin))
            {
                var password = await Console.In.ReadLineAsync(cancel) ?? "";
                await services.GetRequiredService<Enrolment>().AddAsync(request, password);
                Console.WriteLine("La persona quedó agregada. Cambiará la contraseña al entrar.");
                return 0;
            }

            Console.WriteLine(await services.GetRequiredService<Invitations>().InviteAsync(request, by: null, cancel));
            return 0;
        });
        return command;
    }

    private static async Task<int?> UnitAsync(AppDb db, string? wanted, CancellationToken cancel)
    {
        if (wanted is null)
        {
            return null;
        }

        var catalogues = Units.Catalogues;
        return await db.Terms.Where(term => catalogues.Contains(term.Catalogue) && (term.Code == wanted || term.Name == wanted || term.Short == wanted))
            .Select(term => (int?)term.Id).FirstOrDefaultAsync(cancel)
            ?? throw new RuleException($"No hay una entidad o dependencia «{wanted}» en los catálogos.");
    }
}
