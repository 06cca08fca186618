using Acervo.Platform.Calendar;
using Npgsql;

namespace Acervo.Platform.Publications;

/// <summary>
/// What was in force on a day, as Bogotá counts days: the version of each thing that was published by the end of it, and by then neither replaced nor
/// withdrawn, nor out of use. Of what was withdrawn since only its tombstone is told. What had closed was in force still.
/// </summary>
public sealed class InForce(PublicDb db)
{
    public const int PageSize = 100;

    private static readonly string Sql = $"""
        SELECT item, version, slug, title, organisation, state, published_at, least(replaced_at, withdrawn_at, lapsed_at), opens_at, closes_at
        FROM site.standing
        WHERE kind = $1 AND item > $2 AND published_at < $3 AND (replaced_at IS NULL OR replaced_at >= $3) AND (withdrawn_at IS NULL OR withdrawn_at >= $3)
            AND (lapsed_at IS NULL OR lapsed_at >= $3)
        ORDER BY item LIMIT {PageSize}
        """;

    /// <summary>A page of them, by the number of the item.</summary>
    public Task<List<VersionInForce>> OnAsync(string kind, DateOnly day, int afterItem, CancellationToken cancel) =>
        db.ListAsync(Sql, Read, cancel, kind, afterItem, day.AddDays(1).ToDateTime(TimeOnly.MinValue).BogotaToUtc());

    private static VersionInForce Read(NpgsqlDataReader row) => new(
        row.GetInt32(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetDateTime(6),
        row.IsDBNull(7) ? null : row.GetDateTime(7), OpenSpan.Read(row, 8));
}

/// <summary>A version that was in force on a day.</summary>
/// <param name="Item">Of which thing.</param>
/// <param name="Version">Its number.</param>
/// <param name="Slug">The address it was published at.</param>
/// <param name="Title">Its title then.</param>
/// <param name="Organisation">Who answers for it.</param>
/// <param name="State">What has become of it since: current, superseded, withdrawn.</param>
/// <param name="PublishedAt">Since when it was in force.</param>
/// <param name="EndedAt">Until when; null while it is.</param>
/// <param name="Span">When it opened and closed; of what was withdrawn that is not told.</param>
public sealed record VersionInForce(
    int Item, int Version, string Slug, string Title, string Organisation, string State, DateTime PublishedAt, DateTime? EndedAt, OpenSpan Span);
