using Acervo.Platform.Audit;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Trail;

/// <summary>What a change of a publication is called in the audit trail when no act of a module caused it.</summary>
internal static class PublicationTrail
{
    public static readonly TrailSubject Subject = new("publication", "Publicación", "Publicaciones")
    {
        FindAsync = async (db, ids, cancel) => await db.Publications.AsNoTracking().Where(one => ids.Contains((int)one.Id))
            .Select(one => new { one.Id, one.Title, one.Version })
            .ToDictionaryAsync(one => (int)one.Id, one => new TrailRecord($"{one.Title}, versión {one.Version}", null), cancel),
    };

    public static readonly TrailVerb[] Verbs = [new("publication.changed", "Cambió lo publicado", "publish")];
}
