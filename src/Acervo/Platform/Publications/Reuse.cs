namespace Acervo.Platform.Publications;

/// <summary>How often a publication was put to use again, for questions about a few: an index answers it for each.</summary>
internal static class Reuse
{
    /// <summary>Of a row called <c>p</c> of the views of the site.</summary>
    internal const string Sql =
        "coalesce((SELECT sum(c.reuses)::integer FROM site.relation_counts c WHERE c.kind = p.kind AND c.item = p.item), 0)";
}
