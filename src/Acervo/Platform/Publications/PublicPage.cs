using System.Text.Json;
using Npgsql;

namespace Acervo.Platform.Publications;

/// <summary>A publication as a visitor reads it, with its history and files; what stands for it, as <c>kind/slug</c>, where something does.</summary>
public sealed record PublicPage(
    long Id, string Kind, int Item, int Version, string Slug, string State, string Title, string Summary, string Organisation, string Sha256,
    string Html, string Facts, string Contents, string FacetsJson, string ChangeNote,
    DateTime PublishedAt, DateTime FirstAt, DateTime? WithdrawnAt, string? WithdrawnReason, OpenSpan Span, string Language,
    bool IsByOne, DateTime? ConfirmedAt, LifeSign Life, string? LapsedReason, string? Successor)
{
    public List<PublicVersion> History { get; } = [];

    public List<PublicFileLink> Files { get; } = [];

    /// <summary>What it says of other publications, and they of it.</summary>
    public List<Kin> Kin { get; } = [];

    /// <summary>Withdrawn as the last version, or as one of those that were withdrawn with it: it never comes back, and has no text here.</summary>
    public bool IsWithdrawn => State == "withdrawn";

    public bool IsSuperseded => State == "superseded";

    public IReadOnlyList<Facet> Facets => field ??= JsonSerializer.Deserialize<Facet[]>(FacetsJson, JsonSerializerOptions.Web)!;

    internal static PublicPage Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7),
        row.GetString(8), row.GetString(9),
        row.GetString(10), row.GetString(11), row.GetString(12), row.GetString(13), row.GetString(14),
        row.GetDateTime(15), row.GetDateTime(16), row.IsDBNull(17) ? null : row.GetDateTime(17), row.IsDBNull(18) ? null : row.GetString(18),
        OpenSpan.Read(row, 19), row.GetString(21), row.GetBoolean(22), row.IsDBNull(23) ? null : row.GetDateTime(23),
        LifeSign.Read(row, 28), row.IsDBNull(26) ? null : row.GetString(26), row.IsDBNull(27) ? null : row.GetString(27));
}

/// <summary>One version of a publication.</summary>
public sealed record PublicVersion(int Version, DateTime PublishedAt, string ChangeNote);

/// <summary>A public file and how to name it.</summary>
public sealed record PublicFileLink(string Name, string Sha256, long Size, string ContentType)
{
    public string Href => $"/archivos/{Sha256}/{Uri.EscapeDataString(Name)}";
}
