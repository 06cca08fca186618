using Acervo.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Reading;

/// <summary>The policies as administration keeps them today: what it renames, adds or retires, the next reading knows.</summary>
internal static class SitePolicies
{
    private const string Dimensions = "dimensiones-mipg";

    public static async Task<PolicyCatalogue> PoliciesAsync(this AppDb db, DateOnly today, CancellationToken cancel)
    {
        var terms = await db.Terms.AsNoTracking().Include(term => term.Aliases)
            .Where(term => term.Catalogue == PolicyCatalogue.Name || term.Catalogue == Dimensions).ToListAsync(cancel);
        var policies = terms.FindAll(term => term.Catalogue == PolicyCatalogue.Name);
        var inForce = policies.FindAll(term => term.IsInForce(today));
        var others = inForce.SelectMany(term => term.Aliases.Select(alias => new PolicyAlias(alias.Alias, term.Name, "")))
            .Concat(policies.Except(inForce).Select(term => new PolicyAlias(term.Name, null, "")))
            .Concat(terms.Where(term => term.Catalogue == Dimensions).Select(term => new PolicyAlias(term.Name, null, PolicyAlias.Dimension)))
            .Concat(PolicyCatalogue.Shipped.Refused);
        return new PolicyCatalogue(inForce.Select(term => term.Name), others);
    }
}
