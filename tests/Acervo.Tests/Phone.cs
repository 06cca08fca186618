using System.Net;
using Acervo.Platform.Accounts;

namespace Acervo.Tests;

/// <summary>A telephone with an authenticator application: pairs with an account by reading its page, and shows codes.</summary>
internal sealed class Phone(AppHost app, string key)
{
    private readonly byte[] secret = Totp.Decode(key);

    /// <summary>The code of now; each call moves the clock on, since a code works once.</summary>
    public string NextCode()
    {
        app.Clock.Advance(TimeSpan.FromSeconds(Totp.Period));
        return Totp.CodeAt(secret, Totp.StepAt(app.Clock.GetUtcNow()));
    }

    /// <summary>Sets the second factor as a person would and keeps the recovery codes.</summary>
    public static async Task<(Phone Phone, IReadOnlyList<string> RecoveryCodes)> PairAsync(AppHost app, Visitor visitor)
    {
        var page = await visitor.VisitAsync("/cuenta/segundo-factor");
        var phone = new Phone(app, page.Text("main form li code"));
        var done = await visitor.SendFormAsync("/cuenta/segundo-factor", page, ("Code", phone.NextCode()));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        return (phone, [.. done.Page.QuerySelectorAll(".codes code").Select(code => code.TextContent)]);
    }
}
