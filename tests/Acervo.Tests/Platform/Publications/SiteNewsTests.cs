using System.Globalization;
using Acervo.Tests.Platform.OpenData;
using Acervo.Tests.Platform.Publications.Calls;
using Npgsql;

namespace Acervo.Tests.Platform.Publications;

/// <summary>Nodes are told once of a statement, however much it wrote, and also of what is counted otherwise because of it.</summary>
[Collection(CallSite.Name)]
public sealed class SiteNewsTests(CallSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 4)]
    [InlineData(1001, 3000)]
    public async Task Many_publications_in_one_statement_are_one_piece_of_news(int first, int count)
    {
        var told = await HearAsync(() => site.RunAsync($"""
            INSERT INTO site.publications (kind, item, version, slug, state, title, summary, organisation, body, sha256, html, plain, facets,
                published_at, first_at)
            SELECT 'call', 800000 + n, 1, 'tanda-' || n, 'superseded', '', '', '', '', '', '', '', '[]', now(), now()
            FROM generate_series({first}, {first + count - 1}) n
            """));

        var ids = await site.AskAsync($"SELECT id FROM site.publications WHERE item BETWEEN {800000 + first} AND {800000 + first + count - 1} ORDER BY id");
        Assert.Equal(count, ids.Length);
        var news = Assert.Single(told);
        // More than a message holds: much changed, and that is all that can be said.
        Assert.Equal(count > 1000 ? "" : string.Join(',', ids), string.Join(',', Ids(news).Order()));
    }

    [Fact]
    public async Task What_a_withdrawn_one_led_to_is_told_too_for_its_count_changed()
    {
        var (practice, call) = (CallSite.NewItem(), CallSite.NewItem());
        await site.App.PublishAsync(practice, "contada", "La contada");
        await site.PublishAsync(call, "la-cuenta", draft => draft with { Relations = [new("cites", "practice", practice)] });
        var target = long.Parse((await site.AskAsync($"SELECT id FROM site.publications WHERE kind = 'practice' AND item = {practice}"))[0],
            CultureInfo.InvariantCulture);

        Assert.Contains(await HearAsync(() => site.WithdrawAsync(call)), news => Ids(news).Contains(target));
        Assert.Contains(await HearAsync(() => site.PublishAsync(call, "la-cuenta", draft => draft with { Relations = [new("cites", "practice", practice)] })),
            news => Ids(news).Contains(target));
    }

    [Fact]
    public async Task Nothing_is_told_when_nothing_changed() =>
        Assert.Empty(await HearAsync(() => site.RunAsync("UPDATE site.publications SET state = 'current' WHERE item = -1")));

    private static IEnumerable<long> Ids(string news) =>
        news.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture));

    /// <summary>All that is told while something is done.</summary>
    private async Task<List<string>> HearAsync(Func<Task> act)
    {
        await using var connection = await site.Owner.OpenConnectionAsync(Cancel);
        List<string> heard = [];
        connection.Notification += (_, told) => heard.Add(told.Payload);
        await using var listen = new NpgsqlCommand("LISTEN acervo_site", connection);
        await listen.ExecuteNonQueryAsync(Cancel);
        await act();
        // News of committed acts arrive before the answer to whatever is asked after them.
        await using var after = new NpgsqlCommand("SELECT 1", connection);
        await after.ExecuteScalarAsync(Cancel);
        await using var stop = new NpgsqlCommand("UNLISTEN acervo_site", connection);
        await stop.ExecuteNonQueryAsync(Cancel);
        return heard;
    }
}
