using System.Security.Cryptography;
using System.Text.Json;
using Acervo.Platform.Text;

namespace Acervo.Platform.Reference;

/// <summary>One catalogue whole, in its order, as it was at a moment.</summary>
public sealed class KnownList(IReadOnlyList<KnownTerm> all)
{
    private readonly Lazy<string> stamp = new(() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(all))));

    private readonly Lazy<Dictionary<string, string>> names = new(() => NamesOf(all));

    public IReadOnlyList<KnownTerm> All => all;

    /// <summary>Names what stands in it: whatever is worked out of the same list has the same stamp.</summary>
    public string Stamp => stamp.Value;

    public IEnumerable<KnownTerm> InForce(DateOnly day) => all.Where(term => term.IsInForce(day));

    /// <summary>The catalogue's own name for what was written: same words, or a known alias; null when it is none of them.</summary>
    public string? NameOf(string? written) => string.IsNullOrWhiteSpace(written) ? null : names.Value.GetValueOrDefault(Slug.Of(written));

    private static Dictionary<string, string> NamesOf(IReadOnlyList<KnownTerm> all)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (var term in all)
        {
            foreach (var name in term.Aliases.Prepend(term.Name))
            {
                names.TryAdd(Slug.Of(name), term.Name);
            }
        }

        return names;
    }
}
