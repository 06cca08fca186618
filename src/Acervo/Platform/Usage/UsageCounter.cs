using System.Collections.Concurrent;
using Acervo.Platform.Calendar;

namespace Acervo.Platform.Usage;

/// <summary>
/// Counts readings in the memory of this node, on the shortest road of a request: no lock, no database. Each is taken out exactly once, by
/// <see cref="UsageWriter"/>.
/// </summary>
public sealed class UsageCounter(TimeProvider clock)
{
    /// <summary>How many different ones may wait while the database is away; some 15 MB.</summary>
    internal const int Most = 100_000;

    private readonly ConcurrentDictionary<UsageKey, UsageCell> cells = new();

    private volatile UsageDay today = new(default, default, default);

    private int waiting;

    private long uncounted;

    /// <summary>Counts the answer that is about to go out, if it is somebody reading a publication.</summary>
    public void Count(HttpContext context, UsageMark? mark)
    {
        if (mark is null || !mark.IsReadBy(context.Response.StatusCode) || !UsageRule.IsReading(context.Request))
        {
            return;
        }

        var channel = mark.IsPage && context.Items[typeof(UsageChannel)] is UsageChannel link ? link.Code : mark.Channel;
        Count(new UsageKey(mark.Kind, mark.Item, mark.Version, channel, Today()));
    }

    internal void Count(UsageKey key)
    {
        while (Find(key) is { } cell)
        {
            if (cell.TryAdd())
            {
                return;
            }

            Remove(key, cell);
        }

        Interlocked.Increment(ref uncounted);
    }

    /// <summary>Takes out some of what was counted.</summary>
    internal IReadOnlyList<UsageCount> Take(int most)
    {
        List<UsageCount> taken = [];
        foreach (var (key, cell) in cells)
        {
            var times = cell.Take();
            Remove(key, cell);
            if (times > 0)
            {
                taken.Add(new UsageCount(key, times));
            }

            if (taken.Count == most)
            {
                break;
            }
        }

        return taken;
    }

    /// <summary>How many readings found no room, since this was last asked.</summary>
    internal long TakeUncounted() => Interlocked.Exchange(ref uncounted, 0);

    /// <summary>Where it is counted; null when too many different ones wait.</summary>
    private UsageCell? Find(UsageKey key)
    {
        if (cells.TryGetValue(key, out var cell))
        {
            return cell;
        }

        if (Volatile.Read(ref waiting) >= Most)
        {
            return null;
        }

        var fresh = new UsageCell();
        cell = cells.GetOrAdd(key, fresh);
        if (cell == fresh)
        {
            Interlocked.Increment(ref waiting);
        }

        return cell;
    }

    /// <summary>Worked out once a day, and not for each reading.</summary>
    private DateOnly Today()
    {
        var (known, now) = (today, clock.Now());
        if (now < known.Begins || now >= known.Ends)
        {
            var day = now.BogotaDay();
            today = known = new UsageDay(day, day.ToDateTime(TimeOnly.MinValue).BogotaToUtc(), day.AddDays(1).ToDateTime(TimeOnly.MinValue).BogotaToUtc());
        }

        return known.Day;
    }

    private void Remove(UsageKey key, UsageCell cell)
    {
        if (cells.TryRemove(KeyValuePair.Create(key, cell)))
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>A day in Bogotá, with the moments of UTC between which it lies.</summary>
    private sealed record UsageDay(DateOnly Day, DateTime Begins, DateTime Ends);
}
