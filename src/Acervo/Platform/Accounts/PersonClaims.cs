using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Acervo.Platform.Accounts;

/// <summary>What the cookie says: who, and as of which change of rights. Roles are not in it; they are read on every request.</summary>
internal sealed class PersonClaims : IUserClaimsPrincipalFactory<Person>
{
    public const string Stamp = "stamp";

    public Task<ClaimsPrincipal> CreateAsync(Person user)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, user.Id.ToString(CultureInfo.InvariantCulture)), new(Stamp, user.SecurityStamp)];
        return Task.FromResult(new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme)));
    }
}
