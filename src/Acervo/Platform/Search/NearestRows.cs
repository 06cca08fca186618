using Acervo.Platform.Publications;

namespace Acervo.Platform.Search;

/// <summary>Finds the rows that share most facets with one; a rare value counts for more than a common one, and newer rows come first among equals.</summary>
internal sealed class NearestRows
{
    private readonly SiteRow[] rows;
    private readonly float[] weights;

    public NearestRows(SiteRow[] rows, Facet[] values)
    {
        this.rows = rows;
        var counts = new int[values.Length];
        foreach (ref readonly var row in rows.AsSpan())
        {
            foreach (var value in row.Facets.Span)
            {
                counts[value]++;
            }
        }

        // Two of which nobody knows whether they are in use need not treat of the same.
        weights = [.. counts.Select((count, value) => count == 0 || values[value].Group == FacetTitle.InUse.Group ? 0 : MathF.Log((rows.Length + 1f) / count))];
    }

    public long[] To(int own, int count)
    {
        var mine = new float[weights.Length];
        foreach (var value in rows[own].Facets.Span)
        {
            mine[value] = weights[value];
        }

        // The worst of the best is on top; a later row is older, so it must be better and not only as good.
        var best = new PriorityQueue<int, float>(count + 1);
        for (var slot = 0; slot < rows.Length; slot++)
        {
            var weight = 0f;
            foreach (var value in rows[slot].Facets.Span)
            {
                weight += mine[value];
            }

            if (weight <= 0 || slot == own || (best.Count == count && best.TryPeek(out _, out var worst) && weight <= worst))
            {
                continue;
            }

            if (best.Count < count)
            {
                best.Enqueue(slot, weight);
            }
            else
            {
                best.DequeueEnqueue(slot, weight);
            }
        }

        return [.. best.UnorderedItems.Select(item => rows[item.Element].Id)];
    }
}
