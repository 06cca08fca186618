using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Platform.Mail;

/// <summary>A site and the mail server that its letters go to, shared by the tests of one class.</summary>
public sealed class MailOffice : IAsyncLifetime
{
    public MailCatcher Server { get; } = new();

    public AppHost App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await AppHost.StartAsync(Server.Settings);

    /// <summary>Starts afresh for the next test: no letters, nothing caught, everybody taken.</summary>
    public async ValueTask ClearAsync()
    {
        await using var db = App.Db();
        await db.Database.ExecuteSqlAsync($"DELETE FROM app.outbox");
        Server.Caught.Clear();
        Server.OnRecipient = _ => 250;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Server.DisposeAsync();
    }
}
