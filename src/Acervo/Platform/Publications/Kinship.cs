namespace Acervo.Platform.Publications;

/// <summary>Finds what a publication is kin to, in both directions and in every way that a module registered.</summary>
public sealed class Kinship(PublicDb db, RelationKinds relations, PublicationKinds kinds)
{
    /// <summary>Whether it is worth asking, of a row called <c>s</c> that is in force or older.</summary>
    internal const string HasKinSql = """
        (EXISTS (SELECT FROM site.related r WHERE r.from_kind = s.kind AND r.from_item = s.item AND r.from_version = s.version)
         OR EXISTS (SELECT FROM site.related r WHERE r.to_kind = s.kind AND r.to_item = s.item AND r.state = 'current'))
        """;

    /// <summary>Of one relation, the first fifty are shown: a law may be cited by thousands.</summary>
    private const string Sql = """
        WITH kin AS (
            SELECT r.relation, false AS is_inverse, r.to_id AS id, r.note, r.from_day FROM site.related r
            WHERE r.from_kind = $1 AND r.from_item = $2 AND r.from_version = $3
            UNION ALL
            SELECT r.relation, true, r.from_id, r.note, r.from_day FROM site.related r WHERE r.to_kind = $1 AND r.to_item = $2 AND r.state = 'current'),
        placed AS (
            SELECT k.relation, k.is_inverse, p.kind, p.slug, p.title, p.organisation, k.note, k.from_day, p.opens_at, p.closes_at,
                   row_number() OVER (PARTITION BY k.is_inverse, k.relation ORDER BY p.first_at, p.id) AS place,
                   count(*) OVER (PARTITION BY k.is_inverse, k.relation)::integer AS total
            FROM kin k JOIN site.shown p ON p.id = k.id)
        SELECT relation, is_inverse, total, kind, slug, title, organisation, note, from_day, opens_at, closes_at
        FROM placed WHERE place <= 50 ORDER BY is_inverse, place
        """;

    /// <summary>What this version leads to, and what leads to the item of it; only what is in force.</summary>
    public async Task<IReadOnlyList<Kin>> OfAsync(string kind, int item, int version, CancellationToken cancel)
    {
        var found = await db.ListAsync(Sql, row => (Relation: row.GetString(0), IsInverse: row.GetBoolean(1), Total: row.GetInt32(2),
            Link: KinLink.Read(row, 3, kinds)), cancel, kind, item, version);
        return
        [
            .. from relation in relations.All
               from isInverse in new[] { false, true }
               let links = found.Where(one => one.Relation == relation.Name && one.IsInverse == isInverse).ToList()
               where links.Count > 0
               select new Kin(relation, isInverse, links[0].Total, [.. links.Select(one => one.Link)]),
        ];
    }
}
