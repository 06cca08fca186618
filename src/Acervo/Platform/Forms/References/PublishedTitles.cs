using Acervo.Platform.Publications;
using Acervo.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Forms.References;

/// <summary>Finds what is published by what people write of it, its address or its title, and offers titles while they write.</summary>
internal sealed class PublishedTitles(AppDb db, PublicationKinds kinds)
{
    /// <summary>Where titles are offered; the kinds follow, parted by commas.</summary>
    public const string Path = "/fichas/publicadas/";

    private const int MostOffered = 6;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Path + "{kinds}", (string kinds, string? q, PublishedTitles found, CancellationToken cancel) =>
            found.OfferAsync(kinds.Split(','), q ?? "", cancel))
        .RequireAuthorization();

    /// <summary>What somebody means among what is published of some kinds: nothing, one, or the first two of several.</summary>
    /// <param name="among">The kinds.</param>
    /// <param name="typed">Its address, whole or in part, or its title.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<Publication>> MeantAsync(IReadOnlyCollection<string> among, string typed, CancellationToken cancel)
    {
        var text = typed.Trim();
        foreach (var kind in among.Select(kinds.Find).OfType<PublicationKind>())
        {
            var folder = kind.Route + "/";
            if (text.IndexOf(folder, StringComparison.Ordinal) is var at and >= 0)
            {
                var slug = text[(at + folder.Length)..].Split('/', '?', '#')[0];
                return await TwoAsync(Current([kind.Kind]).Where(one => one.Slug == slug), cancel);
            }
        }

        var folded = Slug.Of(text);
        return await TwoAsync(Current(among).Where(one => one.Title == text), cancel) is { Count: > 0 } same ? same
            : await TwoAsync(Current(among).Where(one => one.Slug == folded), cancel);
    }

    /// <summary>What is published of some kinds and items.</summary>
    public async Task<IReadOnlyList<Publication>> OfAsync(IReadOnlyCollection<string> among, IReadOnlyCollection<int> items, CancellationToken cancel) =>
        items.Count == 0 ? [] : await Current(among).Where(one => items.Contains(one.Item)).ToListAsync(cancel);

    private IQueryable<Publication> Current(IReadOnlyCollection<string> among) =>
        db.Publications.AsNoTracking().Where(one => among.Contains(one.Kind) && one.State == PublicationState.Current);

    private static Task<List<Publication>> TwoAsync(IQueryable<Publication> which, CancellationToken cancel) =>
        which.OrderBy(one => one.Id).Take(2).ToListAsync(cancel);

    private async Task<List<Offer>> OfferAsync(string[] among, string typed, CancellationToken cancel)
    {
        string[] asked = [.. among.Select(kind => kinds.Of(kind).Kind)];
        var words = typed.Trim();
        if (words.Length is < 2 or > 120)
        {
            return [];
        }

        var like = LikePattern.Containing(words);
        return await db.Database.SqlQuery<Offer>($"""
            SELECT title AS text, organisation AS note FROM site.publications
            WHERE kind = ANY({asked}) AND state = 'current' AND site.fold(title) LIKE site.fold({like}) ORDER BY title, id LIMIT {MostOffered}
            """).ToListAsync(cancel);
    }

    /// <summary>A publication to choose: its title and whose it is.</summary>
    internal sealed record Offer(string Text, string Note);
}
