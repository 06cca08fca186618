using System.Collections.Concurrent;
using Acervo.Platform.Publications;

namespace Acervo.Platform.Search;

/// <summary>
/// All current publications at one moment, newest first, and the facet values by number. Rows and their facets lie side by side in memory:
/// going through a hundred thousand of them takes a millisecond, through as many scattered objects fifty.
/// </summary>
public sealed class SiteSnapshot
{
    private readonly SiteRow[] rows;
    private readonly byte[] kindOf;
    private readonly int[] numbers;
    private readonly int[] starts;
    private readonly int[] slotOf;
    private readonly long firstId;

    /// <summary>Whole lists of a kind, in an order: worked out once, since nothing in them changes before the next snapshot.</summary>
    private readonly ConcurrentDictionary<(string Kinds, SearchSort Sort), Lazy<(long[] Ids, IReadOnlyList<FacetGroup> Facets)>> lists = new();

    private readonly Lazy<NearestRows> nearest;

    internal Postings Postings { get; }

    public SiteSnapshot(IEnumerable<SiteRow> current, Facet[] values)
    {
        rows = [.. current];
        Array.Sort(rows, (a, b) => b.FirstAt != a.FirstAt ? b.FirstAt.CompareTo(a.FirstAt) : b.Id.CompareTo(a.Id));
        Values = Forget(values, rows);
        NameOrder = OrderByName(values);
        Postings = new Postings(rows.Length);
        nearest = new(() => new NearestRows(rows, values.Length));
        Kinds = [.. rows.Select(row => row.Kind).Distinct(StringComparer.Ordinal)];
        kindOf = Array.ConvertAll(rows, row => (byte)Array.IndexOf(Kinds, row.Kind));
        (numbers, starts) = PutFacetsSideBySide(rows);
        firstId = rows.Length == 0 ? 0 : rows.Min(row => row.Id);
        slotOf = rows.Length == 0 ? [] : new int[rows.Max(row => row.Id) - firstId + 1];
        Array.Fill(slotOf, -1);
        for (var slot = 0; slot < rows.Length; slot++)
        {
            slotOf[rows[slot].Id - firstId] = slot;
        }
    }

    public ReadOnlySpan<SiteRow> Rows => rows;

    public IEnumerable<SiteRow> All => rows;

    public Facet[] Values { get; }

    /// <summary>The kinds that there are, by number.</summary>
    public string[] Kinds { get; }

    /// <summary>The place of each facet value in alphabetical order.</summary>
    public int[] NameOrder { get; }

    /// <summary>The number of the kind of a row.</summary>
    public int KindOf(int slot) => kindOf[slot];

    /// <summary>The numbers of the facet values of a row.</summary>
    public ReadOnlySpan<int> FacetNumbers(int slot) => numbers.AsSpan(starts[slot], starts[slot + 1] - starts[slot]);

    /// <summary>The place of a publication in the snapshot; -1 when it has gone meanwhile.</summary>
    public int SlotOf(long id) => id >= firstId && id - firstId < slotOf.Length ? slotOf[id - firstId] : -1;

    public IReadOnlyList<Facet> FacetsOf(long id) =>
        SlotOf(id) is var slot and >= 0 ? Array.ConvertAll(rows[slot].Facets.ToArray(), number => Values[number]) : [];

    /// <summary>The others that share most facets with one.</summary>
    public long[] Nearest(long id, int count) => SlotOf(id) is var slot and >= 0 ? nearest.Value.To(slot, count) : [];

    /// <summary>A page of everything, without words or facets.</summary>
    public SearchFound Browse(SearchRequest request)
    {
        var key = (string.Join(',', request.Kinds), request.Sort);
        var (ids, facets) = lists.GetOrAdd(key, _ => new(() => List(request))).Value;
        var first = (Math.Clamp(request.Page, 1, SearchRequest.LastPage) - 1) * request.Size;
        var page = first < ids.Length ? ids[first..Math.Min(first + request.Size, ids.Length)] : [];
        var next = page.Length > 0 && first + page.Length < ids.Length ? Selection.PlaceOf(rows[SlotOf(page[^1])], 0, request.Sort) : (SearchCursor?)null;
        return new SearchFound(ids.Length, page, facets, null, next);
    }

    private (long[] Ids, IReadOnlyList<FacetGroup> Facets) List(SearchRequest request)
    {
        var all = new Selection(this, request);
        all.TakeAll();
        return (all.All(), all.Counts());
    }

    private static (int[] Numbers, int[] Starts) PutFacetsSideBySide(SiteRow[] rows)
    {
        var numbers = new int[rows.Sum(row => row.Facets.Length)];
        var starts = new int[rows.Length + 1];
        for (var slot = 0; slot < rows.Length; slot++)
        {
            var place = numbers.AsMemory(starts[slot], rows[slot].Facets.Length);
            rows[slot].Facets.CopyTo(place);
            rows[slot] = rows[slot] with { Facets = place };
            starts[slot + 1] = starts[slot] + place.Length;
        }

        return (numbers, starts);
    }

    /// <summary>The labels of what nothing in force carries any more are not told: whoever asks for such a value reads the code they wrote.</summary>
    private static Facet[] Forget(Facet[] values, SiteRow[] rows)
    {
        var isUsed = new bool[values.Length];
        foreach (var row in rows)
        {
            foreach (var number in row.Facets.Span)
            {
                isUsed[number] = true;
            }
        }

        return [.. values.Select((value, number) => isUsed[number] ? value : value with { Label = value.Code })];
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
