using Acervo.Platform.Accounts;

namespace Acervo.Modules.Admin.People;

/// <summary>A role and what its circle covers, as administrators read it.</summary>
internal static class GrantWords
{
    public static Task<string> OfAsync(Grant grant, Units units, CancellationToken cancel) => OfAsync(grant.Role, grant.UnitId, units, cancel);

    public static async Task<string> OfAsync(Role role, int? unitId, Units units, CancellationToken cancel) =>
        unitId is not { } unit ? $"{role.Spanish()}, en toda la plataforma"
            : $"{role.Spanish()}, en {await units.NameAsync(unit, cancel)}{Below((await units.SizesAsync(cancel)).GetValueOrDefault(unit))}";

    /// <summary>« y las 4 dependencias que tiene debajo»; nothing for a unit without any.</summary>
    public static string Below(int count) => count switch
    {
        0 => "",
        1 => " y la dependencia que tiene debajo",
        _ => $" y las {count} dependencias que tiene debajo",
    };
}
