using System.Text.Json;
using Acervo.Platform.Publications;
using Npgsql;

namespace Acervo.Platform.OpenData.Datasets;

/// <summary>One publication on its way into a download.</summary>
public sealed record DatasetRow(
    string Slug, int Version, string Title, string Summary, string Organisation, string Sha256, DateTime FirstAt, DateTime PublishedAt, int ReuseCount,
    IReadOnlyList<Facet> Facets, string Body, OpenSpan Span, string Language, LifeSign Life)
{
    /// <summary>Of a row called <c>p</c>.</summary>
    public const string Columns = $"""
        slug, version, title, summary, organisation, sha256, first_at, published_at, {Reuse.Sql}, facets::text, body, opens_at, closes_at, language,
        {LifeSign.Columns}
        """;

    public static DatasetRow Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetDateTime(6), row.GetDateTime(7),
        row.GetInt32(8), JsonSerializer.Deserialize<Facet[]>(row.GetString(9), JsonSerializerOptions.Web)!, row.GetString(10), OpenSpan.Read(row, 11),
        row.GetString(13), LifeSign.Read(row, 14));
}
