using Acervo.Platform.Audit;
using Acervo.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Trail;

/// <summary>What the acts on the terms of catalogues are called in the audit trail.</summary>
internal static class TermTrail
{
    public static readonly TrailSubject Subject = new("term", "Término", "Términos de catálogo")
    {
        FindAsync = async (db, ids, cancel) => await db.Set<Term>().Where(term => ids.Contains(term.Id))
            .ToDictionaryAsync(term => term.Id, term => new TrailRecord(term.Name, $"/admin/terminos/{term.Id}"), cancel),
    };

    public static readonly TrailVerb[] Verbs =
    [
        new("term.added", "Se agregó un término", "plus") { Detail = Catalogue },
        new("term.edited", "Se cambió un término", "edit") { Detail = Catalogue },
        new("term.removed", "Se quitó un término al deshacer su importación", "withdraw") { Detail = Catalogue },
    ];

    private static string Catalogue(TrailDetail detail) =>
        detail.Text.Split('/') is [var catalogue, var code] ? $"Catálogo {catalogue}, código {code}" : detail.Text;
}
