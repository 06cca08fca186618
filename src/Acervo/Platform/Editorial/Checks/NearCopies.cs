using System.Globalization;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Checks;

/// <summary>
/// Finds what is published and has much of the same text: whoever publishes the like of it says how they differ. What a dossier says that it adapts,
/// or that adapts it, is said to everybody already.
/// </summary>
public sealed class NearCopies(AppDb db, PublicationKinds kinds, EditorialKinds editorial)
{
    /// <summary>From this much on, two texts are alike enough to be told.</summary>
    public const double Alike = 0.4;

    private const int Most = 4;

    public async Task<IReadOnlyList<ChecklistItem>> OfAsync(Dossier dossier, CancellationToken cancel)
    {
        string[] on = [.. editorial.All.Select(kind => kind.Kind)];
        var rows = await db.Database.SqlQuery<CopyRow>($"""
            SELECT p.id, s.title, s.kind, s.slug, s.version,
                cardinality(ARRAY(SELECT unnest(p.published_signature) INTERSECT SELECT unnest({dossier.Signature}))) AS shared
            FROM app.dossiers p JOIN site.publications s ON s.kind = p.kind AND s.item = p.id AND s.state = 'current'
            WHERE p.id <> {dossier.Id} AND p.kind = ANY ({on}) AND p.published_signature && {dossier.Signature}
                AND (p.kind <> {dossier.Kind} OR (p.id <> {dossier.Adapts ?? 0} AND p.adapts IS DISTINCT FROM {dossier.Id}))
            ORDER BY shared DESC, p.id LIMIT {Most}
            """).ToListAsync(cancel);
        return [.. rows.Where(row => TextSignature.Likeness(row.Shared) >= Alike).Select(row => ItemOf(dossier, row))];
    }

    /// <summary>Refuses to make public what is like something published and does not say how it differs.</summary>
    public async Task RequireExplainedAsync(Dossier dossier, CancellationToken cancel)
    {
        if ((await OfAsync(dossier, cancel)).FirstOrDefault(copy => copy.IsOpen) is { } open)
        {
            throw new RuleException($"{open.Sentence} Hágalo desde «Publicar», antes de publicarla o programarla.");
        }
    }

    private ChecklistItem ItemOf(Dossier dossier, CopyRow row)
    {
        // What was said holds for that version of the other and for that much of the same text.
        var likeness = TextSignature.Likeness(row.Shared);
        var id = string.Create(CultureInfo.InvariantCulture, $"copy:{row.Kind}:{row.Id}:{row.Version}:{(int)(likeness * 10)}");
        return new ChecklistItem(id, DossierParts.Whole, false,
            $"Comparte cerca del {likeness:P0} del texto con «{row.Title}», que ya está en el sitio. Explique en qué se diferencia.")
        {
            Explanation = dossier.Explanations.GetValueOrDefault(id),
            FewestLetters = 20,
            Resembles = new Resemblance(row.Title, kinds.Href(row.Kind, row.Slug)),
        };
    }

    /// <summary>Something published and how many numbers of its fingerprint are the same.</summary>
    internal sealed record CopyRow(int Id, string Title, string Kind, string Slug, int Version, int Shared);
}
