using Acervo.Platform.Publications;

namespace Acervo.Platform.Search;

/// <summary>How the rows of a snapshot and what belongs to them lie in memory.</summary>
internal static class SnapshotLayout
{
    /// <summary>The kinds that there are, and the number of that of each row.</summary>
    public static (string[] Kinds, byte[] KindOf) Numbered(SiteRow[] rows)
    {
        List<string> kinds = [];
        var (kindOf, last) = (new byte[rows.Length], 0);
        for (var slot = 0; slot < rows.Length; slot++)
        {
            // Neighbours are mostly of one kind, and each kind is one string.
            if (kinds.Count == 0 || !ReferenceEquals(kinds[last], rows[slot].Kind))
            {
                last = kinds.IndexOf(rows[slot].Kind);
                if (last < 0)
                {
                    kinds.Add(rows[slot].Kind);
                    last = kinds.Count - 1;
                }
            }

            kindOf[slot] = (byte)last;
        }

        return ([.. kinds], kindOf);
    }

    /// <summary>The slot of each publication by its number, counted from the first; -1 where none has that number.</summary>
    public static (long First, int[] SlotOf) Places(SiteRow[] rows)
    {
        var (first, last) = (long.MaxValue, 0L);
        foreach (ref readonly var row in rows.AsSpan())
        {
            (first, last) = (Math.Min(first, row.Id), Math.Max(last, row.Id));
        }

        var slotOf = rows.Length == 0 ? [] : new int[last - first + 1];
        Array.Fill(slotOf, -1);
        for (var slot = 0; slot < rows.Length; slot++)
        {
            slotOf[rows[slot].Id - first] = slot;
        }

        return (first, slotOf);
    }

    /// <summary>The first end of a term after a moment; null when no term runs.</summary>
    public static DateTime? FirstDoubtAfter(DateTime moment, SiteRow[] rows)
    {
        DateTime? first = null;
        foreach (ref readonly var row in rows.AsSpan())
        {
            if (row.Life is { LapsedAt: null, DoubtAt: { } doubt } && doubt > moment && !(doubt >= first))
            {
                first = doubt;
            }
        }

        return first;
    }

    /// <summary>All facet values of all rows in one piece, and where those of each row begin in it.</summary>
    public static (int[] Numbers, int[] Starts) PutFacetsSideBySide(SiteRow[] rows)
    {
        var all = 0;
        foreach (ref readonly var row in rows.AsSpan())
        {
            all += row.Facets.Length;
        }

        var numbers = new int[all];
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

    /// <summary>
    /// The labels of what nothing in force carries any more are not told: whoever asks for such a value reads the code they wrote. Values of one code
    /// with different labels, for an entry that changed its name, are one: it has the label of the newest row.
    /// </summary>
    public static (Facet[] Values, int[]? Alike) Known(Facet[] values, SiteRow[] rows)
    {
        var first = new int[values.Length];
        Array.Fill(first, int.MaxValue);
        for (var slot = 0; slot < rows.Length; slot++)
        {
            foreach (var number in rows[slot].Facets.Span)
            {
                first[number] = slot < first[number] ? slot : first[number];
            }
        }

        var sames = Enumerable.Range(0, values.Length).GroupBy(number => (values[number].Group, values[number].Code)).ToList();
        var alike = sames.Count == values.Length ? null : new int[values.Length];
        foreach (var same in alike is null ? [] : sames)
        {
            var newest = same.MinBy(number => first[number]);
            foreach (var number in same)
            {
                alike![number] = newest;
            }
        }

        return ([.. values.Select((value, number) => first[number] < int.MaxValue ? value : value with { Label = value.Code })], alike);
    }

    /// <summary>The place of each value in alphabetical order.</summary>
    public static int[] OrderByName(Facet[] values)
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
