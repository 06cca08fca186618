using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Search;

/// <summary>
/// Fills table <c>site.synonyms</c> from catalogue <c>sinonimos</c>: the code, the name and every other name of a term mean the same, each
/// way round. To be run after the catalogue is loaded or edited, inside the same transaction where there is one.
/// </summary>
public sealed class SynonymTable(AppDb db)
{
    public const string Catalogue = "sinonimos";

    public Task FillAsync(DateOnly today, CancellationToken cancel = default) => db.Database.ExecuteSqlAsync($"""
        DELETE FROM site.synonyms;
        WITH words AS (
            SELECT t.id, w.word
            FROM app.terms t
            LEFT JOIN app.term_aliases a ON a.term_id = t.id
            CROSS JOIN LATERAL (VALUES (t.code), (t.name), (a.alias)) w (word)
            WHERE t.catalogue = {Catalogue} AND w.word <> ''
              AND (t.valid_from IS NULL OR t.valid_from <= {today}) AND (t.valid_to IS NULL OR t.valid_to >= {today})
        ), queries AS (
            SELECT DISTINCT id, phraseto_tsquery('site.es', word) AS q FROM words
        )
        INSERT INTO site.synonyms (term, meaning)
        SELECT DISTINCT one.q, other.q FROM queries one JOIN queries other ON other.id = one.id AND other.q <> one.q
        WHERE numnode(one.q) > 0 AND numnode(other.q) > 0
        """, cancel);
}
