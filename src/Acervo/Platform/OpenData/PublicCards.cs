using Acervo.Platform.Calendar;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;

namespace Acervo.Platform.OpenData;

/// <summary>Answers a question with cards in the order of the answer.</summary>
public sealed class PublicCards(PublicDb db, Searcher searcher, PublicationKinds kinds, TimeProvider clock)
{
    private const string ByIdSql = $"SELECT {PublicCard.Columns} FROM site.shown p WHERE id = ANY($1)";

    private const string OneSql = $"SELECT {PublicCard.Columns} FROM site.shown p WHERE kind = $1 AND slug = $2 AND state = 'current'";

    public async Task<(SearchFound Found, IReadOnlyList<PublicCard> Cards)> FindAsync(SearchRequest request, CancellationToken cancel)
    {
        var found = await searcher.FindAsync(request, cancel);
        if (found.Ids.Length == 0)
        {
            return (found, []);
        }

        var cards = (await db.ListAsync(ByIdSql, PublicCard.Read, cancel, found.Ids)).Select(Living).ToDictionary(card => card.Id);
        return (found, [.. found.Ids.Where(cards.ContainsKey).Select(id => cards[id])]);
    }

    public async Task<PublicCard?> FindAsync(string kind, string slug, CancellationToken cancel) =>
        await db.FindAsync(OneSql, PublicCard.Read, cancel, kind, slug) is { } card ? Living(card) : null;

    /// <summary>With the facet of whether it is in use now.</summary>
    private PublicCard Living(PublicCard card) => card with { Facets = kinds.Of(card.Kind).FacetsOf(card.Facets, card.Life, clock.Now()) };
}
