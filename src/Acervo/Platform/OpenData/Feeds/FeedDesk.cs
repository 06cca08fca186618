using System.Globalization;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Acervo.Platform.Usage;

namespace Acervo.Platform.OpenData.Feeds;

/// <summary>Puts a feed together for the question in an address.</summary>
public sealed class FeedDesk(PublicCards cards, PublicationKinds kinds, SiteUrl address, SiteName name)
{
    private const int Entries = 50;

    public async Task<Feed> MakeAsync(HttpRequest http, PublicationKind? kind, CancellationToken cancel)
    {
        var site = address.Root;
        var request = PublicQuestion.Read(http.Query, kinds, kind?.Kind, SearchSort.Updated) with { Size = Entries };
        var (_, found) = await cards.FindAsync(request, cancel);
        return new Feed(
            $"{kind?.Plural ?? name.Product}{(request.Text.Length > 0 ? $": «{request.Text}»" : "")}",
            kind is null ? name.Purpose : $"{kind.Plural} publicadas en {name.Product}.",
            $"{site}{kind?.Route ?? (PublicQuestion.IsNarrowed(request) ? "/buscar" : "/")}{http.QueryString}",
            $"{site}{http.Path}{http.QueryString}",
            found.Count == 0 ? DateTime.UnixEpoch : found.Max(card => card.PublishedAt),
            name.Entity,
            [.. found.Select(card => Entry(card, site))]);
    }

    private FeedEntry Entry(PublicCard card, string site)
    {
        var url = site + kinds.Href(card.Kind, card.Slug);
        var day = card.FirstAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new FeedEntry(
            $"tag:{new Uri(site).Host},{day}:{card.Kind}/{card.Item}", $"{url}?{UsageChannels.Parameter}={UsageChannels.Feed}", url + ".json", card.Title,
            card.Summary, card.Organisation, card.FirstAt, card.PublishedAt,
            [.. card.Facets.Where(facet => kinds.IsFacet(facet.Group)).Select(facet => facet.Label)]);
    }
}
