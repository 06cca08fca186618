using Acervo.Platform.Http;
using Acervo.Platform.Publications;

namespace Acervo.Platform.Search;

/// <summary>An order of results, and the place of each in it.</summary>
internal sealed class ResultOrder(SiteSnapshot site, SearchSort sort, DateTime now)
{
    private const float Open = 2;

    private const float Always = 1;

    /// <summary>
    /// What has a score comes first, the best before the others; all else follows as it lies in the snapshot, newest first. So an order costs
    /// only as much as there are scores.
    /// </summary>
    public IEnumerable<(int Slot, float Score)> Of(SlotSet kept, IReadOnlyList<(int Slot, float Rank)> ranked)
    {
        if (sort is SearchSort.Updated)
        {
            return kept.All().OrderByDescending(slot => site.Rows[slot].Id).Select(slot => (slot, 0f));
        }

        if (sort is SearchSort.ClosingSoon)
        {
            return ByClosing(kept).Select(slot => (slot, 0f));
        }

        List<(int Slot, float Score)> scored = [.. Scores(kept, ranked).Where(hit => hit.Score > 0)];
        if (scored.Count == 0)
        {
            return kept.All().Select(slot => (slot, 0f));
        }

        scored.Sort((left, right) => left.Score != right.Score ? right.Score.CompareTo(left.Score) : left.Slot.CompareTo(right.Slot));
        var taken = new SlotSet(site.Rows.Length);
        scored.ForEach(hit => taken.Add(hit.Slot));
        return scored.Concat(kept.All().Where(slot => !taken.Contains(slot)).Select(slot => (slot, 0f)));
    }

    public SearchCursor PlaceOf((int Slot, float Score) hit)
    {
        var row = site.Rows[hit.Slot];
        return sort switch
        {
            SearchSort.Relevance => new SearchCursor(hit.Score, row.FirstAt.Ticks, row.Id),
            SearchSort.MostReused => new SearchCursor(row.Reuse, row.FirstAt.Ticks, row.Id),
            SearchSort.Updated => new SearchCursor(0, 0, row.Id),
            SearchSort.ClosingSoon => PlaceOfClosing(hit.Slot, row),
            _ => new SearchCursor(0, row.FirstAt.Ticks, row.Id),
        };
    }

    private IEnumerable<(int Slot, float Score)> Scores(SlotSet kept, IReadOnlyList<(int Slot, float Rank)> ranked) => sort switch
    {
        SearchSort.Relevance => ranked.Where(hit => kept.Contains(hit.Slot)),
        SearchSort.MostReused => kept.All().Select(slot => (slot, (float)site.Rows[slot].Reuse)),
        _ => [],
    };

    /// <summary>The answer is true until the first of them closes, whichever of them it shows.</summary>
    private IEnumerable<int> ByClosing(SlotSet kept)
    {
        if (site.Closings is not { } closings)
        {
            return kept.All();
        }

        var moment = RangeTitle.SecondsOf(now);
        var split = Array.FindIndex(site.ByClosing, slot => closings[slot] > moment);
        var (closed, open) = split < 0 ? (site.ByClosing, []) : (site.ByClosing[..split], site.ByClosing[split..]);
        if (Array.Find(open, kept.Contains) is var next && open.Length > 0 && kept.Contains(next))
        {
            GoodUntil.Tell(DateTime.UnixEpoch.AddSeconds(closings[next]));
        }

        return [.. open.Where(kept.Contains), .. kept.All().Where(slot => double.IsNaN(closings[slot])), .. closed.Reverse().Where(kept.Contains)];
    }

    /// <summary>Of those that have closed, the last to close comes first.</summary>
    private SearchCursor PlaceOfClosing(int slot, SiteRow row) => site.Closings?[slot] switch
    {
        null or double.NaN => new SearchCursor(Always, row.FirstAt.Ticks, row.Id),
        { } closes when closes > RangeTitle.SecondsOf(now) => new SearchCursor(Open, -(long)(closes * TimeSpan.MillisecondsPerSecond), row.Id),
        { } closes => new SearchCursor(0, (long)(closes * TimeSpan.MillisecondsPerSecond), -row.Id),
    };
}
