using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Acervo.Platform.Calendar;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;

namespace Acervo.Platform.OpenData;

/// <summary>Makes the metadata of public pages: a list, a search, one publication.</summary>
public sealed class MetadataDesk(PublicationKinds kinds, SiteUrl address, SiteName name, ShareCards cards)
{
    /// <summary>Keeps «&lt;», «&gt;» and «&amp;» escaped: what is written cannot end the block it stands in.</summary>
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The address of a page to be cited: absolute, and the same whatever host it was asked from.</summary>
    public string Permalink(string path) => address.Of(path);

    /// <summary>A page without a thing of its own; its feeds are those of the kind, or of the whole site, for the same question.</summary>
    public PageMetadata ForPage(HttpRequest http, string title, string description, PublicationKind? kind = null, object? jsonLd = null)
    {
        var url = address.Of(http.Path + http.QueryString);
        return new PageMetadata
        {
            Canonical = url,
            OpenGraph = OpenGraph("website", title, description, url),
            Alternates = Feeds(kind?.Route ?? "", http.QueryString.Value ?? "", kind?.Plural ?? name.Product),
            JsonLd = jsonLd is null ? null : JsonSerializer.Serialize(jsonLd, Json),
        };
    }

    /// <summary>The page of one publication.</summary>
    public PageMetadata ForPublication(PublicPage page)
    {
        var facets = page.Facets;
        var kind = kinds.Of(page.Kind);
        var path = kind.Href(page.Slug);
        var url = address.Of(path);
        return new PageMetadata
        {
            Canonical = url,
            DublinCore =
            [
                ("title", page.Title), ("description", page.Summary), ("creator", page.Organisation), ("publisher", name.Entity), ("language", page.Language),
                ("type", "Text"), ("identifier", url), ("issued", Day(page.FirstAt)), ("modified", Day(page.PublishedAt)), ("license", name.License),
                .. page.Span == default ? Array.Empty<(string, string)>() : [("valid", Valid(page.Span))],
                .. facets.Select(facet => ("subject", facet.Label)),
            ],
            OpenGraph =
            [
                .. OpenGraph("article", page.Title, page.Summary, url),
                ("article:published_time", Time(page.FirstAt)), ("article:modified_time", Time(page.PublishedAt)), ("article:section", kind.Plural),
                .. Card(page, kind, url),
            ],
            TwitterCard = ShareCards.AreAvailable ? "summary_large_image" : "summary",
            Alternates = [new PageAlternate(path + ".json", "application/json", "Datos canónicos"), .. Feeds(kind.Route, "", kind.Plural)],
            JsonLd = JsonSerializer.Serialize(
                page.Span.ClosesAt is { } closes
                    ? new Dictionary<string, object?>(SchemaOrg(page, facets, kind, address.Root, path)) { ["expires"] = Time(closes) }
                    : SchemaOrg(page, facets, kind, address.Root, path), Json),
        };
    }

    private Dictionary<string, object?> SchemaOrg(PublicPage page, IReadOnlyList<Facet> facets, PublicationKind kind, string site, string path) => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = kind.SchemaType,
        ["headline"] = page.Title,
        ["name"] = page.Title,
        ["description"] = page.Summary,
        ["url"] = site + path,
        ["mainEntityOfPage"] = site + path,
        ["inLanguage"] = page.Language,
        ["datePublished"] = Time(page.FirstAt),
        ["dateModified"] = Time(page.PublishedAt),
        ["version"] = page.Version,
        ["license"] = name.License,
        ["isAccessibleForFree"] = true,
        ["genre"] = kind.Singular,
        ["keywords"] = facets.Select(facet => facet.Label),
        ["author"] = Organisation(page.Organisation),
        ["publisher"] = Organisation(name.Entity),
        ["identifier"] = new Dictionary<string, string> { ["@type"] = "PropertyValue", ["propertyID"] = "sha256", ["value"] = page.Sha256 },
        ["encoding"] = new Dictionary<string, string>
        {
            ["@type"] = "MediaObject",
            ["encodingFormat"] = "application/json",
            ["contentUrl"] = $"{site}{path}.json",
            ["sha256"] = page.Sha256
        },
    };

    private (string Property, string Content)[] OpenGraph(string type, string title, string description, string url) =>
    [
        ("og:type", type), ("og:title", title), ("og:description", description), ("og:site_name", name.Product), ("og:locale", "es_CO"),
        ("og:url", url),
    ];

    /// <summary>The picture that goes with a link to it; nothing where none can be drawn.</summary>
    private (string Property, string Content)[] Card(PublicPage page, PublicationKind kind, string url) => !ShareCards.AreAvailable ? [] :
    [
        ("og:image", $"{url}{ShareCards.Extension}?v={cards.KeyOf(kind, page.Title, page.Organisation)}"), ("og:image:type", "image/png"),
        ("og:image:width", $"{ShareCards.Width}"), ("og:image:height", $"{ShareCards.Height}"),
        ("og:image:alt", $"{kind.Singular}: {page.Title}. {page.Organisation}"),
    ];

    private static PageAlternate[] Feeds(string route, string query, string title) =>
    [
        new($"{route}/atom.xml{query}", "application/atom+xml", $"{title} (Atom)"),
        new($"{route}/rss.xml{query}", "application/rss+xml", $"{title} (RSS)"),
        new($"{route}/feed.json{query}", "application/feed+json", $"{title} (JSON Feed)"),
    ];

    private static Dictionary<string, string> Organisation(string entity) => new() { ["@type"] = "GovernmentOrganization", ["name"] = entity };

    /// <summary>A period as Dublin Core writes it.</summary>
    private static string Valid(OpenSpan span) => string.Join("; ", new[]
    {
        span.OpensAt is { } opens ? $"start={Time(opens)}" : null,
        span.ClosesAt is { } closes ? $"end={Time(closes)}" : null,
        "scheme=W3C-DTF",
    }.OfType<string>());

    private static string Day(DateTime time) => time.BogotaDay().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
