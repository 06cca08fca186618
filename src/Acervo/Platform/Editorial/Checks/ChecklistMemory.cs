namespace Acervo.Platform.Editorial.Checks;

/// <summary>
/// Checklists that were worked out, by the name of all that they depend on: what changes has another name, so none is ever out of date. The one that
/// nobody asked for in the longest time goes when there is no more room.
/// </summary>
internal sealed class ChecklistMemory
{
    /// <summary>Some hundreds of fichas at work; each node has its own.</summary>
    internal const long MostBytes = 8 * 1024 * 1024;

    private const int Overhead = 200;

    private readonly Lock gate = new();

    private readonly Dictionary<string, LinkedListNode<Kept>> byName = new(StringComparer.Ordinal);

    private readonly LinkedList<Kept> byUse = [];

    /// <summary>Bytes held, as counted.</summary>
    public long Bytes { get; private set; }

    public IReadOnlyList<ChecklistItem>? Find(string name)
    {
        lock (gate)
        {
            if (!byName.TryGetValue(name, out var found))
            {
                return null;
            }

            byUse.Remove(found);
            byUse.AddLast(found);
            return found.Value.Items;
        }
    }

    public void Keep(string name, IReadOnlyList<ChecklistItem> items)
    {
        var kept = new Kept(name, items, Overhead + items.Sum(SizeOf));
        lock (gate)
        {
            if (kept.Bytes > MostBytes / 4 || !byName.TryAdd(name, new LinkedListNode<Kept>(kept)))
            {
                return;
            }

            byUse.AddLast(byName[name]);
            Bytes += kept.Bytes;
            while (Bytes > MostBytes)
            {
                var oldest = byUse.First!.Value;
                byUse.RemoveFirst();
                byName.Remove(oldest.Name);
                Bytes -= oldest.Bytes;
            }
        }
    }

    private static long SizeOf(ChecklistItem item) => Overhead + (sizeof(char) * (long)(item.Id.Length + item.Key.Length + item.Sentence.Length
        + (item.Proposal?.Length ?? 0) + (item.Instead?.Length ?? 0) + (item.MovesTo?.Length ?? 0) + (item.Cell?.Length ?? 0)));

    /// <summary>A checklist with its name and what it weighs.</summary>
    private sealed record Kept(string Name, IReadOnlyList<ChecklistItem> Items, long Bytes);
}
