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

    /// <summary>Numbers that two texts which are alike share, at least: the database asks for as many as the page does.</summary>
    private static readonly int AlikeTexts = Enumerable.Range(0, TextSignature.Bands + 1).First(shared => TextSignature.Likeness(shared) >= NearCopies.Alike);

    public async Task<IReadOnlyList<SimilarDossier>> OfAsync(Dossier dossier, CancellationToken cancel) =>
        [.. (await FindAsync(dossier, dossier.Title, dossier.Signature, others: false, cancel)).Select(Shown)];

    /// <summary>
    /// For whoever just sent a document: also those that others are writing, of which only the office is told. What is typed afterwards is not looked at:
    /// one would try words until a draft of others answers.
    /// </summary>
    public async Task<IReadOnlyList<SimilarDossier>> WithOthersAsync(Dossier dossier, CancellationToken cancel) =>
        dossier is { IsUnsent: true, SourceSha256: not null } && dossier.AsRead() is { } read
            ? [.. (await FindAsync(dossier, read.Title, read.Signature, others: true, cancel)).Select(Shown)] : [];

    /// <summary>The few most alike. What this person may not be told of is left out before they are counted.</summary>
    private Task<List<SimilarRow>> FindAsync(Dossier dossier, string title, int[] signature, bool others, CancellationToken cancel)
    {
        int[]? units = me.UnitsOf(Role.Reviewer) is { } some ? [.. some] : null;
        string[] on = [.. editorial.All.Select(kind => kind.Kind)];
        return db.Database.SqlQuery<SimilarRow>($"""
            SELECT * FROM (
                SELECT p.id, CASE WHEN w.text OR s.title IS NULL THEN p.title ELSE s.title END AS title, p.kind, p.slug,
                    s.title AS "PublicTitle", u.name AS office, w.mine,
                    p.stage = 'Draft' AND p.round = 0 AND p.published_version = 0 AS unsent,
                    similarity(site.fold(CASE WHEN w.text OR s.title IS NULL THEN p.title ELSE s.title END),
                        site.fold({title}))::float8 AS titles,
                    cardinality(ARRAY(SELECT unnest(CASE WHEN w.text OR s.title IS NULL THEN p.signature ELSE p.published_signature END)
                        INTERSECT SELECT unnest({signature}))) AS shared
                FROM app.dossiers p
                LEFT JOIN site.publications s ON s.kind = p.kind AND s.item = p.id AND s.state = 'current'
                LEFT JOIN app.terms u ON u.id = p.unit_id
                CROSS JOIN LATERAL (SELECT app.may_open(p, {me.Id}, {units}) AS mine, app.may_read(p, {me.Id}, {units}) AS text) w
                WHERE p.id <> {dossier.Id} AND p.kind = ANY ({on}) AND (w.mine OR s.title IS NOT NULL OR ({others} AND p.stage <> 'Withdrawn'))
                    AND (site.fold(p.title) % site.fold({title}) OR p.signature && {signature} OR p.published_signature && {signature})) found
            WHERE titles > {AlikeTitles} OR shared >= {AlikeTexts}
            ORDER BY titles + shared / 24.0 DESC, id LIMIT 4
            """).ToListAsync(cancel);
    }

    private SimilarDossier Shown(SimilarRow row)
    {
        var texts = TextSignature.Likeness(row.Shared);
        var why = texts >= NearCopies.Alike ? $"comparte cerca del {texts:P0} del texto" : $"{row.Titles:P0} de parecido en el nombre";
        var kind = kinds.Of(row.Kind).Singular;
        var note = $"{kind}, {why}";
        return row.Mine ? new SimilarDossier(row.Title, $"/fichas/{row.Id}", note)
            : row.PublicTitle is not null ? new SimilarDossier(row.PublicTitle, kinds.Href(row.Kind, row.Slug), note)
            : new SimilarDossier($"Alguien de «{row.Office ?? "otra dependencia"}» escribe una", "", kind) { Others = row.Unsent ? row.Id : null };
    }

    /// <summary>A ficha, whether this person may open it, and what it has in common: of what is public, the text that is.</summary>
    internal sealed record SimilarRow(
        int Id, string Title, string Kind, string Slug, string? PublicTitle, string? Office, bool Mine, bool Unsent, double Titles, int Shared);
}

/// <summary>A ficha that may be the same; without an address it is not to be opened.</summary>
internal sealed record SimilarDossier(string Title, string Href, string Note)
{
    /// <summary>Its number, when it is a draft of another person: its authors can be asked.</summary>
    public int? Others { get; init; }
}
