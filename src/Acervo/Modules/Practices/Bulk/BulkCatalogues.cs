using Acervo.Platform.Publications;
using Acervo.Platform.Reference;
using Acervo.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Bulk;

/// <summary>The terms that invented practices choose from, read once.</summary>
internal sealed record BulkCatalogues(IReadOnlyList<Term> Units, IReadOnlyList<Facet> UnitFacets, IReadOnlyList<Facet> Processes, IReadOnlyList<Facet> Policies,
    IReadOnlyList<Facet> Goals)
{
    public const string Organisation = "Secretaría General de la Alcaldía Mayor de Bogotá D.C.";

    public static Facet Entity { get; } = new("entidad", Slug.Of(Organisation), Organisation);

    public static async Task<BulkCatalogues> ReadAsync(AppDb db, CancellationToken cancel)
    {
        var terms = db.Terms.AsNoTracking();
        var units = await terms.Of("dependencias").ToListAsync(cancel);
        var goals = await terms.Of("ods").ToListAsync(cancel);
        return new BulkCatalogues(
            units,
            [.. units.Select(unit => Named("dependencia", unit))],
            [.. (await terms.Of("procesos").ToListAsync(cancel)).Select(term => Named("proceso", term))],
            [.. (await terms.Of("politicas-mipg").ToListAsync(cancel)).Select(term => Named("politica", term))],
            [.. goals.Select(goal => new Facet("ods", goal.Code, $"{goal.Code}. {goal.Name}"))]);
    }

    private static Facet Named(string group, Term term) => new(group, Slug.Of(term.Name), term.Name);
}
