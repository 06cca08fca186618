using Acervo.Platform.Forms.Reading;
using CsvHelper;

namespace Acervo.Modules.Practices.Reading;

/// <summary>The MIPG policies and the other names they go by.</summary>
public sealed class PolicyCatalogue
{
    public const string Name = "politicas-mipg";

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PolicyAlias> aliases = new(StringComparer.Ordinal);

    public PolicyCatalogue(IEnumerable<string> policies, IEnumerable<PolicyAlias> others)
    {
        foreach (var policy in policies)
        {
            names[Words.Key(policy)] = policy;
        }

        foreach (var other in others)
        {
            aliases.TryAdd(Words.Key(other.Seen), other);
        }
    }

    /// <summary>The catalogue that ships with the program; the site has its own, edited in administration.</summary>
    public static PolicyCatalogue Shipped { get; } = new(Policies(), Aliases());

    /// <summary>What people write for a policy although it is none.</summary>
    public IEnumerable<PolicyAlias> Refused => aliases.Values.Where(alias => alias.Policy is null);

    /// <summary>Every name a policy goes by, folded: where a typed list may be cut.</summary>
    public IReadOnlySet<string> Terms => names.Keys.Concat(aliases.Keys).ToHashSet(StringComparer.Ordinal);

    public bool Holds(string text) => names.ContainsKey(Words.Key(text));

    public PolicyAlias? Alias(string text) => aliases.GetValueOrDefault(Words.Key(text));

    /// <summary>The policy whose name is a slip or two away.</summary>
    public string? Near(string text)
    {
        var key = Words.Key(text);
        var near = names.Keys.MinBy(name => Distance.Between(key, name, 40));
        var limit = Math.Max(2, (near ?? "").Length / 8);
        return near is not null && Distance.Between(key, near, limit) <= limit ? names[near] : null;
    }

    private static List<string> Policies()
    {
        using var csv = Open("mipg_politicas.csv");
        var policies = new List<string>();
        while (csv.Read())
        {
            policies.Add(csv.GetString("nombre"));
        }

        return policies;
    }

    private static List<PolicyAlias> Aliases()
    {
        using var csv = Open("mipg_politicas_alias.csv");
        var others = new List<PolicyAlias>();
        while (csv.Read())
        {
            var policy = csv.GetString("politica_canonica");
            others.Add(new PolicyAlias(csv.GetString("texto_visto"), policy.Length == 0 ? null : policy, csv.GetString("nota")));
        }

        return others;
    }

    private static CsvReader Open(string file)
    {
        var stream = typeof(PolicyCatalogue).Assembly.GetManifestResourceStream("Acervo.Reference." + file)!;
        return CsvReader.Create(stream, new CsvReaderOptions(), leaveOpen: false);
    }
}

/// <summary>A text that people wrote for a policy: the policy it means, or why it is none.</summary>
public sealed record PolicyAlias(string Seen, string? Policy, string Note)
{
    public const string Dimension = "dimensión";

    public bool IsDimension => Note.Contains(Dimension, StringComparison.OrdinalIgnoreCase);
}
