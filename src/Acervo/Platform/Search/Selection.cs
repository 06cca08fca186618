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
    private readonly List<(int Slot, float Rank)> kept = [];

    public Selection(SiteSnapshot site, SearchRequest request)
    {
        (this.site, this.request) = (site, request);
        groups = [.. request.Chosen.Select(chosen => chosen.Group).Distinct()];
        isChosen = Array.ConvertAll(site.Values, facet => request.Chosen.Contains((facet.Group, facet.Code)));
        groupOf = Array.ConvertAll(site.Values, facet => Array.IndexOf(groups, facet.Group));
        counts = new int[site.Values.Length];
    }

    public int Total => kept.Count;

    public void TakeAll()
    {
        for (var slot = 0; slot < site.Rows.Length; slot++)
        {
            Consider(slot, 0);
        }
    }

    /// <param name="ids">Everything that matches.</param>
    /// <param name="ranked">Those that have a rank, ascending.</param>
    /// <param name="ranks">Their ranks.</param>
    public void Take(long[] ids, long[] ranked, float[] ranks)
    {
        // Both are walked once: PostgreSQL hands the ids out in about this order already.
        Array.Sort(ids);
        var next = 0;
        foreach (var id in ids)
        {
            while (next < ranked.Length && ranked[next] < id)
            {
                next++;
            }

            if (site.SlotOf(id) is var slot and >= 0)
            {
                Consider(slot, next < ranked.Length && ranked[next] == id ? ranks[next] : 0);
            }
        }
    }

    /// <summary>The ids of the page asked for, in order, and the place after the last when there is more.</summary>
    public (long[] Ids, SearchCursor? Next) Page()
    {
        var first = (Math.Clamp(request.Page, 1, SearchRequest.LastPage) - 1) * request.Size;
        var best = new BestPlaces((long)first + request.Size);
        foreach (var hit in kept)
        {
            var place = Place(hit);
            if (request.After is not { } after || place > after)
            {
                best.Add(place);
            }
        }

        var places = best.InOrder();
        var page = places.Skip(first).Take(request.Size).ToList();
        return ([.. page.Select(place => place.Id)], page.Count > 0 && first + page.Count < best.Seen ? page[^1] : null);
    }

    /// <summary>Every place in order, for an order that will be asked for again.</summary>
    public long[] All()
    {
        var keys = kept.ConvertAll(Place);
        keys.Sort();
        return [.. keys.Select(key => key.Id)];
    }

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

    private SearchCursor Place((int Slot, float Rank) hit) => PlaceOf(site.Rows[hit.Slot], hit.Rank, request.Sort);

    public static SearchCursor PlaceOf(SiteRow row, float rank, SearchSort sort) => sort switch
    {
        SearchSort.Relevance => new SearchCursor(rank, row.FirstAt.Ticks, row.Id),
        SearchSort.MostReused => new SearchCursor(row.Reuse, row.FirstAt.Ticks, row.Id),
        SearchSort.Updated => new SearchCursor(0, 0, row.Id),
        _ => new SearchCursor(0, row.FirstAt.Ticks, row.Id),
    };

    /// <summary>A row counts for the values of a group when it passes the choices made in every other group.</summary>
    private void Consider(int slot, float rank)
    {
        if (request.Kinds.Count > 0 && !request.Kinds.Contains(site.Rows[slot].Kind))
        {
            return;
        }

        var values = site.Rows[slot].Facets.Span;
        if (groups.Length == 0)
        {
            foreach (var value in values)
            {
                counts[value]++;
            }

            kept.Add((slot, rank));
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
            kept.Add((slot, rank));
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
