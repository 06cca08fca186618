using System.Globalization;
using System.Text;
using System.Xml;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Acervo.Platform.OpenData;

/// <summary>Tells search engines what there is: an index, and pages of 50,000 addresses written straight from the database.</summary>
internal static class SiteMap
{
    private const int PageSize = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private const string CountSql = "SELECT count(*), coalesce(max(published_at), 'epoch') FROM site.shown WHERE state = 'current'";

    private const int AtOnce = 2_000;

    private const string PageSql = "SELECT array(SELECT id FROM site.shown WHERE state = 'current' ORDER BY id LIMIT 50000 OFFSET $1)";

    private const string RowsSql = "SELECT kind, slug, published_at FROM site.shown WHERE id = ANY($1) AND state = 'current' ORDER BY id";

    private static readonly XmlWriterSettings Settings = new() { Async = true, Encoding = new UTF8Encoding(false) };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sitemap.xml", IndexAsync).WithMetadata(new PublicCacheAttribute());
        routes.MapGet("/sitemap/{page:int:min(1)}.xml", PageAsync);
        routes.MapGet("/robots.txt", Robots).WithMetadata(new PublicCacheAttribute());
    }

    private static async Task IndexAsync(HttpContext http, PublicDb db, SiteUrl address)
    {
        var site = address.Root;
        var (count, last) = (await db.ListAsync(CountSql, row => (row.GetInt64(0), row.GetDateTime(1)), http.RequestAborted))[0];
        http.Response.ContentType = "application/xml; charset=utf-8";
        await using var xml = XmlWriter.Create(http.Response.Body, Settings);
        await xml.WriteStartElementAsync(null, "sitemapindex", Namespace);
        for (var page = 1; page == 1 || (page - 1) * PageSize < count; page++)
        {
            await xml.WriteStartElementAsync(null, "sitemap", Namespace);
            await xml.WriteElementStringAsync(null, "loc", Namespace, $"{site}/sitemap/{page}.xml");
            await xml.WriteElementStringAsync(null, "lastmod", Namespace, Day(last));
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task PageAsync(int page, HttpContext http, PublicDb db, SiteUrl address, PublicationKinds kinds)
    {
        var site = address.Root;
        var ids = await db.IdsAsync(PageSql, http.RequestAborted, (long)(page - 1) * PageSize);
        if (page > 1 && ids.Length == 0)
        {
            throw new NotFoundException($"sitemap {page}");
        }

        http.Response.ContentType = "application/xml; charset=utf-8";
        await using var xml = XmlWriter.Create(http.Response.Body, Settings);
        await xml.WriteStartElementAsync(null, "urlset", Namespace);
        if (page == 1)
        {
            foreach (var path in kinds.All.Select(kind => kind.Route).Prepend("/"))
            {
                await UrlAsync(xml, site + path, null);
            }
        }

        await foreach (var (kind, slug, changed) in db.InPartsAsync(ids, AtOnce, RowsSql, row => (row.GetString(0), row.GetString(1), row.GetDateTime(2)),
            http.RequestAborted))
        {
            await UrlAsync(xml, site + kinds.Href(kind, slug), changed);
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task UrlAsync(XmlWriter xml, string url, DateTime? changed)
    {
        await xml.WriteStartElementAsync(null, "url", Namespace);
        await xml.WriteElementStringAsync(null, "loc", Namespace, url);
        if (changed is { } time)
        {
            await xml.WriteElementStringAsync(null, "lastmod", Namespace, Day(time));
        }

        await xml.WriteEndElementAsync();
    }

    private static ContentHttpResult Robots(SiteUrl address) => TypedResults.Text($"""
        User-agent: *
        Disallow: /entrar
        Disallow: /buscar
        Disallow: /inicio
        Disallow: /fichas
        Disallow: /revision
        
        Sitemap: {address.Of("/sitemap.xml")}

        """);

    private static string Day(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
