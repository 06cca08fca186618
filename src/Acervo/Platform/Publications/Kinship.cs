namespace Acervo.Platform.Publications;

/// <summary>Finds what a publication is kin to, in both directions and in every way that a module registered.</summary>
public sealed class Kinship(PublicDb db, RelationKinds relations, PublicationKinds kinds)
{
    /// <summary>Of what leads to it, fifty in each way: a law may be cited by thousands, and those are not read to show a few.</summary>
    private const string Sql = """
        WITH kin AS (
            SELECT r.relation, false AS is_inverse, 0 AS total, r.to_id AS id, r.note, r.from_day FROM site.related r
            WHERE r.from_kind = $1 AND r.from_item = $2 AND r.from_version = $3
            UNION ALL
            SELECT c.relation, true, c.count, l.from_id, l.note, l.from_day
            FROM site.relation_counts c CROSS JOIN LATERAL (
                SELECT r.from_id, r.note, r.from_day FROM site.related r
                WHERE r.to_kind = $1 AND r.to_item = $2 AND r.relation = c.relation AND r.in_force ORDER BY r.from_kind, r.from_item LIMIT 50) l
            WHERE c.kind = $1 AND c.item = $2)
        SELECT k.relation, k.is_inverse, k.total, p.kind, p.slug, p.title, p.organisation, k.note, k.from_day, p.opens_at, p.closes_at
        FROM kin k CROSS JOIN LATERAL (SELECT * FROM site.shown s WHERE s.id = k.id LIMIT 1) p ORDER BY p.first_at, p.id
        """;

    /// <summary>As it is said by the one, and by the other.</summary>
    private static readonly bool[] Sides = [false, true];

    /// <summary>What this version leads to, and what leads to the item of it; only what is in force.</summary>
    public async Task<IReadOnlyList<Kin>> OfAsync(string kind, int item, int version, CancellationToken cancel)
    {
        var found = await db.ListAsync(Sql, row => (Relation: row.GetString(0), IsInverse: row.GetBoolean(1), Total: row.GetInt32(2),
            Link: KinLink.Read(row, 3, kinds)), cancel, kind, item, version);
        return
        [
            .. from relation in relations.All
               from isInverse in Sides
               let links = found.Where(one => one.Relation == relation.Name && one.IsInverse == isInverse).ToList()
               where links.Count > 0
               select new Kin(relation, isInverse, isInverse ? links[0].Total : links.Count, [.. links.Select(one => one.Link)]),
        ];
    }
}
