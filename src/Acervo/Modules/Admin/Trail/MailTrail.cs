using Acervo.Modules.Admin.Mails;
using Acervo.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Trail;

/// <summary>What the acts on letters are called in the audit trail.</summary>
internal static class MailTrail
{
    public const string Read = "mail.read";

    public static readonly TrailSubject Subject = new("mail", "Correo", "Correos")
    {
        FindAsync = async (db, ids, cancel) => await MailRow.Of(db).Where(row => ids.Contains((int)row.Id))
            .ToDictionaryAsync(row => (int)row.Id, row => new TrailRecord(row.Subject, $"/admin/correos/{row.Id}"), cancel),
    };

    public static readonly TrailVerb[] Verbs = [new(Read, "Leyó un correo", "eye")];
}
