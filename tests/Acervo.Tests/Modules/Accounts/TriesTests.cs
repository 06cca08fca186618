using System.Net;

namespace Acervo.Tests.Modules.Accounts;

/// <summary>What strangers behind the same network address can and cannot spoil for their neighbours.</summary>
public sealed class TriesTests : IAsyncLifetime
{
    private AppHost app = null!;

    public async ValueTask InitializeAsync() => app = await AppHost.StartAsync(("Accounts:TriesPerAddress", "12"));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Requests_for_recovery_letters_do_not_keep_the_office_from_signing_in()
    {
        var lucia = await app.SeedAsync(Cast.Contributor());
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await SendAsync("/recuperar", $"nadie{i}@example.gov.co")).Status);
        }

        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync("/recuperar", "nadie12@example.gov.co")).Status);
        Assert.Equal("/inicio", (await SendAsync("/entrar", lucia.Email)).Location);
    }

    [Fact]
    public async Task A_closed_account_spends_nothing_of_its_network_address()
    {
        var lucia = await app.SeedAsync(Cast.Contributor());
        for (var i = 0; i < 25; i++)
        {
            Assert.Equal(i < 10 ? HttpStatusCode.OK : HttpStatusCode.Conflict, (await SendAsync("/entrar", "fantasma@example.gov.co")).Status);
        }

        Assert.Equal("/inicio", (await SendAsync("/entrar", lucia.Email)).Location);
    }

    private async Task<Answer> SendAsync(string path, string email)
    {
        using var visitor = app.CreateClient();
        return await visitor.PostFormAsync(path, [("Email", email), .. path == "/entrar" ? new[] { ("Password", Cast.Passphrase) } : []]);
    }
}
