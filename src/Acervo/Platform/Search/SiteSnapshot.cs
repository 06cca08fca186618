using System.Collections.Concurrent;
using Acervo.Platform.Publications;

namespace Acervo.Platform.Search;

/// <summary>All current publications at one moment, newest first, and the facet values by number.</summary>
public sealed record SiteSnapshot(SiteRow[] Rows, Facet[] Values)
{
    private readonly Dictionary<long, int> slots = Rows.Select((row, i) => (row.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);

    /// <summary>In how many publications each facet value occurs.</summary>
    private readonly Lazy<int[]> frequency = new(() => Count(Rows, Values.Length));

    /// <summary>Whole lists of a kind, in an order: worked out once, since nothing in them changes before the next snapshot.</summary>
    private readonly ConcurrentDictionary<(string Kinds, SearchSort Sort), Lazy<(long[] Ids, IReadOnlyList<FacetGroup> Facets)>> lists = new();

    /// <summary>The place of each facet value in alphabetical order.</summary>
    public int[] NameOrder { get; } = OrderByName(Values);

    /// <summary>The place of a publication in the snapshot; -1 when it has gone meanwhile.</summary>
    public int SlotOf(long id) => slots.TryGetValue(id, out var slot) ? slot : -1;

    public IReadOnlyList<Facet> FacetsOf(long id) => SlotOf(id) is var slot and >= 0 ? Array.ConvertAll(Rows[slot].Facets, number => Values[number]) : [];

    /// <summary>A page of everything, without words or facets.</summary>
    public SearchFound Browse(SearchRequest request)
    {
        var key = (string.Join(',', request.Kinds), request.Sort);
        var (ids, facets) = lists.GetOrAdd(key, _ => new(() => List(request))).Value;
        var first = (Math.Clamp(request.Page, 1, SearchRequest.LastPage) - 1) * request.Size;
        var page = first < ids.Length ? ids[first..Math.Min(first + request.Size, ids.Length)] : [];
        var next = page.Length > 0 && first + page.Length < ids.Length ? Selection.PlaceOf(Rows[SlotOf(page[^1])], 0, request.Sort) : (SearchCursor?)null;
        return new SearchFound(ids.Length, page, facets, null, next);
    }

    /// <summary>The others that share most facets with one, a rare value counting for more than a common one; newer first among equals.</summary>
    public long[] Nearest(long id, int count)
    {
        var own = SlotOf(id);
        if (own < 0)
        {
            return [];
        }

        var weights = new double[Values.Length];
        foreach (var value in Rows[own].Facets)
        {
            weights[value] = Math.Log((Rows.Length + 1.0) / frequency.Value[value]);
        }

        var best = new PriorityQueue<int, (double Weight, int Older)>(count + 1);
        for (var slot = 0; slot < Rows.Length; slot++)
        {
            var weight = 0.0;
            foreach (var value in Rows[slot].Facets)
            {
                weight += weights[value];
            }

            if (slot != own && weight > 0 && (best.Count < count || Worst(best) < weight))
            {
                best.Enqueue(slot, (weight, -slot));
                if (best.Count > count)
                {
                    best.Dequeue();
                }
            }
        }

        return [.. best.UnorderedItems.Select(item => Rows[item.Element].Id)];
    }

    private static double Worst(PriorityQueue<int, (double Weight, int Older)> best) => best.TryPeek(out _, out var worst) ? worst.Weight : 0;

    private static int[] Count(SiteRow[] rows, int values)
    {
        var counts = new int[values];
        foreach (var value in rows.SelectMany(row => row.Facets))
        {
            counts[value]++;
        }

        return counts;
    }

    private (long[] Ids, IReadOnlyList<FacetGroup> Facets) List(SearchRequest request)
    {
        var all = new Selection(this, request);
        all.TakeAll();
        return (all.All(), all.Counts());
    }

    private static int[] OrderByName(Facet[] values)
    {
        var order = new int[values.Length];
        var sorted = Enumerable.Range(0, values.Length).OrderBy(number => values[number].Label, StringComparer.CurrentCulture).ToArray();
        for (var place = 0; place < sorted.Length; place++)
        {
            order[sorted[place]] = place;
        }

        return order;
    }
}
