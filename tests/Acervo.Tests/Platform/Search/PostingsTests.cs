using Acervo.Platform.Search;

namespace Acervo.Tests.Platform.Search;

/// <summary>Which rows have a word is remembered within bounds.</summary>
public sealed class PostingsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void What_is_kept_never_grows_past_its_bound(int rows)
    {
        var postings = new Postings(rows);
        for (var word = 0; word < 60_000; word++)
        {
            postings.Keep($"'{word}'", new SlotSet(0));
        }

        var kept = Enumerable.Range(0, 60_000).Count(word => postings.Find($"'{word}'") is not null);
        Assert.InRange(kept, 1, 8 * 1024 * 1024 / (300 + (rows / 8)));
    }

    [Fact]
    public void Sets_know_what_they_share()
    {
        var (even, threes) = (new SlotSet(500), new SlotSet(500));
        for (var slot = 0; slot < 500; slot++)
        {
            (slot % 2 == 0 ? even : threes).Add(slot);
            if (slot % 3 == 0) { threes.Add(slot); }
        }

        var both = even.And(threes);
        Assert.Equal(Enumerable.Range(0, 500).Where(slot => slot % 6 == 0), both.All());
        Assert.Equal(both.All().Count(), both.Count);
        Assert.All(both.All(), slot => Assert.True(even.Contains(slot) && threes.Contains(slot)));
    }
}
