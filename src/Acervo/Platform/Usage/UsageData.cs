using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Usage;

/// <summary>The counts as the people of the entity see them: of what was withdrawn too, and by version.</summary>
public static class UsageData
{
    public static async Task<UsageFigures> UsageOfAsync(this AppDb db, string kind, int item, CancellationToken cancel) =>
        new(await db.Database.SqlQuery<UsageSum>($"""
            SELECT date_trunc('month', day::timestamp)::date AS "Month", channel AS "Channel", sum(count)::bigint AS "Count", min(day) AS "First"
            FROM site.usage WHERE kind = {kind} AND item = {item} GROUP BY 1, 2
            """).ToListAsync(cancel));

    public static Task<List<UsageLine>> UsageByDayAsync(this AppDb db, string kind, int item, CancellationToken cancel) =>
        db.Database.SqlQuery<UsageLine>($"""
            SELECT day AS "Day", version AS "Version", channel AS "Channel", count AS "Count"
            FROM site.usage WHERE kind = {kind} AND item = {item} ORDER BY day, version, channel
            """).ToListAsync(cancel);
}

/// <summary>The readings of one version in a day by one channel.</summary>
public sealed record UsageLine(DateOnly Day, int Version, string Channel, long Count);
