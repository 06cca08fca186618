using Acervo.Platform.Publications;
using Npgsql;

namespace Acervo.Platform.OpenData;

/// <summary>One version of a publication as programs get it: the very bytes that were hashed, and what is needed to answer well.</summary>
public sealed record PublishedVersion(
    int Item, string Slug, int Version, string State, string Body, string Sha256, string ChangeNote, DateTime PublishedAt, DateTime? WithdrawnAt,
    string? WithdrawnReason, OpenSpan Span, LifeSign Life, string? Successor, string Title, string Organisation)
{
    public const string Columns = "item, slug, version, state, body, sha256, change_note, published_at, withdrawn_at, withdrawn_reason, opens_at, closes_at, "
        + $"{Publications.Successor.Sql}, title, organisation, {LifeSign.Columns}";

    /// <summary>As the last version, or as one of those that were withdrawn with it.</summary>
    public bool IsWithdrawn => State == "withdrawn";

    public static PublishedVersion Read(NpgsqlDataReader row) => new(
        row.GetInt32(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetDateTime(7),
        row.IsDBNull(8) ? null : row.GetDateTime(8), row.IsDBNull(9) ? null : row.GetString(9),
        OpenSpan.Read(row, 10), LifeSign.Read(row, 15), row.IsDBNull(12) ? null : row.GetString(12), row.GetString(13), row.GetString(14));
}

/// <summary>What a history says of a version.</summary>
public sealed record VersionFacts(int Version, DateTime PublishedAt, string ChangeNote, string Sha256, DateTime? ReplacedAt)
{
    public static VersionFacts Read(NpgsqlDataReader row) => new(
        row.GetInt32(0), row.GetDateTime(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetDateTime(4));
}
