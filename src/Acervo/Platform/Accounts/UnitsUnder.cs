using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Accounts;

/// <summary>What hangs under some units, as the catalogue has it now.</summary>
public sealed class UnitsUnder
{
    public static readonly UnitsUnder Nothing = new([]);

    private readonly ILookup<int, int> under;

    private UnitsUnder(IEnumerable<UnitPair> pairs) => under = pairs.ToLookup(pair => pair.Above, pair => pair.Id);

    /// <summary>Reads it for those units; without any, nothing is asked.</summary>
    public static async Task<UnitsUnder> ReadAsync(AppDb db, IEnumerable<int?> units, CancellationToken cancel)
    {
        int[] asked = [.. units.OfType<int>().Distinct()];
        return asked.Length == 0 ? Nothing : new UnitsUnder(await db.Database
            .SqlQuery<UnitPair>($"""SELECT above AS "Above", id AS "Id" FROM app.units_under({asked})""").ToListAsync(cancel));
    }

    /// <summary>The unit and all that hang under it.</summary>
    public IEnumerable<int> With(int unit) => under[unit].Append(unit).Distinct();

    /// <summary>A unit and one that it hangs under, at any height.</summary>
    internal sealed record UnitPair(int Above, int Id);
}
