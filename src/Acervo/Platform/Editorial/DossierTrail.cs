using System.Globalization;
using Acervo.Platform.Audit;
using Acervo.Platform.Editorial.Review;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial;

/// <summary>What the acts on a dossier are called wherever the audit trail is read.</summary>
internal static class DossierTrail
{
    public static TrailSubject Subject(PublicationKinds kinds) => new("dossier", "Ficha", "Fichas")
    {
        // Whoever administers need not be a reviewer: the link is the public page, where there is one.
        FindAsync = async (db, ids, cancel) => await db.Set<Dossier>().IgnoreQueryFilters().Where(dossier => ids.Contains(dossier.Id))
            .Select(dossier => new { dossier.Id, dossier.Title, dossier.Kind, dossier.Slug, dossier.IsPublic })
            .ToDictionaryAsync(
                row => row.Id,
                row => new TrailRecord(row.Title.Length > 0 ? row.Title : $"Ficha {row.Id}",
                row.IsPublic ? kinds.Find(row.Kind)?.Href(row.Slug) : null),
                cancel),
    };

    /// <summary>What an approval signs: the very text of a dossier.</summary>
    public static TrailSubject Approval(PublicationKinds kinds) => new(ApprovedTexts.ApprovalKind, "Aprobación", "Aprobaciones")
    {
        FindAsync = async (db, ids, cancel) => (await Subject(kinds).FindAsync(db, ids, cancel))
            .ToDictionary(one => one.Key, one => one.Value with { Name = $"Texto aprobado de «{one.Value.Name}»" }),
    };

    public static readonly TrailVerb[] Verbs =
    [
        Of("started", "Se creó la ficha", "plus", Same),
        Of("read", "Se leyó de un documento", "upload", Fingerprint),
        Of("placed", "Se puso en una respuesta un texto del documento", "edit", Same),
        Of("left-out", "Se dejó fuera un texto del documento", "close"),
        Of("attached", "Se adjuntó un archivo", "document", Fingerprint),
        Of("detached", "Se quitó un archivo", "close", Fingerprint),
        Of("erased", "Se eliminó el borrador", "close"),
        Of("shared", "Se invitó a alguien a escribirla", "person", Name),
        Of("asked", "Alguien pidió escribirla", "person"),
        Of("unshared", "Alguien dejó de escribirla", "person", Name),
        Of("handed-over", "Cambió quien responde por ella", "person", Name),
        Of("looked", "Se abrió el borrador antes de enviarlo", "eye", Same),
        Of("told-apart", "Se explicó en qué se diferencia de lo publicado", "comment", Same),
        Of("submitted", "Se envió a revisión", "send", Round),
        Of("recalled", "Volvió a borrador", "return"),
        Of("claimed", "La tomó para revisar", "person"),
        Of("released", "Se devolvió a la lista", "return"),
        Of("changes-requested", "Se solicitaron cambios", "comment", Round),
        Of("approved", "Se aprobó", "check", Round),
        Of("reopened", "Volvió a revisión", "history"),
        Of("scheduled", "Se programó su publicación", "clock", Day),
        Of("unscheduled", "Se quitó la programación", "close"),
        Of("published", "Se publicó", "publish", Version),
        Of("forced-confirmed", "Se confirmó la publicación sin segunda persona", "check"),
        Of("amendment-started", "Empezó una corrección", "edit"),
        Of("amendment-discarded", "Se descartó la corrección", "close"),
        Of("sown", "Se sembraron fichas inventadas", "plus", Same),
        Of("withdrawn", "Se retiró del sitio", "withdraw", Same),
        Of("replaced", "Se reemplazó por otra publicación", "withdraw", Same),
        Of("stood-by", "Se confirmó que sigue en uso", "check"),
        Of("lapsed", "Se avisó que ya no se usa", "withdraw", Same),
    ];

    private static TrailVerb Of(string verb, string words, string icon, Func<TrailDetail, string>? detail = null) =>
        new($"dossier.{verb}", words, icon) { Detail = detail };

    private static string Name(TrailDetail detail) => detail.PersonName;

    private static string Same(TrailDetail detail) => detail.Text;

    private static string Fingerprint(TrailDetail detail) => detail.Text.Length > 12 ? $"Huella {detail.Text[..12]}…" : detail.Text;

    private static string Round(TrailDetail detail) => detail.Text.Replace("round ", "Envío ", StringComparison.Ordinal);

    private static string Version(TrailDetail detail) =>
        detail.Text.Replace("version ", "Versión ", StringComparison.Ordinal).Replace(" forced", ", sin segunda persona", StringComparison.Ordinal);

    private static string Day(TrailDetail detail) =>
        DateTime.TryParse(detail.Text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var when) ? $"Para el {Ui.Spanish.Moment(when)}"
        : detail.Text;
}
