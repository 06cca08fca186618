using Acervo.Platform.Search;
using Acervo.Platform.Search.Words;

namespace Acervo.Tests.Platform.Search;

/// <summary>What answers best comes first among what was asked for, however much else there is.</summary>
public sealed class RankingTests
{
    private const int Newer = 2500;

    /// <summary>The oldest of all.</summary>
    private const long Wanted = 1;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Thousands_of_newer_items_of_another_kind_do_not_push_a_title_away(bool isNarrowed)
    {
        var site = Site();
        var (anywhere, title) = (new SlotSet(site.Rows.Length), new SlotSet(site.Rows.Length));
        for (var slot = 0; slot < site.Rows.Length; slot++)
        {
            anywhere.Add(slot);
        }

        title.Add(site.SlotOf(Wanted));
        var found = Matched(site, ("turno", new WordPlaces(anywhere, title, title)));
        var request = new SearchRequest("turno", isNarrowed ? ["practice"] : [], [], SearchSort.Relevance, 1) { CountsKinds = true };

        var (ids, next) = Page(site, request, found);

        Assert.Equal(Wanted, ids[0]);
        Assert.Equal(isNarrowed, next is null);
    }

    [Fact]
    public void More_of_the_words_come_before_a_better_place_and_pages_follow_one_another()
    {
        var site = Site();
        var (all, title) = (new SlotSet(site.Rows.Length), new SlotSet(site.Rows.Length));
        foreach (var slot in Enumerable.Range(0, 40))
        {
            all.Add(slot);
            title.Add(slot);
        }

        var other = new SlotSet(site.Rows.Length);
        foreach (var slot in Enumerable.Range(30, 30))
        {
            other.Add(slot);
        }

        var found = Matched(site, ("turno", new WordPlaces(all, title, title)), ("fila", new WordPlaces(other, null, null)));
        List<long> seen = [];
        SearchCursor? after = null;
        do
        {
            var request = new SearchRequest("turno fila", [], [], SearchSort.Relevance, 1) { Size = 7, After = after };
            (var ids, after) = Page(site, request, found);
            seen.AddRange(ids);
        }
        while (after is not null);

        Assert.Equal(60, seen.Distinct().Count());
        Assert.Equal(60, seen.Count);
        Assert.Equal(Enumerable.Range(30, 10).Select(slot => site.Rows[slot].Id), seen.Take(10));
        Assert.Equal(Enumerable.Range(0, 30).Select(slot => site.Rows[slot].Id), seen.Skip(10).Take(30));
    }

    private static (long[] Ids, SearchCursor? Next) Page(SiteSnapshot site, SearchRequest request, Matches found)
    {
        var selection = new Selection(site, request, DateTime.UnixEpoch);
        selection.Take(found, found.Some);
        return selection.Page();
    }

    private static Matches Matched(SiteSnapshot site, params (string Word, WordPlaces Places)[] words) => new(
        [new ChoiceMatch([.. words.Select(one => new SoughtWord(one.Word, [StemRun.Of(one.Word)]))], [.. words.Select(one => one.Places)], 0, null,
            site.Rows.Length)],
        site.Rows.Length);

    private static SiteSnapshot Site() => SiteSnapshot.Of(
        [
            new SiteRow(Wanted, "practice", Array.Empty<int>(), DateTime.UnixEpoch, 0, null),
            .. Enumerable.Range(2, Newer).Select(id => new SiteRow(id, "lesson", Array.Empty<int>(), DateTime.UnixEpoch.AddDays(id), 0, null)),
        ],
        [], []);
}
