using Acervo.Platform.Audit;
using Acervo.Platform.Reference;
using Acervo.Platform.Settings;

namespace Acervo.Modules.Admin.Trail;

/// <summary>What a change of the site's own data is called in the audit trail.</summary>
internal static class SiteTrail
{
    public static readonly TrailSubject Subject = new(SiteRecord.Subject, "El sitio", "Datos del sitio")
    {
        FindAsync = (_, ids, _) => Task.FromResult(ids.ToDictionary(id => id, _ => new TrailRecord("El sitio", "/admin/sitio"))),
    };

    public static readonly TrailVerb[] Verbs =
    [
        new(SiteRecord.Changed, "Cambió los datos del sitio", "edit"),
        new(PlaceCatalogues.Emptied, "Vació catálogos para empezar con otra entidad", "withdraw"),
        new(PlaceCatalogues.Refilled, "Trajo de nuevo los catálogos del programa", "plus"),
    ];
}
