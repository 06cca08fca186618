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
    private readonly SlotSet kept;
    private IReadOnlyList<(int Slot, float Rank)> ranked = [];

    public Selection(SiteSnapshot site, SearchRequest request)
    {
        (this.site, this.request) = (site, request);
        groups = [.. request.Chosen.Select(chosen => chosen.Group).Distinct()];
        isChosen = Array.ConvertAll(site.Values, facet => request.Chosen.Contains((facet.Group, facet.Code)));
        groupOf = Array.ConvertAll(site.Values, facet => Array.IndexOf(groups, facet.Group));
        counts = new int[site.Values.Length];
        isKind = request.Kinds.Count == 0 ? null : Array.ConvertAll(site.Kinds, request.Kinds.Contains);
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

    public void Take(Matches matches)
    {
        ranked = matches.Ranked;
        foreach (var slot in matches.Slots.All())
        {
            Consider(slot);
        }
    }

    /// <summary>The ids of the page asked for, in order, and the place after the last when there is more.</summary>
    public (long[] Ids, SearchCursor? Next) Page()
    {
        var first = (Math.Clamp(request.Page, 1, SearchRequest.LastPage) - 1) * request.Size;
        var places = InOrder();
        if (request.After is { } after)
        {
            places = places.SkipWhile(hit => PlaceOf(hit) <= after);
        }

        var page = places.Skip(first).Take(request.Size == int.MaxValue ? request.Size : request.Size + 1).ToList();
        var hasMore = page.Count > request.Size;
        if (hasMore)
        {
            page.RemoveAt(page.Count - 1);
        }

        return ([.. page.Select(hit => site.Rows[hit.Slot].Id)], hasMore && page.Count > 0 ? PlaceOf(page[^1]) : null);
    }

    /// <summary>Every id in order, for an order that will be asked for again.</summary>
    public long[] All() => [.. InOrder().Select(hit => site.Rows[hit.Slot].Id)];

    public IReadOnlyList<FacetGroup> Counts()
    {
        var shown = new List<int>(counts.Length);
        for (var number = 0; number < counts.Length; number++)
        {
            if (counts[number] > 0 || isChosen[number])
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
        var order = isChosen[right].CompareTo(isChosen[left]);
        order = order != 0 ? order : counts[right].CompareTo(counts[left]);
        return order != 0 ? order : site.NameOrder[left].CompareTo(site.NameOrder[right]);
    }

    /// <summary>
    /// What has a score comes first, the best before the others; all else follows as it lies in the snapshot, newest first. So an order costs
    /// only as much as there are scores.
    /// </summary>
    private IEnumerable<(int Slot, float Score)> InOrder()
    {
        if (request.Sort == SearchSort.Updated)
        {
            return kept.All().OrderByDescending(slot => site.Rows[slot].Id).Select(slot => (slot, 0f));
        }

        List<(int Slot, float Score)> scored = [.. Scores().Where(hit => hit.Score > 0)];
        if (scored.Count == 0)
        {
            return kept.All().Select(slot => (slot, 0f));
        }

        scored.Sort((left, right) => left.Score != right.Score ? right.Score.CompareTo(left.Score) : left.Slot.CompareTo(right.Slot));
        var taken = new SlotSet(site.Rows.Length);
        scored.ForEach(hit => taken.Add(hit.Slot));
        return scored.Concat(kept.All().Where(slot => !taken.Contains(slot)).Select(slot => (slot, 0f)));
    }

    private IEnumerable<(int Slot, float Score)> Scores() => request.Sort switch
    {
        SearchSort.Relevance => ranked.Where(hit => kept.Contains(hit.Slot)),
        SearchSort.MostReused => kept.All().Select(slot => (slot, (float)site.Rows[slot].Reuse)),
        _ => [],
    };

    private SearchCursor PlaceOf((int Slot, float Score) hit) => PlaceOf(site.Rows[hit.Slot], hit.Score, request.Sort);

    public static SearchCursor PlaceOf(SiteRow row, float rank, SearchSort sort) => sort switch
    {
        SearchSort.Relevance => new SearchCursor(rank, row.FirstAt.Ticks, row.Id),
        SearchSort.MostReused => new SearchCursor(row.Reuse, row.FirstAt.Ticks, row.Id),
        SearchSort.Updated => new SearchCursor(0, 0, row.Id),
        _ => new SearchCursor(0, row.FirstAt.Ticks, row.Id),
    };

    /// <summary>A row counts for the values of a group when it passes the choices made in every other group.</summary>
    private void Consider(int slot)
    {
        if (isKind is not null && !isKind[site.KindOf(slot)])
        {
            return;
        }

        var values = site.FacetNumbers(slot);
        if (groups.Length == 0)
        {
            foreach (var value in values)
            {
                counts[value]++;
            }

            kept.Add(slot);
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

        foreach (var value in values)
        {
            if (failed < 0 || groupOf[value] == failed)
            {
                counts[value]++;
            }
        }

        if (failed < 0)
        {
            kept.Add(slot);
        }
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
