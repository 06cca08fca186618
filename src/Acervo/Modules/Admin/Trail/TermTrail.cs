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
        new("term.removed", "Se quitó un término", "withdraw") { Detail = Catalogue },
        new("term.moved", "Cambió de quién depende", "building") { Detail = Move },
    ];

    /// <summary>«12 -> 15» are the units above it before and now; either may be none.</summary>
    private static string Move(TrailDetail detail)
    {
        var (before, now) = detail.Text.Split("->") is [var first, var last] ? (detail.UnitOf(first.Trim()), detail.UnitOf(last.Trim())) : ("", "");
        return (before.Length > 0 ? $"Antes, de {before}. " : "") + (now.Length > 0 ? $"Ahora, de {now}" : "Ahora, de ninguna");
    }

    private static string Catalogue(TrailDetail detail) =>
        detail.Text.Split('/') is [var catalogue, var code] ? $"Catálogo {catalogue}, código {code}" : detail.Text;
}
