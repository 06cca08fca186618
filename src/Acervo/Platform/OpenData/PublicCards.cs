using Acervo.Platform.Search;

namespace Acervo.Platform.OpenData;

/// <summary>Answers a question with cards in the order of the answer.</summary>
public sealed class PublicCards(PublicDb db, Searcher searcher)
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

        var cards = (await db.ListAsync(ByIdSql, PublicCard.Read, cancel, found.Ids)).ToDictionary(card => card.Id);
        return (found, [.. found.Ids.Where(cards.ContainsKey).Select(id => cards[id])]);
    }

    public Task<PublicCard?> FindAsync(string kind, string slug, CancellationToken cancel) => db.FindAsync(OneSql, PublicCard.Read, cancel, kind, slug);
}
