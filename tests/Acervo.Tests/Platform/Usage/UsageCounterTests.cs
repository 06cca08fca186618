using Acervo.Platform.Usage;

namespace Acervo.Tests.Platform.Usage;

/// <summary>Counting in memory, by many at once and while it is taken out: what goes in comes out, once.</summary>
public sealed class UsageCounterTests
{
    private static readonly DateOnly Day = new(2026, 11, 28);

    private readonly UsageCounter counter = new(TimeProvider.System);

    [Fact]
    public async Task Nothing_is_lost_or_counted_twice_while_it_is_taken_out()
    {
        const int Each = 200_000;
        var adding = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var n = 0; n < Each; n++)
            {
                counter.Count(Key(n % 7));
            }
        })));
        long found = 0;
        while (!adding.IsCompleted)
        {
            found += counter.Take(3).Sum(count => count.Times);
        }

        await adding;
        found += counter.Take(int.MaxValue).Sum(count => count.Times);
        Assert.Equal(4L * Each, found);
        Assert.Empty(counter.Take(1));
    }

    [Fact]
    public void Memory_is_bounded_and_what_found_no_room_is_told()
    {
        for (var item = 0; item < UsageCounter.Most + 3; item++)
        {
            counter.Count(Key(item));
        }

        counter.Count(Key(0));
        Assert.Equal(3, counter.TakeUncounted());
        Assert.Equal(UsageCounter.Most + 1L, counter.Take(int.MaxValue).Sum(count => count.Times));
        counter.Count(Key(UsageCounter.Most + 1));
        Assert.Equal(0, counter.TakeUncounted());
    }

    private static UsageKey Key(int item) => new("call", item, 1, UsageChannels.Page, Day);
}
