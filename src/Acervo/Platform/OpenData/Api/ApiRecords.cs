using System.Text.Json;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;

namespace Acervo.Platform.OpenData.Api;

/// <summary>A page of publications.</summary>
/// <param name="Total">Cuántas publicaciones responden a la pregunta.</param>
/// <param name="Page">La página pedida.</param>
/// <param name="PageSize">Resultados por página.</param>
/// <param name="Next">Valor de «cursor» para seguir; null cuando no hay más.</param>
/// <param name="DidYouMean">Otra ortografía que encuentra algo, donde una palabra no existe ni se publicó; los resultados son los de lo escrito.</param>
/// <param name="Items">Las publicaciones.</param>
/// <param name="Facets">Por cada faceta, sus valores y cuántas publicaciones dejaría cada uno.</param>
public sealed record PublicationPage(int Total, int Page, int PageSize, string? Next, string? DidYouMean, IReadOnlyList<PublicationSummary> Items,
    IReadOnlyList<FacetValues> Facets);

/// <summary>A publication without its text.</summary>
/// <param name="Kind">Tipo de publicación.</param>
/// <param name="Slug">Nombre en la dirección.</param>
/// <param name="Title">Título.</param>
/// <param name="Summary">Resumen.</param>
/// <param name="Organisation">Entidad que responde por ella.</param>
/// <param name="Version">Número de la versión vigente.</param>
/// <param name="FirstPublishedAt">Cuándo se publicó por primera vez (UTC).</param>
/// <param name="PublishedAt">Cuándo se publicó esta versión (UTC).</param>
/// <param name="OpensAt">Desde cuándo se puede usar lo que ofrece (UTC); null cuando no lo dice.</param>
/// <param name="ClosesAt">Hasta cuándo (UTC); null cuando no lo dice.</param>
/// <param name="Language">Idioma del texto.</param>
/// <param name="InUse">Si sigue en uso: «si», «sin-confirmar» (sus autores no respondieron a tiempo) o «no»; null cuando no se pregunta.</param>
/// <param name="UseConfirmedAt">Cuándo se confirmó que sigue en uso (UTC); null si no se ha hecho desde que se publicó esta versión.</param>
/// <param name="NextLookAt">Cuándo se les pregunta de nuevo (UTC), o se les preguntó si ya pasó; null cuando no se pregunta.</param>
/// <param name="LapsedAt">Desde cuándo ya no se usa (UTC), aunque siga a la vista; null cuando se usa.</param>
/// <param name="LapsedReason">Por qué ya no se usa.</param>
/// <param name="ReuseCount">Cuántas publicaciones vigentes la adaptan.</param>
/// <param name="Sha256">Huella del JSON canónico.</param>
/// <param name="Url">Página para personas.</param>
/// <param name="JsonUrl">JSON canónico: sus bytes exactos dan la huella.</param>
/// <param name="Facets">Valores por los que se encuentra.</param>
public sealed record PublicationSummary(
    string Kind, string Slug, string Title, string Summary, string Organisation, int Version, DateTime FirstPublishedAt, DateTime PublishedAt,
    DateTime? OpensAt, DateTime? ClosesAt, string Language, string? InUse, DateTime? UseConfirmedAt, DateTime? NextLookAt,
    DateTime? LapsedAt, string? LapsedReason, int ReuseCount,
    string Sha256, string Url, string JsonUrl, IReadOnlyList<Facet> Facets)
{
    public static PublicationSummary Of(PublicCard card, PublicationKinds kinds, string site)
    {
        var url = site + kinds.Href(card.Kind, card.Slug);
        return new PublicationSummary(
            card.Kind, card.Slug, card.Title, card.Summary, card.Organisation, card.Version, card.FirstAt, card.PublishedAt,
            card.Span.OpensAt, card.Span.ClosesAt, card.Language,
            card.Facets.FirstOrDefault(facet => facet.Group == FacetTitle.InUse.Group)?.Code, card.Life.UsedAt, card.Life.LookAt,
            card.Life.LapsedAt, card.LapsedReason, card.ReuseCount,
            card.Sha256, url, url + ".json", card.Facets);
    }
}

/// <summary>A publication with everything it says.</summary>
/// <param name="Publication">Los datos de la lista.</param>
/// <param name="Record">El contenido, igual al del JSON canónico.</param>
/// <param name="Kin">Lo que dice de otras publicaciones vigentes, y lo que ellas dicen de esta.</param>
public sealed record PublicationFull(PublicationSummary Publication, JsonElement Record, IReadOnlyList<KinSummary> Kin);

/// <summary>What a publication is kin to in one way.</summary>
/// <param name="Relation">Nombre de la relación vista desde esta publicación, como «adapts» o «adaptedBy».</param>
/// <param name="Title">Lo que leen las personas.</param>
/// <param name="Total">Cuántas son.</param>
/// <param name="Items">Las primeras cincuenta.</param>
public sealed record KinSummary(string Relation, string Title, int Total, IReadOnlyList<KinItem> Items)
{
    public static KinSummary Of(Kin kin, PublicationKind page, string site) => new(
        kin.Name, kin.TitleOn(page), kin.Total,
        [.. kin.Links.Select(link => new KinItem(link.Kind.Kind, link.Slug, link.Title, link.Organisation, link.Note, link.Since, site + link.Href))]);
}

/// <summary>Another publication and what is said of it.</summary>
/// <param name="Kind">Tipo de publicación.</param>
/// <param name="Slug">Nombre en la dirección.</param>
/// <param name="Title">Título.</param>
/// <param name="Organisation">Entidad que responde por ella.</param>
/// <param name="Note">En qué, o hasta dónde; vacío cuando no se dice.</param>
/// <param name="Since">Desde qué día, cuando no es el de la publicación.</param>
/// <param name="Url">Página para personas.</param>
public sealed record KinItem(string Kind, string Slug, string Title, string Organisation, string Note, DateOnly? Since, string Url);

/// <summary>One version of a publication.</summary>
/// <param name="Version">Número.</param>
/// <param name="PublishedAt">Cuándo se publicó (UTC).</param>
/// <param name="ReplacedAt">Cuándo la reemplazó la siguiente (UTC); null en la última.</param>
/// <param name="ChangeNote">Qué cambió.</param>
/// <param name="Sha256">Huella de su JSON canónico.</param>
/// <param name="JsonUrl">Su JSON canónico.</param>
public sealed record VersionSummary(int Version, DateTime PublishedAt, DateTime? ReplacedAt, string ChangeNote, string Sha256, string JsonUrl);

/// <summary>The values of one facet.</summary>
/// <param name="Group">Nombre del parámetro, como «dependencia».</param>
/// <param name="Title">Lo que leen las personas.</param>
/// <param name="Values">Sus valores, de mayor a menor.</param>
public sealed record FacetValues(string Group, string Title, IReadOnlyList<FacetValue> Values)
{
    /// <summary>The kinds are the first facet, where several are published.</summary>
    public static IReadOnlyList<FacetValues> Of(SearchFound found, PublicationKinds kinds) =>
    [
        .. found.Kinds.Count < 2 ? [] : new[] { new FacetValues("kind", "Tipo",
            [.. found.Kinds.OrderByDescending(kind => kind.Count).Select(kind => new FacetValue(kind.Kind, kinds.Of(kind.Kind).Plural, kind.Count))]) },
        .. found.Facets.Select(group => new FacetValues(group.Group, kinds.TitleOf(group.Group),
            [.. group.Values.Select(value => new FacetValue(value.Facet.Code, value.Facet.Label, value.Count))])),
    ];
}

/// <summary>A value of a facet.</summary>
/// <param name="Code">Lo que se escribe en la dirección.</param>
/// <param name="Label">Lo que leen las personas.</param>
/// <param name="Count">Cuántas publicaciones dejaría.</param>
public sealed record FacetValue(string Code, string Label, int Count);

/// <summary>What to offer while somebody types.</summary>
/// <param name="Text">Título o palabra.</param>
/// <param name="Url">A dónde lleva; null cuando es una palabra para buscar.</param>
public sealed record SuggestionJson(string Text, string? Url);
