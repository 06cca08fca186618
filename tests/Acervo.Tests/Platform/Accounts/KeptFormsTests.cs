using Acervo.Platform.Accounts;
using Acervo.Ui.Forms;

namespace Acervo.Tests.Platform.Accounts;

/// <summary>What was typed when a session ended belongs to whoever typed it, and nobody can fill our shelves with it.</summary>
public sealed class KeptFormsTests(AppHost app) : IClassFixture<AppHost>
{
    private const string Typed = "Lo que escribía cuando terminó la sesión.";

    private static readonly KeyValuePair<string, string>[] Sent = [new("scope", Typed), new(Asked.FieldName, "scope=")];

    [Fact]
    public async Task Whoever_signs_in_next_on_the_same_browser_does_not_see_it_and_its_owner_still_does()
    {
        var (lucia, nelson) = (await NewAsync(), await NewAsync());
        using var browser = await app.SignInAsync(lucia);
        await app.EndSessionsAsync(lucia);
        Assert.Equal("/entrar?volver=%2Fretomar", (await browser.PostAsync("/fichas/1/seccion/1", Sent)).Location);

        await browser.PostFormAsync("/entrar", ("Email", nelson.Email), ("Password", Cast.Passphrase));
        Assert.DoesNotContain(Typed, (await browser.VisitAsync("/retomar")).Body, StringComparison.Ordinal);
        await browser.PostFormAsync("/entrar", ("Email", lucia.Email), ("Password", Cast.Passphrase));
        Assert.Contains(Typed, (await browser.VisitAsync("/retomar")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_that_we_did_not_write_keeps_nothing()
    {
        using var stranger = app.CreateClient();
        stranger.SetCookie("acervo", "CfDJ8-cualquier-cosa");
        var answer = await stranger.PostAsync("/fichas/1/seccion/1", Sent);
        Assert.StartsWith("/entrar?volver=%2Ffichas", answer.Location, StringComparison.Ordinal);
        Assert.Null(stranger.Cookie(KeptForms.CookieName));
    }

    [Theory]
    [InlineData("/cuenta/clave", "Current")]
    [InlineData("/cuenta/segundo-factor", "Code")]
    [InlineData("/admin/personas/1/desactivar", null)]
    [InlineData("/no/es/de/aqui", "text")]
    public async Task Secrets_presses_of_a_button_and_what_no_page_asked_for_are_not_kept(string path, string? field)
    {
        var person = await NewAsync();
        using var browser = await app.SignInAsync(person);
        var opened = await browser.VisitAsync(path);
        var cookie = browser.Cookie("acervo")!;
        await browser.PostFormAsync("/salir");
        browser.SetCookie("acervo", cookie);
        await browser.SendFormAsync(path, opened, field is null ? [] : [(field, Typed)]);
        Assert.Null(browser.Cookie(KeptForms.CookieName));
        Assert.Equal(0, await CountAsync(person.Id));
    }

    [Fact]
    public async Task Only_a_few_a_minute_and_the_last_ten_are_kept()
    {
        var person = await NewAsync();
        using var browser = await app.SignInAsync(person);
        var cookie = browser.Cookie("acervo")!;
        await app.EndSessionsAsync(person);
        var kept = 0;
        for (var minute = 0; minute < 4; minute++)
        {
            var answers = new List<string?>();
            for (var i = 0; i < 8; i++)
            {
                // Being turned away takes the cookie back; whoever wants to fill our shelves sends it again.
                browser.SetCookie("acervo", cookie);
                answers.Add((await browser.PostAsync("/fichas/1/seccion/1", Sent)).Location);
            }

            kept += answers.Count(location => location == "/entrar?volver=%2Fretomar");
            await ExecuteAsync("UPDATE app.kept_forms SET kept_at = kept_at - interval '66 seconds'");
        }

        Assert.Equal(20, kept);
        Assert.Equal(10, await CountAsync(person.Id));
    }

    private async Task<Person> NewAsync() =>
        await app.SeedAsync(Cast.Somebody("Persona de Prueba", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));

    private async Task<long> CountAsync(int person) => (long)(await ExecuteAsync($"SELECT count(*) FROM app.kept_forms WHERE person_id = {person}"))!;

    private async Task<object?> ExecuteAsync(string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(app.Connections.Owner);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
