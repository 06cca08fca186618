using Acervo.Platform.Reference;

namespace Acervo.Modules.Practices.Reading;

/// <summary>The policies as administration keeps them today: what it renames, adds or retires, the next reading knows.</summary>
internal static class SitePolicies
{
    private const string Dimensions = "dimensiones-mipg";

    public static async Task<PolicyCatalogue> PoliciesAsync(this KnownTerms terms, DateOnly today, CancellationToken cancel)
    {
        var (policies, dimensions) = (await terms.OfAsync(PolicyCatalogue.Name, cancel), await terms.OfAsync(Dimensions, cancel));
        var inForce = policies.InForce(today).ToList();
        var others = inForce.SelectMany(term => term.Aliases.Select(alias => new PolicyAlias(alias, term.Name, "")))
            .Concat(policies.All.Except(inForce).Select(term => new PolicyAlias(term.Name, null, "")))
            .Concat(dimensions.All.Select(term => new PolicyAlias(term.Name, null, PolicyAlias.Dimension)))
            .Concat(PolicyCatalogue.Shipped.Refused);
        return new PolicyCatalogue(inForce.Select(term => term.Name), others);
    }

    /// <summary>Names what the policies are made of: with another stamp they are others.</summary>
    public static async Task<string> PolicyStampAsync(this KnownTerms terms, CancellationToken cancel) =>
        (await terms.OfAsync(PolicyCatalogue.Name, cancel)).Stamp + (await terms.OfAsync(Dimensions, cancel)).Stamp;
}
