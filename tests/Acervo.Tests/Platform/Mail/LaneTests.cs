using System.Text;
using Acervo.Platform.Data;
using Acervo.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Mail;

/// <summary>Which letter leaves first, what travels with it, and what becomes of it afterwards.</summary>
public sealed class LaneTests(MailOffice office) : IClassFixture<MailOffice>, IAsyncLifetime
{
    private readonly MailCatcher server = office.Server;
    private readonly AppHost app = office.App;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => office.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_link_that_opens_an_account_goes_before_a_bulletin_that_waits_over_one_connection()
    {
        await using (var db = app.Db())
        {
            await db.Database.ExecuteSqlRawAsync("""
                INSERT INTO app.outbox (to_address, subject, body, created_at, message_id, kind, lane)
                SELECT 'lector' || n || '@example.gov.co', 'Boletín', 'Cuerpo', now(), 'boletin-' || n, 'bulletin', 2 FROM generate_series(1, 100000) n
                """, Cancel);
        }

        var before = server.Sessions;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var round = DeliverAsync(enough.Token);
        await UntilAsync(() => server.Caught.Count > 20);
        var sent = server.Caught.Count;
        await WriteAsync(new NewLetter("lucia@example.gov.co", "Enlace", "Cuerpo", LetterKind.Account(TimeSpan.FromHours(1))));
        await UntilAsync(() => server.Caught.Any(mail => mail.Subject == "Enlace"));

        // By its place and not by the clock: of a hundred thousand that wait, at most what was already on its way goes before.
        var place = server.Caught.Select(mail => mail.Subject).ToList().IndexOf("Enlace");
        Assert.InRange(place - sent, 0, 2000);
        Assert.Equal(before + 1, server.Sessions);
        await enough.CancelAsync();
        await ((Task)round).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
    }

    [Fact]
    public async Task Files_and_the_way_out_travel_with_a_letter()
    {
        var root = app.Address.ToString().TrimEnd('/');
        await WriteAsync(new NewLetter("lucia@example.gov.co", "Boletín", "Tres convocatorias.", LetterKind.Bulletin)
        {
            Unsubscribe = $"{root}/boletin/salir/abc",
            Files = [new LetterFile { Name = "reunión.ics", Type = "text/calendar", Bytes = Encoding.UTF8.GetBytes("BEGIN:VCALENDAR") }],
        });

        Assert.Equal(1, await DeliverAsync(Cancel));

        var mail = Assert.Single(server.Caught);
        Assert.Equal($"<{root}/boletin/salir/abc>", mail.Header("List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        var file = Assert.IsType<MimeKit.MimePart>(Assert.Single(mail.Read.Attachments), exactMatch: false);
        using var bytes = new MemoryStream();
        await file.Content!.DecodeToAsync(bytes, Cancel);
        Assert.Equal(("reunión.ics", "text/calendar", "BEGIN:VCALENDAR"), (file.FileName, file.ContentType.MimeType, Encoding.UTF8.GetString(bytes.ToArray())));
        Assert.Equal("Tres convocatorias.", mail.Text.Trim());
    }

    [Theory]
    [InlineData("Asunto\r\nBcc: otra@example.org", null)]
    [InlineData("Asunto", "https://example.gov.co\r\nBcc: otra@example.org")]
    public async Task A_letter_brings_no_header_of_its_own(string subject, string? unsubscribe) => await Assert.ThrowsAsync<RuleException>(
        () => WriteAsync(new NewLetter("lucia@example.gov.co", subject, "Cuerpo", LetterKind.Notice) { Unsubscribe = unsubscribe }));

    [Fact]
    public async Task Files_that_no_server_takes_are_refused_with_the_reason()
    {
        var letter = new NewLetter("lucia@example.gov.co", "Acta", "Cuerpo",
            LetterKind.Notice)
        { Files = [new LetterFile { Name = "acta.docx", Type = "application/msword", Bytes = new byte[LetterFile.MostBytes + 1] }] };
        Assert.Contains("10 MB", (await Assert.ThrowsAsync<RuleException>(() => WriteAsync(letter))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_costs_no_letter_a_try()
    {
        await using var other = await app.JoinAsync(("Mail:Port", "9"));
        await WriteAsync(new NewLetter("lucia@example.gov.co", "Asunto", "Cuerpo", LetterKind.Notice));
        await WriteAsync(new NewLetter("mateo@example.gov.co", "Asunto", "Cuerpo", LetterKind.Notice));
        for (var round = 0; round < 7; round++)
        {
            await using var scope = other.Services.CreateAsyncScope();
            Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<Postman>().DeliverAsync(Cancel));
        }

        Assert.Equal(2, await DeliverAsync(Cancel));
    }

    [Fact]
    public async Task An_address_that_bounces_is_noted_beside_its_person_until_a_letter_is_taken()
    {
        var (lucia, ramiro) = (Cast.Contributor().Apart(), Cast.Administrator().Apart());
        await app.SeedAsync(lucia, ramiro);
        using var visitor = await app.SignInAsync(ramiro);
        server.OnRecipient = _ => 550;
        await WriteAsync(new NewLetter(lucia.Email, "Asunto", "Cuerpo", LetterKind.Notice));
        await DeliverAsync(Cancel);
        Assert.Contains("rebotó", (await visitor.VisitAsync($"/admin/personas/{lucia.Id}")).Text("dl"), StringComparison.Ordinal);
        Assert.Contains("Rebotó", (await visitor.VisitAsync("/admin/correos")).Text("table"), StringComparison.Ordinal);

        server.OnRecipient = _ => 250;
        await WriteAsync(new NewLetter(lucia.Email, "Otro", "Cuerpo", LetterKind.Notice));
        Assert.Equal(1, await DeliverAsync(Cancel));
        Assert.DoesNotContain("rebotó", (await visitor.VisitAsync($"/admin/personas/{lucia.Id}")).Text("dl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_are_forgotten_after_their_term_and_their_page_says_so()
    {
        var ramiro = await app.SeedAsync(Cast.Administrator().Apart());
        using var visitor = await app.SignInAsync(ramiro);
        await WriteAsync(new NewLetter("lucia@example.gov.co", "Enlace", "Secreto", LetterKind.Account(TimeSpan.FromHours(1))));
        await WriteAsync(new NewLetter("lucia@example.gov.co", "Acta", "Texto",
            LetterKind.Notice)
        { Files = [new LetterFile { Name = "acta.docx", Type = "application/msword", Bytes = [1] }] });
        await WriteAsync(new NewLetter("lucia@example.gov.co", "Aviso", "Texto", LetterKind.Notice));
        Assert.Equal(3, await DeliverAsync(Cancel));
        Assert.Equal(0, await SweepAsync());

        await ExecuteAsync("UPDATE app.outbox SET stored_at = stored_at - interval '2 hours'");
        await ExecuteAsync("UPDATE app.outbox SET sent_at = sent_at - interval '91 days' WHERE subject = 'Acta'");

        Assert.Equal(2, await SweepAsync());
        await using var db = app.Db();
        Assert.Empty(await db.Set<LetterFile>().ToListAsync(Cancel));
        var kept = await db.Set<Letter>().ToDictionaryAsync(letter => letter.Subject, Cancel);
        Assert.Equal(("", "", "Texto"), (kept["Enlace"].Body, kept["Acta"].Body, kept["Aviso"].Body));
        Assert.Contains("El texto se borró", (await visitor.VisitAsync($"/admin/correos/{kept["Acta"].Id}")).Text("main"), StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var turn = 0; turn < 600 && !isSo(); turn++)
        {
            await Task.Delay(50, Cancel);
        }

        Assert.True(isSo());
    }

    private async Task<int> DeliverAsync(CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Postman>().DeliverAsync(cancel);
    }

    private async Task<int> SweepAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxShelf>().SweepAsync(Cancel);
    }

    private async Task WriteAsync(NewLetter letter)
    {
        await using var db = app.Db();
        await app.Services.GetRequiredService<Outbox>().AddAsync(db, letter, Cancel);
        await db.SaveChangesAsync(Cancel);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var db = app.Db();
        await db.Database.ExecuteSqlRawAsync(sql, Cancel);
    }
}
