using System.Globalization;
using System.Net;
using System.Text.Json;
using Acervo.Platform.Calendar;
using Acervo.Tests.Platform.Publications.Calls;

namespace Acervo.Tests.Platform.Publications;

/// <summary>What was in force on a day of the past is told as it was at the end of that day, in Bogotá.</summary>
[Collection(CallSite.Name)]
public sealed class InForceTests(CallSite site)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly string[] Own = ["se-corrige", "se-va", "se-cierra"];

    [Fact]
    public async Task Each_day_has_the_version_that_stood_at_its_end()
    {
        var (amended, withdrawn, closed) = (CallSite.NewItem(), CallSite.NewItem(), CallSite.NewItem());
        using var visitor = site.App.CreateClient();
        var clock = site.App.Clock;
        // Late in the evening, when in UTC it is the next day already.
        clock.Advance(clock.Today().ToDateTime(new TimeOnly(21, 0)).BogotaToUtc().AddDays(1) - clock.Now());
        var first = clock.Today();
        await site.PublishAsync(amended, "se-corrige");
        await site.PublishAsync(withdrawn, "se-va");
        await site.PublishAsync(closed, "se-cierra", draft => draft with { ClosesAt = clock.Now() + TimeSpan.FromHours(1) });
        clock.Advance(2 * Day);
        await site.PublishAsync(amended, "se-corrige", text: "Con otra fecha.");
        await site.WithdrawAsync(withdrawn);
        clock.Advance(2 * Day);
        await visitor.EventuallyAsync("/llamados/se-va", HttpStatusCode.Gone);

        Assert.Empty(await OnAsync(visitor, first.AddDays(-1)));
        string[] before = ["se-corrige 1 superseded /v1", "se-va 1 withdrawn ", "se-cierra 1 current "];
        Assert.Equal(before, await OnAsync(visitor, first));
        Assert.Equal(before, await OnAsync(visitor, first.AddDays(1)));
        string[] after = ["se-corrige 2 current ", "se-cierra 1 current "];
        Assert.Equal(after, await OnAsync(visitor, first.AddDays(2)));
        Assert.Equal(after, await OnAsync(visitor, clock.Today()));
        Assert.Equal(after, await OnAsync(visitor, null));

        // Nothing is published at midnight, and what was kept is of yesterday all the same.
        Assert.Contains($"\"day\":\"{clock.Today():yyyy-MM-dd}\"", (await visitor.VisitAsync("/api/v1/in-force/call")).Body, StringComparison.Ordinal);
        clock.Advance(Day);
        Assert.Contains($"\"day\":\"{clock.Today():yyyy-MM-dd}\"", (await visitor.VisitAsync("/api/v1/in-force/call")).Body, StringComparison.Ordinal);
        var history = JsonDocument.Parse((await visitor.VisitAsync("/api/v1/publications/call/se-corrige/versions")).Body).RootElement;
        Assert.Equal(history[0].GetProperty("publishedAt").GetDateTime(), history[1].GetProperty("replacedAt").GetDateTime());
    }

    [Theory]
    [InlineData("?day=ayer", "no es un día")]
    [InlineData("?day=2999-01-01", "todavía no ha llegado")]
    [InlineData("?after=x", "«after» debe ser")]
    public async Task A_question_that_cannot_be_answered_says_why(string query, string sentence)
    {
        using var visitor = site.App.CreateClient();
        var answer = await visitor.VisitAsync($"/api/v1/in-force/call{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(sentence, JsonDocument.Parse(answer.Body).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_kind_that_is_not_there_nothing_is_known()
    {
        using var visitor = site.App.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync("/api/v1/in-force/nada")).Status);
    }

    private static async Task<string[]> OnAsync(Visitor visitor, DateOnly? day)
    {
        var query = day is { } one ? $"?day={one.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        using var json = JsonDocument.Parse((await visitor.VisitAsync($"/api/v1/in-force/call{query}")).Body);
        return
        [
            .. from item in json.RootElement.GetProperty("items").EnumerateArray()
               let slug = item.GetProperty("slug").GetString()
               where Own.Contains(slug)
               let address = item.GetProperty("url").GetString()!.Split("/llamados/")[1]
               select $"{slug} {item.GetProperty("version")} {item.GetProperty("state")} {address[slug.Length..]}",
        ];
    }
}
