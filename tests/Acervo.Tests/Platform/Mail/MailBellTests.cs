using Acervo.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Mail;

/// <summary>A letter is sent at once where jobs run, also when the bell could not be heard: nobody waits for the job of the next minute.</summary>
public sealed class MailBellTests(MailBellTests.Office office) : IClassFixture<MailBellTests.Office>, IAsyncLifetime
{
    private readonly AppHost app = office.App;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Until the bell hears; whether it does is asked of the database.</summary>
    public async ValueTask InitializeAsync()
    {
        office.Server.Caught.Clear();
        for (var turn = 0; turn < 100 && await ListenersAsync("pid") == 0; turn++)
        {
            await Task.Delay(100, Cancel);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_new_letter_is_sent_at_once()
    {
        await WriteAsync("Enlace");
        await ArrivesAsync("Enlace");
    }

    [Fact]
    public async Task A_letter_written_while_the_connection_that_listens_is_lost_is_sent_as_soon_as_it_is_back()
    {
        Assert.Equal(1, await ListenersAsync("pg_terminate_backend(pid)"));
        await WriteAsync("Mientras nadie oía");
        await ArrivesAsync("Mientras nadie oía");
        await WriteAsync("Después");
        await ArrivesAsync("Después");
    }

    private async Task ArrivesAsync(string subject)
    {
        for (var turn = 0; turn < 300 && office.Server.Caught.All(mail => mail.Subject != subject); turn++)
        {
            await Task.Delay(100, Cancel);
        }

        Assert.Single(office.Server.Caught, mail => mail.Subject == subject);
    }

    private async Task WriteAsync(string subject)
    {
        await using var db = app.Db();
        await app.Services.GetRequiredService<Outbox>().AddAsync(db, new NewLetter("lucia@example.gov.co", subject, "Cuerpo", LetterKind.Notice), Cancel);
        await db.SaveChangesAsync(Cancel);
    }

    /// <summary>How many connections of this database listen for letters, after doing something to each.</summary>
    private async Task<long> ListenersAsync(string act)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(app.Connections.Owner);
        await using var command = source.CreateCommand(
            $"SELECT count({act}) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'acervo-mail-bell'");
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    /// <summary>A site that runs jobs, of which the one that sends letters each minute does not come up.</summary>
    public sealed class Office : IAsyncLifetime
    {
        public MailCatcher Server { get; } = new();

        public AppHost App { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            App = await AppHost.StartAsync([.. Server.Settings, ("Jobs:Enabled", "true"), ("Jobs:Schedule:Platform:DeliverMail", "0 0 3 1 1 ?")]);

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
