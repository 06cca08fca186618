using Acervo.Platform.Accounts;

namespace Acervo.Modules.Admin.People;

/// <summary>A role and where it is held, as administrators read it.</summary>
internal static class GrantWords
{
    public static async Task<string> OfAsync(Grant grant, Units units, CancellationToken cancel) =>
        grant.UnitId is null ? $"{grant.Role.Spanish()}, en toda la plataforma" : $"{grant.Role.Spanish()}, en {await units.NameAsync(grant.UnitId, cancel)}";
}
