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

    public void Take(long[] ids, float[] ranks)
    {
        for (var i = 0; i < ids.Length; i++)
        {
            if (site.SlotOf(ids[i]) is var slot and >= 0)
            {
                Consider(slot, ranks[i]);
            }
        }
    }

    /// <summary>The ids of the page asked for, in order, and the place after the last when there is more.</summary>
    public (long[] Ids, SearchCursor? Next) Page()
    {
        var keys = kept.ConvertAll(Place);
        if (request.After is { } after)
        {
            keys.RemoveAll(key => key.CompareTo(after) <= 0);
        }

        var first = (Math.Clamp(request.Page, 1, SearchRequest.LastPage) - 1) * request.Size;
        if (first >= keys.Count)
        {
            return ([], null);
        }

        keys.Sort();
        var page = keys.Skip(first).Take(request.Size).ToList();
        return ([.. page.Select(key => key.Id)], first + page.Count < keys.Count ? page[^1] : null);
    }

    public IReadOnlyList<FacetGroup> Counts() =>
    [
        .. site.Values.Select((facet, number) => new FacetCount(facet, counts[number], isChosen[number]))
            .Where(value => value.Count > 0 || value.IsChosen)
            .GroupBy(value => value.Facet.Group)
            .Select(group => new FacetGroup(group.Key, [.. group.OrderByDescending(value => value.IsChosen).ThenByDescending(value => value.Count).ThenBy(value => value.Facet.Label, StringComparer.CurrentCulture)])),
    ];

    private SearchCursor Place((int Slot, float Rank) hit)
    {
        var row = site.Rows[hit.Slot];
        return request.Sort switch
        {
            SearchSort.Relevance => new SearchCursor(hit.Rank, row.FirstAt.Ticks, row.Id),
            SearchSort.MostReused => new SearchCursor(row.Reuse, row.FirstAt.Ticks, row.Id),
            SearchSort.Updated => new SearchCursor(0, 0, row.Id),
            _ => new SearchCursor(0, row.FirstAt.Ticks, row.Id),
        };
    }

    /// <summary>A row counts for the values of a group when it passes the choices made in every other group.</summary>
    private void Consider(int slot, float rank)
    {
        if (request.Kinds.Count > 0 && !request.Kinds.Contains(site.Rows[slot].Kind))
        {
            return;
        }

        var values = site.Rows[slot].Facets;
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
            if (!Array.Exists(values, value => isChosen[value] && groupOf[value] == group))
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
}
