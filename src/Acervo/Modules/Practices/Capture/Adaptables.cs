using Acervo.Platform.Publications;
using Acervo.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Capture;

/// <summary>Finds the practice of the bank that another one adapts, by its address or its name: that is how the bank knows what is reused.</summary>
internal sealed class Adaptables(AppDb db)
{
    private const int MostOffered = 6;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/fichas/adaptables", (string? q, Adaptables found, CancellationToken cancel) => found.OfferAsync(q ?? "", cancel))
        .RequireAuthorization();

    /// <summary>The published practice that somebody means.</summary>
    /// <param name="typed">Its address, whole or in part, or its name.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="RuleException">None is it, or more than one.</exception>
    public async Task<Publication> MeantAsync(string typed, CancellationToken cancel)
    {
        var text = typed.Trim();
        var at = text.IndexOf("/practicas/", StringComparison.Ordinal);
        var slug = at < 0 ? null : text[(at + "/practicas/".Length)..].Split('/', '?', '#')[0];
        var found = await Current(slug is null ? Current().Where(one => one.Title == text) : Current().Where(one => one.Slug == slug)).ToListAsync(cancel);
        if (found.Count == 0 && slug is null)
        {
            var folded = Slug.Of(text);
            found = await Current(Current().Where(one => one.Slug == folded)).ToListAsync(cancel);
        }

        return found switch
        {
            [var one] => one,
            [] => throw new RuleException("No encontramos esa práctica en el banco. Abra su página, copie la dirección y péguela aquí."),
            _ => throw new RuleException("Hay varias prácticas con ese nombre. Abra la página de la que adaptaron, copie la dirección y péguela aquí."),
        };
    }

    /// <summary>The name of a practice by its item; null when it is no longer published.</summary>
    public Task<string?> TitleAsync(int? item, CancellationToken cancel) =>
        Current().Where(one => one.Item == item).Select(one => one.Title).FirstOrDefaultAsync(cancel);

    private static IQueryable<Publication> Current(IQueryable<Publication> which) => which.OrderBy(one => one.Id).Take(2);

    private IQueryable<Publication> Current() =>
        db.Publications.AsNoTracking().Where(one => one.Kind == Practice.PracticeKind && one.State == PublicationState.Current);

    private async Task<List<Offer>> OfferAsync(string typed, CancellationToken cancel)
    {
        var words = typed.Trim();
        if (words.Length is < 2 or > 120)
        {
            return [];
        }

        var like = $"%{words.Replace("\\", "", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)}%";
        return await db.Database.SqlQuery<Offer>($"""
            SELECT title AS text, organisation AS note FROM site.publications
            WHERE kind = {Practice.PracticeKind} AND state = 'current' AND site.fold(title) LIKE site.fold({like}) ORDER BY title, id LIMIT {MostOffered}
            """).ToListAsync(cancel);
    }

    /// <summary>A practice to choose: its name and whose it is.</summary>
    internal sealed record Offer(string Text, string Note);
}
