using Acervo.Platform.Data;
using Acervo.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Mail;

/// <summary>The way of a letter from the outbox to a real mail server.</summary>
public sealed class PostmanTests(MailOffice office) : IClassFixture<MailOffice>, IAsyncLifetime
{
    private readonly MailCatcher server = office.Server;
    private readonly AppHost app = office.App;

    public ValueTask InitializeAsync() => office.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_letter_arrives_once_with_its_accents_in_text_and_html()
    {
        await WriteAsync("lucia@example.gov.co", "Su ficha «Compostaje en colegios» volvió con observaciones",
            "Hola, Lucía:\n\nVea <b> & más.\n\nAbrir:\nhttp://127.0.0.1/fichas/1\n");
        Assert.Equal(1, await DeliverAsync());
        Assert.Equal(0, await DeliverAsync());
        var mail = Assert.Single(server.Caught);
        Assert.Equal("lucia@example.gov.co", mail.To);
        Assert.Equal("acervo@example.gov.co", mail.From);
        Assert.Equal("Su ficha «Compostaje en colegios» volvió con observaciones", mail.Subject);
        Assert.Contains("Vea <b> & más.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Vea &lt;b&gt; &amp; m", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"http://127.0.0.1/fichas/1\">", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(mail.Raw.Split("\r\n"), line => line.Length > 100 || line.Any(sign => sign > '~'));
    }

    [Theory]
    [InlineData("lucia@example.gov.co\r\nRCPT TO:<otra@example.org>")]
    [InlineData("lucia@example.gov.co>\r\nDATA")]
    [InlineData("lucia@example.gov.co, otra@example.org")]
    [InlineData("<lucia@example.gov.co>")]
    [InlineData("sin arroba")]
    [InlineData("")]
    public async Task An_address_that_is_not_one_plain_address_reaches_no_server(string address)
    {
        await InsertAsync(address, "Asunto");
        Assert.Equal(0, await DeliverAsync());
        Assert.Empty(server.Caught);
        Assert.Equal("La dirección no es válida.", await ScalarAsync<string>("last_error"));
        Assert.True(await ScalarAsync<bool>("dead_at IS NOT NULL"));
    }

    [Fact]
    public async Task A_subject_cannot_bring_a_header_of_its_own()
    {
        await InsertAsync("lucia@example.gov.co", "Hola\r\nBcc: otra@example.org\r\n\r\ncuerpo");
        await DeliverAsync();
        var mail = Assert.Single(server.Caught);
        Assert.DoesNotContain("Bcc", mail.HeaderNames);
        Assert.Equal("HolaBcc: otra@example.orgcuerpo", mail.Subject);
    }

    [Fact]
    public async Task A_server_that_says_later_is_asked_again_with_the_same_message_id_and_five_times_at_most()
    {
        server.OnRecipient = _ => 450;
        await WriteAsync("lucia@example.gov.co", "Asunto", "Cuerpo");
        for (var attempt = 1; attempt <= 7; attempt++)
        {
            await DeliverAsync();
            Assert.Equal(Math.Min(attempt, 5), await ScalarAsync<int>("tries"));
            Assert.Equal(0, await DeliverAsync());
            await ExecuteAsync("UPDATE app.outbox SET next_try_at = now()");
        }

        Assert.True(await ScalarAsync<bool>("dead_at IS NOT NULL"));
        Assert.Contains("450", await ScalarAsync<string>("last_error"), StringComparison.Ordinal);
        var messageId = await ScalarAsync<string>("message_id");
        server.OnRecipient = _ => 250;
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OutboxShelf>().RetryAsync(await ScalarAsync<long>("id"), TestContext.Current.CancellationToken);
        Assert.Equal(1, await DeliverAsync());
        Assert.Equal($"{messageId}@example.gov.co", Assert.Single(server.Caught).MessageId);
    }

    [Fact]
    public async Task Poison_among_good_letters_keeps_none_of_them_back()
    {
        server.OnRecipient = to => to[0] switch { 'x' => 550, 'y' => 0, _ => 250 };
        for (var i = 0; i < 60; i++)
        {
            await InsertAsync($"{"abxy"[i % 4]}{i}@example.gov.co", $"Asunto {i}");
        }

        Assert.Equal(30, await DeliverAsync());
        Assert.Equal(30, server.Caught.Select(mail => mail.To).Distinct().Count());
        Assert.Equal(15, await ScalarAsync<long>("count(*)", "dead_at IS NOT NULL AND tries = 1"));
        Assert.Equal(15, await ScalarAsync<long>("count(*)", "dead_at IS NULL AND sent_at IS NULL AND tries = 1"));
    }

    [Fact]
    public async Task Two_nodes_send_a_hundred_letters_once_each()
    {
        for (var i = 0; i < 100; i++)
        {
            await InsertAsync($"p{i}@example.gov.co", "Asunto");
        }

        await using var node = await app.JoinAsync();
        var sent = await Task.WhenAll(DeliverAsync(), DeliverAsync(node), DeliverAsync(), DeliverAsync(node));
        Assert.Equal(100, sent.Sum());
        Assert.Equal(100, server.Caught.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_letter_that_brings_the_process_down_each_time_is_given_up()
    {
        await InsertAsync("lucia@example.gov.co", "Asunto");
        await ExecuteAsync("UPDATE app.outbox SET tries = 5, leased_until = now() - interval '1 second'");
        Assert.Equal(0, await DeliverAsync());
        Assert.Equal("El envío se interrumpió cada vez.", await ScalarAsync<string>("last_error"));
    }

    [Fact]
    public async Task Without_a_server_letters_are_kept()
    {
        await using var alone = await AppHost.StartAsync();
        await using (var db = alone.Db())
        {
            await alone.Services.GetRequiredService<Outbox>()
                .AddAsync(db, new NewLetter("lucia@example.gov.co", "Asunto", "Cuerpo", LetterKind.Notice), TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, await DeliverAsync(alone));
        await using var read = alone.Db();
        Assert.Equal(0, (await read.Set<Letter>().SingleAsync(TestContext.Current.CancellationToken)).Tries);
    }

    [Fact]
    public async Task A_letter_that_would_arrive_too_late_is_given_up_and_never_leaves()
    {
        await using var alone = await AppHost.StartAsync();
        await using (var db = alone.Db())
        {
            await alone.Services.GetRequiredService<Outbox>()
                .AddAsync(db, new NewLetter("lucia@example.gov.co", "Enlace", "Cuerpo", LetterKind.Account(TimeSpan.FromMinutes(60))),
                TestContext.Current.CancellationToken);
            await alone.Services.GetRequiredService<Outbox>()
                .AddAsync(db, new NewLetter("mateo@example.gov.co", "Aviso", "Cuerpo", LetterKind.Notice), TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("UPDATE app.outbox SET stored_at = now() - interval '61 minutes'");
        }

        Assert.Equal(0, await DeliverAsync(alone));
        await using var later = await alone.JoinAsync(server.Settings);

        Assert.Equal(1, await DeliverAsync(later));
        Assert.Equal("mateo@example.gov.co", Assert.Single(server.Caught).To);
        await using var scope = later.Services.CreateAsyncScope();
        var refused = await Assert.ThrowsAsync<RuleException>(() => scope.ServiceProvider.GetRequiredService<OutboxShelf>()
            .RetryAsync(1, TestContext.Current.CancellationToken));
        Assert.Contains("venció", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_waited_leaves_with_its_own_date_and_the_address_the_site_has_now()
    {
        await WriteAsync("lucia@example.gov.co", "Asunto", $"Abrir:\n{app.Address.ToString().TrimEnd('/')}/fichas/1\n");
        await ExecuteAsync("UPDATE app.outbox SET created_at = timestamptz '2026-01-05 15:00Z'");
        await using var moved = await app.JoinAsync(("Site:Url", "https://acervo.example.gov.co"));

        Assert.Equal(1, await DeliverAsync(moved));

        var mail = Assert.Single(server.Caught);
        Assert.Contains("Abrir:\r\nhttps://acervo.example.gov.co/fichas/1", mail.Text.ReplaceLineEndings("\r\n"), StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 15, 0, 0, TimeSpan.Zero), mail.Read.Date);
        Assert.EndsWith("@example.gov.co", mail.MessageId, StringComparison.Ordinal);
    }

    private async Task<int> DeliverAsync(AppHost? node = null)
    {
        await using var scope = (node ?? app).Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Postman>().DeliverAsync(TestContext.Current.CancellationToken);
    }

    private async Task WriteAsync(string to, string subject, string body)
    {
        await using var db = app.Db();
        await app.Services.GetRequiredService<Outbox>()
            .AddAsync(db, new NewLetter(to, subject, body, LetterKind.Notice), TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Writes behind the outbox's back, as somebody who found a way in would.</summary>
    private async Task InsertAsync(string to, string subject)
    {
        await using var db = app.Db();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO app.outbox (to_address, subject, body, created_at, message_id) VALUES ({to}, {subject}, 'Cuerpo', now(), {Guid.NewGuid().ToString("N")})
            """);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var db = app.Db();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>What and where are the constants above.</summary>
    private async Task<T> ScalarAsync<T>(string what, string where = "true")
    {
        await using AppDb db = app.Db();
        var sql = $"SELECT {what} AS \"Value\" FROM app.outbox WHERE {where}";
        return await db.Database.SqlQueryRaw<T>(sql).SingleAsync();
    }
}
