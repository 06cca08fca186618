namespace Acervo.Platform.Search;

/// <summary>Narrows a set of publications by facets, counts what each facet value would leave, and puts them in order.</summary>
internal sealed class Selection
{
    private readonly SiteSnapshot site;
    private readonly SearchRequest request;
    private readonly string[] groups;
    private readonly bool[] isChosen;
    private readonly int[] groupOf;
    private readonly int[] counts;
    private readonly bool[]? isKind;
    private readonly int[] kindCounts;
    private readonly (double[]? Figures, double Least, double Most)[] ranges;
    private readonly ResultOrder order;
    private readonly SlotSet kept;
    private Matches? matches;

    /// <param name="site">What there is.</param>
    /// <param name="request">What is asked of it.</param>
    /// <param name="now">For what is open now; any other order does without.</param>
    public Selection(SiteSnapshot site, SearchRequest request, DateTime now)
    {
        (this.site, this.request) = (site, request);
        groups = [.. request.Chosen.Select(chosen => chosen.Group).Distinct()];
        isChosen = Array.ConvertAll(site.Values, facet => request.Chosen.Contains((facet.Group, facet.Code)));
        groupOf = Array.ConvertAll(site.Values, facet => Array.IndexOf(groups, facet.Group));
        counts = new int[site.Values.Length];
        isKind = request.Kinds.Count == 0 ? null : Array.ConvertAll(site.Kinds, request.Kinds.Contains);
        kindCounts = new int[site.Kinds.Length];
        ranges = [.. request.Ranges.Select(asked => (site.FiguresOf(asked.Range), asked.Least, asked.Most))];
        order = new ResultOrder(site, request.Sort, now);
        kept = new SlotSet(site.Rows.Length);
    }

    public int Total => kept.Count;

    public void TakeAll()
    {
        for (var slot = 0; slot < site.Rows.Length; slot++)
        {
            Consider(slot);
        }
    }

    /// <param name="found">What was found for the words.</param>
    /// <param name="slots">Which of it is shown.</param>
    public void Take(Matches found, SlotSet slots)
    {
        matches = found;
        foreach (var slot in slots.All())
        {
            Consider(slot);
        }
    }

    /// <summary>The ids of the page asked for, in order, and the place after the last when there is more.</summary>
    public (long[] Ids, SearchCursor? Next) Page()
    {
        var first = (Math.Clamp(request.Page, 1, SearchRequest.LastPage) - 1) * request.Size;
        var places = order.Of(kept, matches, (long)first + request.Size + 1, request.After);
        var page = places.Skip(first).Take(request.Size == int.MaxValue ? request.Size : request.Size + 1).ToList();
        var hasMore = page.Count > request.Size;
        if (hasMore)
        {
            page.RemoveAt(page.Count - 1);
        }

        return ([.. page.Select(hit => site.Rows[hit.Slot].Id)], hasMore && page.Count > 0 ? order.PlaceOf(page[^1]) : null);
    }

    /// <summary>Every id in order, for an order that will be asked for again.</summary>
    public long[] All() => [.. order.Of(kept, null, int.MaxValue, null).Select(hit => site.Rows[hit.Slot].Id)];

    /// <summary>How many of each kind there would be; nothing where it was not asked.</summary>
    public IReadOnlyList<KindCount> KindCounts() => !request.CountsKinds ? []
        : [.. site.Kinds.Select((kind, number) => new KindCount(kind, kindCounts[number], request.Kinds.Contains(kind)))];

    public IReadOnlyList<FacetGroup> Counts()
    {
        site.AddAlike(counts);
        var shown = new List<int>(counts.Length);
        for (var number = 0; number < counts.Length; number++)
        {
            if (site.IsFirstAlike(number) && (counts[number] > 0 || isChosen[number]))
            {
                shown.Add(number);
            }
        }

        shown.Sort(Compare);
        return
        [
            .. shown.GroupBy(number => site.Values[number].Group)
                .Select(group => new FacetGroup(group.Key, [.. group.Select(number => new FacetCount(site.Values[number], counts[number], isChosen[number]))])),
        ];
    }

    /// <summary>Chosen values first, then the frequent ones, then by name.</summary>
    private int Compare(int left, int right)
    {
        var before = isChosen[right].CompareTo(isChosen[left]);
        before = before != 0 ? before : counts[right].CompareTo(counts[left]);
        return before != 0 ? before : site.NameOrder[left].CompareTo(site.NameOrder[right]);
    }

    /// <summary>A row counts for the values of a group when it passes the choices made in every other group.</summary>
    private void Consider(int slot)
    {
        var isOther = isKind is not null && !isKind[site.KindOf(slot)];
        if ((isOther && !request.CountsKinds) || !IsInRanges(slot))
        {
            return;
        }

        var values = site.FacetNumbers(slot);
        if (groups.Length == 0)
        {
            Keep(slot, isOther, values);
            return;
        }

        var failed = -1;
        for (var group = 0; group < groups.Length; group++)
        {
            if (!IsChosenIn(values, group))
            {
                if (failed >= 0)
                {
                    return;
                }

                failed = group;
            }
        }

        if (failed < 0)
        {
            Keep(slot, isOther, values);
            return;
        }

        foreach (var value in values)
        {
            if (!isOther && groupOf[value] == failed)
            {
                counts[value]++;
            }
        }
    }

    /// <summary>It passes all choices but, perhaps, that of its kind: then it counts for its kind alone.</summary>
    private void Keep(int slot, bool isOther, ReadOnlySpan<int> values)
    {
        kindCounts[site.KindOf(slot)]++;
        if (isOther)
        {
            return;
        }

        foreach (var value in values)
        {
            counts[value]++;
        }

        kept.Add(slot);
    }

    private bool IsInRanges(int slot)
    {
        foreach (var (figures, least, most) in ranges)
        {
            // What has no figure is NaN, which is in no range.
            if (figures is null || !(figures[slot] >= least && figures[slot] <= most))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsChosenIn(ReadOnlySpan<int> values, int group)
    {
        foreach (var value in values)
        {
            if (isChosen[value] && groupOf[value] == group)
            {
                return true;
            }
        }

        return false;
    }
}
