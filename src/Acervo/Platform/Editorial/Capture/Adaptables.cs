using Acervo.Platform.Publications;
using Acervo.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Capture;

/// <summary>Finds the publication that a dossier of the same kind adapts, by its address or its name: that is how the site knows what is reused.</summary>
internal sealed class Adaptables(AppDb db, PublicationKinds kinds)
{
    private const int MostOffered = 6;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/fichas/adaptables/{kind}", (string kind, string? q, Adaptables found, CancellationToken cancel) =>
            found.OfferAsync(kind, q ?? "", cancel))
        .RequireAuthorization();

    /// <summary>The published dossier that somebody means.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="typed">Its address, whole or in part, or its name.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="RuleException">None is it, or more than one.</exception>
    public async Task<Publication> MeantAsync(string kind, string typed, CancellationToken cancel)
    {
        var text = typed.Trim();
        var folder = kinds.Of(kind).Route + "/";
        var at = text.IndexOf(folder, StringComparison.Ordinal);
        var slug = at < 0 ? null : text[(at + folder.Length)..].Split('/', '?', '#')[0];
        var found = await Two(slug is null ? Current(kind).Where(one => one.Title == text) : Current(kind).Where(one => one.Slug == slug)).ToListAsync(cancel);
        if (found.Count == 0 && slug is null)
        {
            var folded = Slug.Of(text);
            found = await Two(Current(kind).Where(one => one.Slug == folded)).ToListAsync(cancel);
        }

        return found switch
        {
            [var one] => one,
            [] => throw new RuleException("No la encontramos entre lo publicado. Abra su página, copie la dirección y péguela aquí."),
            _ => throw new RuleException("Hay varias con ese nombre. Abra la página de la que adaptaron, copie la dirección y péguela aquí."),
        };
    }

    /// <summary>The name of a dossier by its item; null when it is no longer published.</summary>
    public Task<string?> TitleAsync(string kind, int? item, CancellationToken cancel) =>
        Current(kind).Where(one => one.Item == item).Select(one => one.Title).FirstOrDefaultAsync(cancel);

    private static IQueryable<Publication> Two(IQueryable<Publication> which) => which.OrderBy(one => one.Id).Take(2);

    private IQueryable<Publication> Current(string kind) =>
        db.Publications.AsNoTracking().Where(one => one.Kind == kind && one.State == PublicationState.Current);

    private async Task<List<Offer>> OfferAsync(string kind, string typed, CancellationToken cancel)
    {
        var words = typed.Trim();
        if (words.Length is < 2 or > 120)
        {
            return [];
        }

        var like = LikePattern.Containing(words);
        return await db.Database.SqlQuery<Offer>($"""
            SELECT title AS text, organisation AS note FROM site.publications
            WHERE kind = {kind} AND state = 'current' AND site.fold(title) LIKE site.fold({like}) ORDER BY title, id LIMIT {MostOffered}
            """).ToListAsync(cancel);
    }

    /// <summary>A dossier to choose: its name and whose it is.</summary>
    internal sealed record Offer(string Text, string Note);
}
