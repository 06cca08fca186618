using Acervo.Platform.Text;

namespace Acervo.Platform.Tables.Imports;

/// <summary>Columns as somebody understood them, under a name: what a sheet with such headings is proposed the next time.</summary>
public sealed class SavedMapping
{
    public const int LongestName = 120;

    public int Id { get; private set; }

    public required string Kind { get; init; }

    /// <summary>0 where the import belongs to no unit.</summary>
    public required int UnitId { get; init; }

    /// <summary>The fingerprint of the set of headings.</summary>
    public required string Headings { get; init; }

    public required string Name { get; set; }

    /// <summary>Heading, as it is written → field.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; set; }

    public required DateTime UsedAt { get; set; }

    /// <summary>Whether every column that it knows is there, and among them all that are needed.</summary>
    public bool Fits(Heading heading, IReadOnlyList<TableField> fields) => Fields.Keys.All(word => heading.Compared.Contains(Slug.Of(word)))
        && fields.All(field => !field.IsRequired || Fields.Values.Contains(field.Key, StringComparer.Ordinal));

    /// <summary>Column → field, for a heading that it fits.</summary>
    public Dictionary<int, string> Apply(Heading heading)
    {
        var known = Fields.ToDictionary(pair => Slug.Of(pair.Key), pair => pair.Value, StringComparer.Ordinal);
        return heading.Words.Where(word => known.ContainsKey(Slug.Of(word.Value))).OrderBy(word => word.Key).DistinctBy(word => known[Slug.Of(word.Value)])
            .ToDictionary(word => word.Key, word => known[Slug.Of(word.Value)]);
    }
}
