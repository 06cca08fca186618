using System.Text.Json;
using Acervo.Platform.Publications;
using Npgsql;

namespace Acervo.Platform.OpenData;

/// <summary>A current publication without its text: what feeds and the API list.</summary>
public sealed record PublicCard(
    long Id, string Kind, int Item, string Slug, int Version, string Title, string Summary, string Organisation,
    string Sha256, IReadOnlyList<Facet> Facets, DateTime PublishedAt, DateTime FirstAt, int ReuseCount, OpenSpan Span, string Language,
    LifeSign Life, string? LapsedReason)
{
    /// <summary>Of a row called <c>p</c>.</summary>
    public const string Columns = "id, kind, item, slug, version, title, summary, organisation, sha256, facets::text, published_at, first_at, "
        + $"{Reuse.Sql}, opens_at, closes_at, language, lapsed_reason, {LifeSign.Columns}";

    public static PublicCard Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetInt32(4), row.GetString(5), row.GetString(6), row.GetString(7),
        row.GetString(8), JsonSerializer.Deserialize<Facet[]>(row.GetString(9), JsonSerializerOptions.Web)!, row.GetDateTime(10), row.GetDateTime(11),
        row.GetInt32(12), OpenSpan.Read(row, 13), row.GetString(15),
        LifeSign.Read(row, 17), row.IsDBNull(16) ? null : row.GetString(16));
}
