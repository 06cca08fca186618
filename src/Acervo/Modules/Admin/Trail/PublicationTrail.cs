using Acervo.Platform.Audit;

namespace Acervo.Modules.Admin.Trail;

/// <summary>What a change of a publication is called in the audit trail when no act of a module caused it.</summary>
internal static class PublicationTrail
{
    public static readonly TrailSubject Subject = new("publication", "Publicación", "Publicaciones");

    public static readonly TrailVerb[] Verbs = [new("publication.changed", "Cambió lo publicado", "publish")];
}
