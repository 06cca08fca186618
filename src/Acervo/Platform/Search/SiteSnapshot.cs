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
    private readonly Lazy<double[]?>[] columns;
    private readonly int[]? alike;
    private readonly long firstId;

    /// <summary>Whole lists of a kind, in an order: worked out once, since nothing in them changes before the next snapshot.</summary>
    private readonly ConcurrentDictionary<(string Kinds, bool CountsKinds, SearchSort Sort), Lazy<SearchFound>> lists = new();

    private readonly Lazy<NearestRows> nearest;
    private readonly Lazy<int[]> byClosing;

    internal Postings Postings { get; }

    /// <param name="sorted">What is published, in its order.</param>
    /// <param name="values">The facet values by number.</param>
    /// <param name="ranges">What the figures of the rows are.</param>
    /// <param name="asOf">The moment at which it was told whether each is in use.</param>
    private SiteSnapshot(SiteRow[] sorted, Facet[] values, RangeTitle[] ranges, DateTime asOf)
    {
        AsOf = asOf;
        rows = sorted;
        (Values, alike) = SnapshotLayout.Known(values, rows);
        NameOrder = SnapshotLayout.OrderByName(values);
        Ranges = ranges;
        columns = [.. ranges.Select((_, number) => new Lazy<double[]?>(() => ColumnOf(number)))];
        byClosing = new(OrderByClosing);
        Postings = new Postings(rows.Length);
        nearest = new(() => new NearestRows(rows, Values));
        (Kinds, kindOf) = SnapshotLayout.Numbered(rows);
        (numbers, starts) = SnapshotLayout.PutFacetsSideBySide(rows);
        (firstId, slotOf) = SnapshotLayout.Places(rows);
        NextDoubt = SnapshotLayout.FirstDoubtAfter(asOf, rows);
    }

    public static SiteSnapshot Of(IEnumerable<SiteRow> current, Facet[] values, IReadOnlyList<RangeTitle> ranges, DateTime asOf = default)
    {
        SiteRow[] rows = [.. current];
        Array.Sort(rows, Compare);
        return new SiteSnapshot(rows, values, [.. ranges], asOf);
    }

    /// <summary>The next one: what stays is in order already, so that a few among three hundred thousand are put in their places without sorting all.</summary>
    /// <param name="gone">What goes, by its slot; null when nothing does.</param>
    /// <param name="used">How often each that stays was put to use again, by its slot; null when that is as it was.</param>
    /// <param name="fresh">What came.</param>
    /// <param name="values">The facet values by number, those of before in their places.</param>
    /// <param name="asOf">The moment at which it was told whether each is in use; that of before where only what is fresh was looked at.</param>
    public SiteSnapshot Next(bool[] gone, int[]? used, List<SiteRow> fresh, Facet[] values, DateTime asOf)
    {
        fresh.Sort(Compare);
        var merged = new SiteRow[rows.Length + fresh.Count];
        var (count, next) = (0, 0);
        for (var slot = 0; slot < rows.Length; slot++)
        {
            if (gone[slot])
            {
                continue;
            }

            while (next < fresh.Count && Compare(fresh[next], rows[slot]) < 0)
            {
                merged[count++] = fresh[next++];
            }

            merged[count++] = used is null || used[slot] == rows[slot].Reuse ? rows[slot] : rows[slot] with { Reuse = used[slot] };
        }

        while (next < fresh.Count)
        {
            merged[count++] = fresh[next++];
        }

        Array.Resize(ref merged, count);
        return new SiteSnapshot(merged, values, Ranges, asOf);
    }

    public ReadOnlySpan<SiteRow> Rows => rows;

    public RangeTitle[] Ranges { get; }

    public DateTime AsOf { get; }

    /// <summary>When the next question stays unanswered, if it does: what is told of use is true until then. Null when no term runs.</summary>
    public DateTime? NextDoubt { get; }

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

    /// <summary>Adds what was counted of values that are one to the count of that one.</summary>
    public void AddAlike(int[] counts)
    {
        for (var number = 0; alike is not null && number < counts.Length; number++)
        {
            if (alike[number] != number)
            {
                (counts[alike[number]], counts[number]) = (counts[alike[number]] + counts[number], 0);
            }
        }
    }

    /// <summary>Whether a value stands for all of its code.</summary>
    public bool IsFirstAlike(int number) => alike is null || alike[number] == number;

    /// <summary>The figures of all rows that a range compares; null when none has any.</summary>
    public double[]? FiguresOf(RangeTitle range) => Array.IndexOf(Ranges, range) is var number and >= 0 ? columns[number].Value : null;

    /// <summary>When each row closes, in the measure of ranges; null when none does.</summary>
    public double[]? Closings => FiguresOf(RangeTitle.Closing);

    /// <summary>The rows that close, the first to close first.</summary>
    public int[] ByClosing => byClosing.Value;

    public LifeSign LifeOf(long id) => SlotOf(id) is var slot and >= 0 ? rows[slot].Life : default;

    public int ReuseOf(long id) => SlotOf(id) is var slot and >= 0 ? rows[slot].Reuse : 0;

    public IReadOnlyList<Facet> FacetsOf(long id) =>
        SlotOf(id) is var slot and >= 0 ? Array.ConvertAll(rows[slot].Facets.ToArray(), number => Values[number]) : [];

    /// <summary>The others that share most facets with one.</summary>
    public long[] Nearest(long id, int count) => SlotOf(id) is var slot and >= 0 ? nearest.Value.To(slot, count) : [];

    /// <summary>A page of everything, without words or facets.</summary>
    public SearchFound Browse(SearchRequest request)
    {
        var key = (string.Join(',', request.Kinds), request.CountsKinds, request.Sort);
        var whole = lists.GetOrAdd(key, _ => new(() => List(request))).Value;
        var ids = whole.Ids;
        var first = (Math.Clamp(request.Page, 1, SearchRequest.LastPage) - 1) * request.Size;
        var page = first < ids.Length ? ids[first..Math.Min(first + request.Size, ids.Length)] : [];
        var next = page.Length > 0 && first + page.Length < ids.Length ? new ResultOrder(this, request.Sort, default).PlaceOf((SlotOf(page[^1]), 0))
            : (SearchCursor?)null;
        return whole with { Ids = page, Next = next };
    }

    /// <summary>The newest first.</summary>
    private static int Compare(SiteRow a, SiteRow b) => b.PublishedAt != a.PublishedAt ? b.PublishedAt.CompareTo(a.PublishedAt) : b.Id.CompareTo(a.Id);

    private SearchFound List(SearchRequest request)
    {
        var all = new Selection(this, request, default);
        all.TakeAll();
        return new SearchFound(all.Total, all.All(), all.Counts(), null) { Kinds = all.KindCounts() };
    }

    /// <summary>Put together when somebody asks for it first.</summary>
    private double[]? ColumnOf(int range)
    {
        double[]? column = null;
        for (var slot = 0; slot < rows.Length; slot++)
        {
            if (rows[slot].Figures is { } figures && !double.IsNaN(figures[range]))
            {
                column ??= [.. Enumerable.Repeat(double.NaN, rows.Length)];
                column[slot] = figures[range];
            }
        }

        return column;
    }

    /// <summary>Of those that close together the newest first.</summary>
    private int[] OrderByClosing()
    {
        var closings = Closings ?? [];
        var slots = Enumerable.Range(0, closings.Length).Where(slot => !double.IsNaN(closings[slot])).ToArray();
        Array.Sort(slots, (a, b) => closings[a] != closings[b] ? closings[a].CompareTo(closings[b]) : rows[b].Id.CompareTo(rows[a].Id));
        return slots;
    }
}
