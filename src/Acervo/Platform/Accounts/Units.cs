using Acervo.Platform.Calendar;
using Acervo.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Accounts;

/// <summary>The entities and offices a person may belong to, from the catalogues.</summary>
public sealed class Units(AppDb db, TimeProvider clock)
{
    public static readonly string[] Catalogues = ["entidades", "dependencias"];

    /// <summary>Those of today, by name.</summary>
    public Task<List<UnitChoice>> ChoicesAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        return db.Terms.InForce(today).Where(term => Catalogues.Contains(term.Catalogue)).OrderBy(term => term.Name)
            .Select(term => new UnitChoice(term.Id, term.Name)).ToListAsync(cancel);
    }

    /// <summary>The name of a unit, in force or not; empty for a person without one.</summary>
    public async Task<string> NameAsync(int? unitId, CancellationToken cancel) =>
        await db.Terms.Where(term => term.Id == unitId).Select(term => term.Name).FirstOrDefaultAsync(cancel) ?? "";

    /// <exception cref="RuleException">The choice is not one of those on offer.</exception>
    public async Task CheckAsync(int? unitId, CancellationToken cancel)
    {
        if (unitId is not null && !(await ChoicesAsync(cancel)).Exists(unit => unit.Id == unitId))
        {
            throw new RuleException("Elija una entidad o dependencia de la lista.");
        }
    }
}

/// <summary>A unit in a list of choices.</summary>
public sealed record UnitChoice(int Id, string Name);
