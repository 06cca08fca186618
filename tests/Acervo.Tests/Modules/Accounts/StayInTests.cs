using System.Globalization;
using System.Net;
using System.Text.Json;
using Acervo.Platform.Accounts;

namespace Acervo.Tests.Modules.Accounts;

/// <summary>The end of a session is announced, can be put off, and takes nothing that was typed (WCAG 2.2.1).</summary>
public sealed class StayInTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private static readonly TimeSpan TenHours = TimeSpan.FromHours(10);

    private Person lucia = null!;
    private Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        lucia = await app.SeedAsync(Cast.Contributor().Apart());
        visitor = await app.SignInAsync(lucia);
    }

    public ValueTask DisposeAsync()
    {
        visitor.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_working_page_knows_when_the_session_ends()
    {
        Close(TenHours, Left(await visitor.VisitAsync("/inicio")));
        app.Clock.Advance(TimeSpan.FromHours(4));
        Close(TimeSpan.FromHours(6), Left(await visitor.VisitAsync("/inicio")));
        app.Clock.Advance(TimeSpan.FromHours(3));
        // More than half of the time is over: this very visit renews the cookie, and the page says so.
        Close(TenHours, Left(await visitor.VisitAsync("/inicio")));
    }

    [Fact]
    public async Task Going_on_gives_the_session_its_time_again()
    {
        var page = await visitor.VisitAsync("/inicio");
        app.Clock.Advance(TimeSpan.FromHours(4));
        Close(TenHours, await StayAsync(page));
        app.Clock.Advance(TimeSpan.FromHours(9.5));
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync("/inicio")).Status);
    }

    [Fact]
    public async Task The_last_day_of_a_session_is_not_put_off()
    {
        for (var hours = 0; hours < (24 * 7) - 8; hours += 8)
        {
            await visitor.VisitAsync("/inicio");
            app.Clock.Advance(TimeSpan.FromHours(8));
        }

        Close(TimeSpan.FromHours(8), await StayAsync(await visitor.VisitAsync("/inicio")));
    }

    [Fact]
    public async Task Going_on_needs_the_page_and_a_session()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/cuenta/seguir", [])).Status);
        using var nobody = app.CreateClient();
        Assert.StartsWith("/entrar", (await nobody.PostAsync("/cuenta/seguir", [])).Location, StringComparison.Ordinal);
        Assert.Equal("/inicio", (await visitor.VisitAsync("/cuenta/seguir")).Location);
    }

    [Fact]
    public async Task What_was_typed_is_saved_after_signing_in_again_in_another_tab()
    {
        var open = await visitor.VisitAsync("/cuenta/clave");
        app.Clock.Advance(TenHours + TimeSpan.FromMinutes(1));
        await visitor.PostFormAsync("/entrar", ("Email", lucia.Email), ("Password", Cast.Passphrase));
        var saved = await visitor.SendFormAsync("/cuenta/clave", open, ("Current", Cast.Passphrase), ("Password", "siete garzas sobre la laguna"));
        Assert.Equal("/cuenta", saved.Location);
    }

    private static TimeSpan Left(Answer page) =>
        TimeSpan.FromSeconds(int.Parse(page.Page.QuerySelector("#sesion")!.GetAttribute("data-session")!, CultureInfo.InvariantCulture));

    private static void Close(TimeSpan wanted, TimeSpan left) => Assert.InRange(left, wanted - TimeSpan.FromMinutes(1), wanted);

    private async Task<TimeSpan> StayAsync(Answer page)
    {
        var token = page.Page.QuerySelector("[data-session-extend] [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post,
            "/cuenta/seguir")
        { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) };
        request.Headers.Accept.Add(new("application/json"));
        using var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return TimeSpan.FromSeconds(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("seconds").GetInt32());
    }
}
