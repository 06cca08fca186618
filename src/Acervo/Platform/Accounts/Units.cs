using Acervo.Platform.Calendar;
using Acervo.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Accounts;

/// <summary>The entities and offices a person may belong to, from the catalogues.</summary>
public sealed class Units(AppDb db, TimeProvider clock)
{
    public static readonly string[] Catalogues = ["entidades", "dependencias"];

    /// <summary>What units hang under: nobody belongs to a sector, and a role may be held in one.</summary>
    public const string Sectors = "sectores";

    /// <summary>Those of today, by name.</summary>
    public Task<List<UnitChoice>> ChoicesAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        return db.Terms.InForce(today).Where(term => Catalogues.Contains(term.Catalogue)).OrderBy(term => term.Name)
            .Select(term => new UnitChoice(term.Id, term.Name)).ToListAsync(cancel);
    }

    /// <summary>Where a role may be held and under what a unit may hang: the sectors of today, then the units.</summary>
    public async Task<List<UnitChoice>> CirclesAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        var sectors = await db.Terms.InForce(today).Where(term => term.Catalogue == Sectors).OrderBy(term => term.Name)
            .Select(term => new UnitChoice(term.Id, "Sector " + term.Name)).ToListAsync(cancel);
        return [.. sectors, .. await ChoicesAsync(cancel)];
    }

    /// <summary>The name of a unit, in force or not; empty for a person without one.</summary>
    public async Task<string> NameAsync(int? unitId, CancellationToken cancel) =>
        await db.Terms.Where(term => term.Id == unitId).Select(term => term.Catalogue == Sectors ? "Sector " + term.Name : term.Name)
            .FirstOrDefaultAsync(cancel) ?? "";

    /// <summary>How many units hang under each that has any.</summary>
    public async Task<IReadOnlyDictionary<int, int>> SizesAsync(CancellationToken cancel) =>
        await db.Database.SqlQuery<UnitSize>($"""
            SELECT above AS "Id", count(*)::int AS "Count" FROM app.units_under(ARRAY(SELECT DISTINCT parent_id FROM app.terms
                WHERE parent_id IS NOT NULL AND catalogue = ANY ({Catalogues}))) GROUP BY above
            """).ToDictionaryAsync(size => size.Id, size => size.Count, cancel);

    /// <summary>Hangs a unit under another, or under none: who may act on its things changes with it.</summary>
    /// <exception cref="RuleException">It would hang under itself, or the other is not on offer.</exception>
    public async Task MoveAsync(Term unit, int? under, int by, CancellationToken cancel)
    {
        await CheckCircleAsync(under, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // One at a time: two moves, each right alone, could close a ring together.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('units'))", cancel);
        var above = db.Database.SqlQuery<int>($"""SELECT u AS "Value" FROM app.units_above({under}) u""");
        if (await above.AnyAsync(id => id == unit.Id, cancel))
        {
            throw new RuleException("Una dependencia no puede depender de sí misma ni de una que tiene debajo.");
        }

        unit.MoveUnder(under, clock.Now(), by);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <exception cref="RuleException">The choice is not one of those on offer.</exception>
    public async Task CheckAsync(int? unitId, CancellationToken cancel)
    {
        if (unitId is not null && !(await ChoicesAsync(cancel)).Exists(unit => unit.Id == unitId))
        {
            throw new RuleException("Elija una entidad o dependencia de la lista.");
        }
    }

    /// <exception cref="RuleException">No role can be held there.</exception>
    public async Task CheckCircleAsync(int? unitId, CancellationToken cancel)
    {
        if (unitId is not null && !(await CirclesAsync(cancel)).Exists(unit => unit.Id == unitId))
        {
            throw new RuleException("Elija un sector, una entidad o una dependencia de la lista.");
        }
    }
}

/// <summary>A unit in a list of choices.</summary>
public sealed record UnitChoice(int Id, string Name);

/// <summary>A unit and how many hang under it.</summary>
internal sealed record UnitSize(int Id, int Count);
