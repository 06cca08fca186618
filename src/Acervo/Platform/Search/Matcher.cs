using System.Buffers;
using System.Text.RegularExpressions;
using Npgsql;

namespace Acervo.Platform.Search;

/// <summary>Asks PostgreSQL which publications have some words, and how well.</summary>
public sealed partial class Matcher(PublicDb db)
{
    /// <summary>Ranks no more than these, the newest first: beyond them a word in the title says little.</summary>
    private const int MostRanked = 1500;

    /// <summary>Materialized, or the planner asks <c>site.query</c> again for every row.</summary>
    private static readonly string RankedSql = $"""
        WITH q AS MATERIALIZED (SELECT site.query($1) AS q),
             newest AS MATERIALIZED (SELECT h.id, h.head FROM q JOIN site.heads h ON h.head @@ q.q ORDER BY h.id DESC LIMIT {MostRanked}),
             ranked AS MATERIALIZED (SELECT n.id, ts_rank(n.head, q.q) AS rank FROM q, newest n)
        SELECT (SELECT q.q::text FROM q), array_send(array(SELECT id FROM ranked)), array_send(array(SELECT rank FROM ranked))
        """;

    private const string MatchSql = "SELECT array_send(array(SELECT id FROM site.search WHERE whole @@ $1::tsquery))";

    internal async Task<Matches> MatchAsync(string text, SiteSnapshot site, CancellationToken cancel)
    {
        var (query, ranked) = (await db.FindAsync(RankedSql, row => Ranked(row, site), cancel, Dashes().Replace(text, "-")))!;
        return new Matches(query, query.Length == 0 ? new SlotSet(site.Rows.Length) : await MeetAsync(Condition.Parse(query), site, cancel), ranked);
    }

    /// <summary>What meets a condition.</summary>
    private async Task<SlotSet> MeetAsync(Condition condition, SiteSnapshot site, CancellationToken cancel)
    {
        switch (condition)
        {
            case Condition.Words words:
                return await HaveAsync(words.Query, site, cancel);
            case Condition.Not not:
                return (await MeetAsync(not.Of, site, cancel)).Not();
            case Condition.Any any:
                var some = new SlotSet(site.Rows.Length);
                foreach (var one in any.Of)
                {
                    some = some.Or(await MeetAsync(one, site, cancel));
                }

                return some;
            case Condition.All all:
                var common = await MeetAsync(all.Of[0], site, cancel);
                for (var i = 1; i < all.Of.Count && common.Count > 0; i++)
                {
                    common = common.And(await MeetAsync(all.Of[i], site, cancel));
                }

                return common;
            default:
                throw new InvalidOperationException($"There is no condition like {condition}.");
        }
    }

    /// <summary>What has some words in one of its parts. Words that stand nowhere are not kept: there are more of them than anybody could keep.</summary>
    private async Task<SlotSet> HaveAsync(string words, SiteSnapshot site, CancellationToken cancel)
    {
        if (site.Postings.Find(words) is { } known)
        {
            return known;
        }

        var found = await SlotsAsync(words, site, cancel);
        if (found.Count > 0)
        {
            site.Postings.Keep(words, found);
        }

        return found;
    }

    /// <summary>A dash is «not» to the parser, and a long row of them nests deeper than it can.</summary>
    [GeneratedRegex(@"-(?:[\s\-]*-)+", RegexOptions.NonBacktracking)]
    private static partial Regex Dashes();

    private async Task<SlotSet> SlotsAsync(string query, SiteSnapshot site, CancellationToken cancel) =>
        (await db.FindAsync(MatchSql, row => Slots(row, site), cancel, query))!;

    private static Tuple<string, List<(int Slot, float Rank)>> Ranked(NpgsqlDataReader row, SiteSnapshot site)
    {
        var (ids, ranks) = (row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2));
        var hits = Enumerable.Range(0, SentArray.Count(ids)).Select(i => (Slot: site.SlotOf(SentArray.Int64At(ids, i)), Rank: SentArray.SingleAt(ranks, i)));
        return Tuple.Create(row.GetString(0), hits.Where(hit => hit.Slot >= 0).ToList());
    }

    /// <summary>Reads them out of a borrowed array: the ids of twenty thousand hits would each time be a large object of their own.</summary>
    private static SlotSet Slots(NpgsqlDataReader row, SiteSnapshot site)
    {
        var length = (int)row.GetBytes(0, 0, null, 0, 0);
        var ids = ArrayPool<byte>.Shared.Rent(length);
        row.GetBytes(0, 0, ids, 0, length);
        var slots = new SlotSet(site.Rows.Length);
        for (var i = 0; i < SentArray.Count(ids.AsSpan(0, length)); i++)
        {
            if (site.SlotOf(SentArray.Int64At(ids, i)) is var slot and >= 0)
            {
                slots.Add(slot);
            }
        }

        ArrayPool<byte>.Shared.Return(ids);
        return slots;
    }
}

/// <summary>What was found for some words.</summary>
/// <param name="Query">The question as PostgreSQL understood it.</param>
/// <param name="Slots">Everything that matches, by its place in the snapshot.</param>
/// <param name="Ranked">Those that match in title or summary, and how well.</param>
internal sealed record Matches(string Query, SlotSet Slots, IReadOnlyList<(int Slot, float Rank)> Ranked);
