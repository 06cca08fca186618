using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Accounts;

/// <summary>What the acts on people and invitations are called in the audit trail.</summary>
internal static class PersonTrail
{
    public static readonly TrailSubject PersonSubject = new("person", "Persona", "Personas")
    {
        FindAsync = async (db, ids, cancel) => await db.Set<Person>().Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => new TrailRecord(person.Name, $"/admin/personas/{person.Id}"), cancel),
    };

    public static readonly TrailVerb[] PersonVerbs =
    [
        new("person.joined", "Se abrió la cuenta", "plus"),
        new("person.granted", "Recibió un rol", "check") { Detail = RoleIn },
        new("person.revoked", "Se le retiró un rol", "close") { Detail = RoleIn },
        new("person.moved", "Cambió de dependencia", "building") { Detail = Move },
        new("person.disabled", "Se desactivó la cuenta", "lock"),
        new("person.enabled", "Se activó la cuenta", "check"),
        new("person.reset-requested", "Se pidió otra contraseña", "send"),
        new("person.password-changed", "Cambió la contraseña", "edit"),
        new("person.second-factor-set", "Activó la verificación en dos pasos", "lock"),
        new("person.second-factor-reset", "Se restableció la verificación en dos pasos", "return"),
        new("person.linked", "Entró con el servicio de la entidad", "link"),
        new("session.opened", "Entró", "person"),
        new("session.ended-outside", "El servicio de la entidad cerró su sesión", "logout"),
        new("session.others-ended", "Cerró sus demás sesiones", "logout"),
    ];

    public static readonly TrailSubject InvitationSubject = new("invitation", "Invitación", "Invitaciones")
    {
        FindAsync = async (db, ids, cancel) => await db.Set<Invitation>().Where(invitation => ids.Contains(invitation.Id))
            .ToDictionaryAsync(invitation => invitation.Id, invitation => new TrailRecord($"Invitación a {invitation.Name}", null), cancel),
    };

    public static readonly TrailVerb[] InvitationVerbs =
    [
        new("invitation.sent", "Se invitó a una persona", "send") { Detail = RoleIn },
        new("invitation.sent-again", "Se envió otra vez la invitación", "send") { Detail = RoleIn },
        new("invitation.withdrawn", "Se retiró la invitación", "close") { Detail = RoleIn },
    ];

    /// <summary>«Reviewer 12» is a role and the unit in which it is held; «Reviewer 12 outside», at an address that is not of the entity.</summary>
    private static string RoleIn(TrailDetail detail)
    {
        var parts = detail.Text.Split(' ');
        var unit = parts.Length > 1 ? detail.UnitOf(parts[1]) : "";
        var role = Enum.TryParse<Role>(parts[0], out var known) ? known.Spanish() : parts[0];
        return string.Concat(unit.Length > 0 ? $"{role}, en {unit}" : role, parts is [_, _, "outside"] ? ", a un correo que no es institucional" : "");
    }

    /// <summary>«12 -> 15» are the unit before and the unit now; either may be none.</summary>
    private static string Move(TrailDetail detail)
    {
        var now = detail.UnitOf(detail.Text.Split("->")[^1].Trim());
        return now.Length > 0 ? $"A {now}" : "Sin dependencia";
    }
}
