using Acervo.Platform.Audit;
using Acervo.Platform.Calendar;
using Acervo.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Reference;

/// <summary>
/// The catalogues that ship for one place: its units, processes, plan. Another entity empties them in one act; what somebody or something refers to stays.
/// </summary>
public sealed class PlaceCatalogues(AppDb db, ReferenceLoader loader, SynonymTable synonyms, TimeProvider clock)
{
    public const string Emptied = "site.emptied";

    public const string Refilled = "site.refilled";

    /// <summary>What of each would go and what would stay, in the order of their names.</summary>
    /// <param name="chosen">Only these are emptied: what hangs under a term that stays keeps it. Null for all of them.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<PlaceCatalogue>> PlanAsync(IReadOnlyCollection<string>? chosen, CancellationToken cancel)
    {
        string[] codes = [.. ReferenceLoader.OfOnePlace.Keys];
        var terms = await db.Database.SqlQuery<PlacedTerm>($"""
            SELECT t.id, t.catalogue, t.name, t.parent_id AS "ParentId",
                (SELECT count(*) FROM app.people p WHERE p.unit_id = t.id)::int AS people,
                (SELECT count(*) FROM app.dossiers d WHERE d.unit_id = t.id)::int AS dossiers,
                ((SELECT count(*) FROM app.grants g WHERE g.unit_id = t.id) + (SELECT count(*) FROM app.invitations i WHERE i.unit_id = t.id))::int AS roles,
                ((SELECT count(*) FROM app.imports m WHERE m.unit_id = t.id) + (SELECT count(*) FROM app.work w WHERE w.unit_id = t.id)
                    + (SELECT count(*) FROM app.mappings s WHERE s.unit_id = t.id))::int AS works
            FROM app.terms t ORDER BY t.sort, t.id
            """).ToListAsync(cancel);
        var staying = Staying(terms, chosen ?? codes);
        return [.. (await db.Catalogues.AsNoTracking().Where(one => codes.Contains(one.Code)).OrderBy(one => one.Name).ToListAsync(cancel)).Select(one =>
        {
            var mine = terms.FindAll(term => term.Catalogue == one.Code);
            return new PlaceCatalogue(one.Code, one.Name, one.EmptiedAt, [.. mine.Where(term => !staying.Contains(term.Id)).Select(term => term.Id)],
                [.. mine.Where(term => staying.Contains(term.Id)).Select(term => new KeptTerm(term.Name, term.People, term.Dossiers, term.Roles, term.Works))]);
        })];
    }

    /// <summary>Empties these at once: one deed with a row for each term that goes. From now on the program fills them no more.</summary>
    /// <param name="chosen">Codes of catalogues of the place.</param>
    /// <param name="seen">How many terms the page said would go.</param>
    /// <param name="site">What the deed is about.</param>
    /// <param name="by">The administrator.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="RuleException">Nothing was chosen, or something changed since the page was read.</exception>
    public async Task<int> EmptyAsync(IReadOnlyCollection<string> chosen, int seen, string site, int by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Whoever gives a unit to somebody meanwhile waits for the end of this, and then finds the unit gone.
        await db.Database.ExecuteSqlAsync($"LOCK TABLE app.terms, app.people, app.grants, app.dossiers, app.invitations IN SHARE ROW EXCLUSIVE MODE", cancel);
        var plan = (await PlanAsync(chosen, cancel)).Where(one => chosen.Contains(one.Code)).ToList();
        int[] going = [.. plan.SelectMany(one => one.Going)];
        if (plan.Count == 0)
        {
            throw new RuleException("Elija al menos un catálogo.");
        }

        if (going.Length != seen)
        {
            throw new RuleException("Los catálogos cambiaron desde que usted abrió esta página. Revise de nuevo qué se quita y qué se queda.");
        }

        await db.Database.ExecuteSqlAsync($"UPDATE app.terms SET parent_id = NULL WHERE id = ANY ({going})", cancel);
        foreach (var term in await db.Terms.Include(term => term.Aliases).Where(term => going.Contains(term.Id)).ToListAsync(cancel))
        {
            term.Leave(by);
            db.Remove(term);
        }

        foreach (var catalogue in await db.Catalogues.Where(one => chosen.Contains(one.Code)).ToListAsync(cancel))
        {
            (catalogue.EmptiedAt, catalogue.Name, catalogue.Source) = (clock.Now(), ReferenceLoader.OfOnePlace[catalogue.Code], "Propia de la entidad");
        }

        await db.SaveAsOneAsync(new Deed(Emptied, site, by, string.Join(", ", plan.Select(one => $"{one.Code} {one.Going.Count}"))), cancel);
        await synonyms.FillAsync(clock.Today(), cancel);
        await transaction.CommitAsync(cancel);
        return going.Length;
    }

    /// <summary>Fills again, from the program, what was emptied. What the entity added stays beside it.</summary>
    public async Task RefillAsync(string site, int by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var emptied = await db.Catalogues.Where(one => one.EmptiedAt != null).ToListAsync(cancel);
        if (emptied.Count == 0)
        {
            throw new RuleException("No hay catálogos vaciados desde esta página: no hay nada que traer de nuevo.");
        }

        emptied.ForEach(one => one.EmptiedAt = null);
        await db.SaveChangesAsync(cancel);
        await loader.LoadAsync(cancel);
        await db.SaveAsOneAsync(new Deed(Refilled, site, by, string.Join(", ", emptied.Select(one => one.Code))), cancel);
        await synonyms.FillAsync(clock.Today(), cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>What is used, what is not to be emptied, and whatever they hang under.</summary>
    private static HashSet<int> Staying(List<PlacedTerm> terms, IReadOnlyCollection<string> chosen)
    {
        var byId = terms.ToDictionary(term => term.Id);
        HashSet<int> staying = [];
        foreach (var term in terms.Where(term => term.IsUsed || !chosen.Contains(term.Catalogue)))
        {
            var at = term;
            while (at is not null && staying.Add(at.Id))
            {
                at = at.ParentId is { } above ? byId.GetValueOrDefault(above) : null;
            }
        }

        return staying;
    }

    /// <summary>A term and how much refers to it.</summary>
    internal sealed record PlacedTerm(int Id, string Catalogue, string Name, int? ParentId, int People, int Dossiers, int Roles, int Works)
    {
        public bool IsUsed => People + Dossiers + Roles + Works > 0;
    }
}

/// <summary>A catalogue of the place: the terms that would go and those that would stay.</summary>
public sealed record PlaceCatalogue(string Code, string Name, DateTime? EmptiedAt, IReadOnlyList<int> Going, IReadOnlyList<KeptTerm> Kept);

/// <summary>A term that stays, and how many of each refer to it; none when others hang under it.</summary>
public sealed record KeptTerm(string Name, int People, int Dossiers, int Roles, int Works);
