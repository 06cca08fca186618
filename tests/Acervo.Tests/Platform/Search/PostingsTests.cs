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
            postings.Keep($"'{word}'", new WordPlaces(new SlotSet(0), null, null));
        }

        var kept = Enumerable.Range(0, 60_000).Count(word => postings.Find($"'{word}'") is not null);
        Assert.InRange(kept, 1, 8 * 1024 * 1024 / (300 + (rows / 8)));
    }

    [Fact]
    public void A_word_in_titles_too_takes_the_place_of_three()
    {
        var postings = new Postings(80_000);
        for (var word = 0; word < 1000; word++)
        {
            postings.Keep($"'{word}'", new WordPlaces(new SlotSet(0), new SlotSet(0), new SlotSet(0)));
        }

        Assert.InRange(Enumerable.Range(0, 1000).Count(word => postings.Find($"'{word}'") is not null), 1, 8 * 1024 * 1024 / 30_300);
    }

    [Fact]
    public void Sets_have_an_opposite_and_a_union()
    {
        var some = new SlotSet(70);
        some.Add(3);
        some.Add(69);
        Assert.Equal(68, some.Not().Count);
        Assert.False(some.Not().Contains(69));
        var other = new SlotSet(70);
        other.Add(4);
        Assert.Equal([3, 4, 69], some.Or(other).All());
        Assert.Equal(3, some.Or(other).Count);
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
