using Acervo.Platform.Calendar;
using Acervo.Platform.Publications;
using Npgsql;

namespace Acervo.Platform.Search;

/// <summary>What changes in a version that stays: its authors say that it is in use, or not any more, or let the term of the question pass.</summary>
public sealed partial class SiteIndex
{
    /// <summary>What was said of those in force.</summary>
    private const string ToldSql = """
        SELECT id, used_at, lapsed_at FROM site.shown WHERE state = 'current' AND (used_at IS NOT NULL OR lapsed_at IS NOT NULL)
        """;

    private static (long Id, DateTime? UsedAt, DateTime? LapsedAt) ReadTold(NpgsqlDataReader row) =>
        (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetDateTime(1), row.IsDBNull(2) ? null : row.GetDateTime(2));

    /// <summary>Whether a term has passed since it was told of each whether it is in use.</summary>
    private bool IsPast(SiteSnapshot known) => known.NextDoubt <= clock.Now();

    /// <summary>The same a moment later: nothing is read for it, since it was known when each term passes.</summary>
    private SiteSnapshot Aged(SiteSnapshot old)
    {
        var (now, gone) = (clock.Now(), new bool[old.Rows.Length]);
        List<SiteRow> fresh = [];
        for (var slot = 0; slot < gone.Length; slot++)
        {
            var row = old.Rows[slot];
            if (row.Life is { LapsedAt: null, DoubtAt: { } doubt } && doubt > old.AsOf && doubt <= now)
            {
                gone[slot] = true;
                fresh.Add(row with { Facets = NumbersOf(FacetsAt(row, now)) });
            }
        }

        return old.Next(gone, null, fresh, [.. values], now);
    }

    private IReadOnlyList<Facet> FacetsAt(SiteRow row, DateTime now) => kinds.Of(row.Kind).FacetsOf(
        [.. row.Facets.ToArray().Select(number => values[number]).Where(facet => facet.Group != FacetTitle.InUse.Group)], row.Life, now);
}
