using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Calendar;
using Acervo.Platform.Health;
using Acervo.Platform.Jobs;
using Acervo.Platform.Mail;
using Acervo.Platform.Reference;
using Acervo.Ui;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Overview;

/// <summary>Asks each room of administration how it is.</summary>
internal sealed class Rooms(AppDb db, JobBoard jobs, MailSettings mail, SiteIdentity site)
{
    public async Task<IReadOnlyList<AdminSection>> AllAsync(Figures now, AuditCheck? check, CancellationToken cancel) =>
    [
        Site(), await PeopleAsync(now, cancel), await CataloguesAsync(cancel), Trail(now, check), Mails(now), await JobsAsync(cancel),
    ];

    private AdminSection Site() =>
        new("El sitio", "/admin/sitio", "building", "De qué entidad es, cómo se llama, de qué color es y cómo comunicarse con la entidad.", site.Entity)
        {
            Alert = site.IsReachable ? null : ("Sin correo ni teléfono no se publica la página de datos personales", "/admin/sitio"),
        };

    private async Task<AdminSection> PeopleAsync(Figures now, CancellationToken cancel)
    {
        var bare = await db.People.WithoutSecondFactor().CountAsync(cancel);
        return new("Personas", "/admin/personas", "people", "Invite a quien trabaja aquí, dé y retire roles, desactive cuentas.",
            Spanish.Count(now.People, "cuenta activa", "cuentas activas"))
        {
            Alert = bare == 0 ? null : ($"{Spanish.Count(bare, "persona que revisa o administra no tiene", "personas que revisan o administran no tienen")} "
                + "verificación en dos pasos", "/admin/personas?estado=sin-segundo-factor"),
        };
    }

    private async Task<AdminSection> CataloguesAsync(CancellationToken cancel)
    {
        var (lists, terms, edited) = (await db.Catalogues.CountAsync(cancel), await db.Terms.CountAsync(cancel),
            await db.Terms.CountAsync(term => term.EditedAt != null, cancel));
        var own = edited == 0 ? "ninguno editado aquí" : Spanish.Count(edited, "editado aquí", "editados aquí");
        return new("Catálogos", "/admin/catalogos", "filter", "Las listas de las que se elige en los formularios y por las que se busca.",
            $"{Spanish.Count(lists, "lista", "listas")}, {Spanish.Count(terms, "término", "términos")}, {own}");
    }

    private static AdminSection Trail(Figures now, AuditCheck? check) =>
        new("Bitácora", "/admin/bitacora", "history", "Quién hizo qué y cuándo, en una cadena firmada que se puede verificar.",
        $"{Spanish.Count(now.AuditRows, "fila", "filas")}; {(check is null ? "aún no se ha verificado" : $"verificada el {check.At.Stamp()}")}")
        {
            Alert = check is { Intact: false } ? ("La bitácora no pasó la última verificación", "/admin/bitacora") : null,
        };

    private AdminSection Mails(Figures now) =>
        new("Correos", "/admin/correos", "send", "Lo que la plataforma escribe a las personas y qué fue de cada correo.",
        mail.HasServer ? $"{Spanish.Count(now.WaitingMails, "correo por enviar", "correos por enviar")}"
        : $"Sin servidor de correo: {Spanish.Count(now.WaitingMails, "guardado", "guardados")}")
        {
            Alert = now.DeadMails == 0 ? null
            : ($"{Spanish.Count(now.DeadMails, "correo no se pudo", "correos no se pudieron")} entregar", "/admin/correos?estado=fallidos"),
        };

    private async Task<AdminSection> JobsAsync(CancellationToken cancel)
    {
        var cards = await jobs.ListAsync(cancel);
        var failing = cards.Count(card => card.HasFailed);
        var next = cards.Select(card => card.Next).Min();
        return new("Trabajos", "/admin/trabajos", "clock", "Tareas automáticas y su horario.",
            $"{Spanish.Count(cards.Count, "trabajo", "trabajos")}{(next is { } at ? $"; el próximo, {at.Stamp()}" : "")}")
        {
            Alert = failing == 0 ? null : ($"{Spanish.Count(failing, "trabajo falló", "trabajos fallaron")} la última vez", "/admin/trabajos"),
        };
    }
}
