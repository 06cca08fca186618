using System.Buffers;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;

namespace Acervo.Platform.Search;

/// <summary>An order of results, and the place of each in it.</summary>
internal sealed class ResultOrder(SiteSnapshot site, SearchSort sort, DateTime now)
{
    private const float Open = 2;

    private const float Always = 1;

    /// <summary>
    /// The next in the order, as many as are wanted or more. What has a score comes first, the best before the others; all else follows as it lies in
    /// the snapshot, newest first. So an order costs only as much as there are scores.
    /// </summary>
    public IEnumerable<(int Slot, float Score)> Of(SlotSet kept, Matches? matches, long wanted, SearchCursor? after)
    {
        if (sort is SearchSort.Relevance && matches is not null)
        {
            return Best(kept, matches, wanted, after);
        }

        var all = sort switch
        {
            SearchSort.Updated => kept.All().OrderByDescending(slot => site.Rows[slot].Id).Select(slot => (slot, 0f)),
            SearchSort.ClosingSoon => ByClosing(kept).Select(slot => (slot, 0f)),
            SearchSort.MostReused => ByReuse(kept),
            _ => kept.All().Select(slot => (slot, 0f)),
        };
        return after is { } last ? all.SkipWhile(hit => PlaceOf(hit) <= last) : all;
    }

    public SearchCursor PlaceOf((int Slot, float Score) hit)
    {
        var row = site.Rows[hit.Slot];
        return sort switch
        {
            SearchSort.Relevance => new SearchCursor(hit.Score, row.PublishedAt.Ticks, row.Id),
            SearchSort.MostReused => new SearchCursor(row.Reuse, row.PublishedAt.Ticks, row.Id),
            SearchSort.Updated => new SearchCursor(0, 0, row.Id),
            SearchSort.ClosingSoon => PlaceOfClosing(hit.Slot, row),
            _ => new SearchCursor(0, row.PublishedAt.Ticks, row.Id),
        };
    }

    private IEnumerable<(int Slot, float Score)> ByReuse(SlotSet kept)
    {
        List<(int Slot, float Score)> used = [.. kept.All().Select(slot => (slot, (float)site.Rows[slot].Reuse)).Where(hit => hit.Item2 > 0)];
        used.Sort(Compare);
        var taken = new SlotSet(site.Rows.Length);
        used.ForEach(hit => taken.Add(hit.Slot));
        return used.Concat(kept.All().Where(slot => !taken.Contains(slot)).Select(slot => (slot, 0f)));
    }

    private static int Compare((int Slot, float Score) left, (int Slot, float Score) right) =>
        left.Score != right.Score ? right.Score.CompareTo(left.Score) : left.Slot.CompareTo(right.Slot);

    /// <summary>Only the best are put in order: how many have each score says where to stop.</summary>
    private List<(int Slot, float Score)> Best(SlotSet kept, Matches matches, long wanted, SearchCursor? after)
    {
        var scores = ArrayPool<int>.Shared.Rent(kept.Count);
        var times = new int[ChoiceMatch.Highest + 1];
        var at = 0;
        foreach (var slot in kept.All())
        {
            var score = matches.ScoreOf(slot);
            scores[at++] = score = after is { } last && PlaceOf((slot, score)) <= last ? -1 : score;
            if (score >= 0)
            {
                times[score]++;
            }
        }

        var (least, left) = (times.Length - 1, wanted);
        while (least > 0 && times[least] < left)
        {
            left -= times[least--];
        }

        List<(int Slot, float Score)> best = [];
        at = 0;
        foreach (var slot in kept.All())
        {
            var score = scores[at++];
            if (score > least || (score == least && left-- > 0))
            {
                best.Add((slot, score));
            }
        }

        ArrayPool<int>.Shared.Return(scores);
        best.Sort(Compare);
        return best;
    }

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
        null or double.NaN => new SearchCursor(Always, row.PublishedAt.Ticks, row.Id),
        { } closes when closes > RangeTitle.SecondsOf(now) => new SearchCursor(Open, -(long)(closes * TimeSpan.MillisecondsPerSecond), row.Id),
        { } closes => new SearchCursor(0, (long)(closes * TimeSpan.MillisecondsPerSecond), -row.Id),
    };
}
