using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Review;

/// <summary>Finds fichas that may document the same thing, by the likeness of their titles and the words of their descriptions.</summary>
internal sealed class SimilarFichas(AppDb db, PublicationKinds kinds)
{
    public async Task<IReadOnlyList<SimilarFicha>> OfAsync(Practice practice, CancellationToken cancel)
    {
        var working = await db.Database.SqlQuery<SimilarRow>($"""
            SELECT p.id, p.title, p.kind, similarity(site.fold(p.title), site.fold({practice.Title}))::float8 AS likeness
            FROM app.practices p
            WHERE p.id <> {practice.Id} AND p.kind = {practice.Kind} AND site.fold(p.title) % site.fold({practice.Title})
                AND similarity(site.fold(p.title), site.fold({practice.Title})) > 0.45
            ORDER BY likeness DESC, p.id LIMIT 4
            """).ToListAsync(cancel);
        return working.ConvertAll(row => new SimilarFicha(row.Title, $"/fichas/{row.Id}", $"{kinds.Of(row.Kind).Singular}, {row.Likeness:P0} de parecido en el nombre"));
    }

    /// <summary>A ficha and how alike the titles are, from 0 to 1.</summary>
    internal sealed record SimilarRow(int Id, string Title, string Kind, double Likeness);
}

/// <summary>A ficha that may be the same.</summary>
internal sealed record SimilarFicha(string Title, string Href, string Note);
