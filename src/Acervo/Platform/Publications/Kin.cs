using System.Globalization;
using Acervo.Ui;
using Npgsql;

namespace Acervo.Platform.Publications;

/// <summary>All that is kin to a publication in one way: what it leads to, or what leads to it.</summary>
/// <param name="Relation">In which way.</param>
/// <param name="IsInverse">Whether the others say it of this one.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Links">The first of them.</param>
public sealed record Kin(RelationKind Relation, bool IsInverse, int Total, IReadOnlyList<KinLink> Links)
{
    /// <summary>How programs call it: <c>adapts</c>, <c>adaptedBy</c>.</summary>
    public string Name => IsInverse ? Relation.Inverse : Relation.Name;

    /// <summary>What stands above them on the page of one of this kind.</summary>
    public string TitleOn(PublicationKind page) => (IsInverse, Relation.Verb) switch
    {
        (false, _) => Relation.Title,
        (true, { } verb) => $"{Count()} {(page.IsFeminine ? "la" : "lo")} {(Total == 1 ? verb.One : verb.Several)}",
        (true, null) => page.IsFeminine ? Relation.InverseTitle : Relation.InverseMasculine ?? Relation.InverseTitle,
    };

    /// <summary>Of different kinds they are only publications.</summary>
    private string Count() => Links.DistinctBy(link => link.Kind).Count() == 1 && Links.Count == Total
        ? Spanish.Count(Total, Links[0].Kind.Singular.ToLower(CultureInfo.CurrentCulture), Links[0].Kind.Plural.ToLower(CultureInfo.CurrentCulture))
        : Spanish.Count(Total, "publicación", "publicaciones");
}

/// <summary>One that is kin, and what is said of it.</summary>
public sealed record KinLink(PublicationKind Kind, string Slug, string Title, string Organisation, string Note, DateOnly? Since, OpenSpan Span)
{
    public string Href => Kind.Href(Slug);

    /// <summary>Of a row that has, from this place on: kind, slug, title, organisation, note, from_day, opens_at, closes_at.</summary>
    internal static KinLink Read(NpgsqlDataReader row, int at, PublicationKinds kinds) => new(
        kinds.Of(row.GetString(at)), row.GetString(at + 1), row.GetString(at + 2), row.GetString(at + 3), row.GetString(at + 4),
        row.IsDBNull(at + 5) ? null : row.GetFieldValue<DateOnly>(at + 5), OpenSpan.Read(row, at + 6));
}
