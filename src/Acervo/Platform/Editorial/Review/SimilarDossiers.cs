using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Review;

/// <summary>Finds what may document the same thing, by the likeness of the titles or of the texts, among what this person may see.</summary>
internal sealed class SimilarDossiers(AppDb db, Me me, PublicationKinds kinds, EditorialKinds editorial)
{
    private const double AlikeTitles = 0.45;

    public async Task<IReadOnlyList<SimilarDossier>> OfAsync(Dossier dossier, CancellationToken cancel) =>
        [.. (await FindAsync(dossier, cancel)).Where(row => row.Mine || row.PublicTitle is not null).Take(4).Select(Shown)];

    /// <summary>For whoever just sent a document: also those that others are writing, of which only the office is told.</summary>
    public async Task<IReadOnlyList<SimilarDossier>> WithOthersAsync(Dossier dossier, CancellationToken cancel) =>
        [.. (await FindAsync(dossier, cancel)).Take(4).Select(Shown)];

    private async Task<IEnumerable<SimilarRow>> FindAsync(Dossier dossier, CancellationToken cancel)
    {
        int[] units = [.. me.UnitsOf(Role.Reviewer) ?? []];
        string[] on = [.. editorial.All.Select(kind => kind.Kind)];
        var everywhere = me.UnitsOf(Role.Reviewer) is null;
        var rows = await db.Database.SqlQuery<SimilarRow>($"""
            SELECT * FROM (
                SELECT p.id, p.title, p.kind, p.slug, s.title AS "PublicTitle", u.name AS office,
                    p.author_id = {me.Id} OR {me.Id} = ANY (p.coauthors) OR (({everywhere} OR p.unit_id = ANY ({units}))
                        AND NOT (p.stage = 'Draft' AND p.round = 0 AND p.published_version = 0)) AS mine,
                    similarity(site.fold(p.title), site.fold({dossier.Title}))::float8 AS titles,
                    cardinality(ARRAY(SELECT unnest(p.signature) INTERSECT SELECT unnest({dossier.Signature}))) AS shared
                FROM app.dossiers p
                LEFT JOIN site.publications s ON s.kind = p.kind AND s.item = p.id AND s.state = 'current'
                LEFT JOIN app.terms u ON u.id = p.unit_id
                WHERE p.id <> {dossier.Id} AND p.kind = ANY ({on})
                    AND (site.fold(p.title) % site.fold({dossier.Title}) OR p.signature && {dossier.Signature})) found
            WHERE titles > {AlikeTitles} OR shared > 2
            ORDER BY titles + shared / 24.0 DESC, id LIMIT 24
            """).ToListAsync(cancel);
        return rows.Where(row => row.Titles > AlikeTitles || TextSignature.Likeness(row.Shared) >= NearCopies.Alike);
    }

    private SimilarDossier Shown(SimilarRow row)
    {
        var texts = TextSignature.Likeness(row.Shared);
        var why = texts >= NearCopies.Alike ? $"comparte cerca del {texts:P0} del texto" : $"{row.Titles:P0} de parecido en el nombre";
        var note = $"{kinds.Of(row.Kind).Singular}, {why}";
        return row.Mine ? new SimilarDossier(row.Title, $"/fichas/{row.Id}", note)
            : row.PublicTitle is not null ? new SimilarDossier(row.PublicTitle, kinds.Href(row.Kind, row.Slug), note)
            : new SimilarDossier($"Alguien de «{row.Office ?? "otra dependencia"}» escribe una", "", note) { Others = row.Id };
    }

    /// <summary>A ficha, whether this person may open it, and what it has in common.</summary>
    internal sealed record SimilarRow(
        int Id, string Title, string Kind, string Slug, string? PublicTitle, string? Office, bool Mine, double Titles, int Shared);
}

/// <summary>A ficha that may be the same.</summary>
internal sealed record SimilarDossier(string Title, string Href, string Note)
{
    /// <summary>Its number, when it is another person's and not to be opened: its authors can be asked.</summary>
    public int? Others { get; init; }
}
