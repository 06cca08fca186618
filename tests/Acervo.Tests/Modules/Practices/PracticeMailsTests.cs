using System.Text;
using Acervo.Platform.Data;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Review;
using Acervo.Platform.Publications;
using Acervo.Tests.Snapshots;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Practices;

/// <summary>The letters of the editorial road.</summary>
public sealed class PracticeMailsTests : IAsyncLifetime
{
    private AppHost app = null!;

    public async ValueTask InitializeAsync() => app = await AppHost.StartAsync(("Site:Url", "https://acervo.example.gov.co"));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Each_event_has_its_letter()
    {
        var people = await ReviewCast.PeopleAsync(app);
        var practice = await ReviewCast.InReviewAsync(app, people.Author, ReviewCast.Start);
        await ReviewCast.ChangeAsync(app, practice.Id, (one, round) =>
        {
            one.Claim(people.Reviewer.Id, ReviewCast.Start);
            one.Approve(round, 0, "", people.Reviewer.Id, ReviewCast.Start);
        });
        await WriteAsync(practice.Id, async (mails, one) =>
        {
            await mails.SubmittedAsync(one);
            await mails.ChangesRequestedAsync(one, "Falta la fuente de las cifras.");
            await mails.ApprovedAsync(one);
            await mails.ReopenedAsync(one, people.Reviewer.Id, "La cifra de hogares no coincide con el anexo.", people.Second.Id);
            await mails.PublishedAsync(one);
            await mails.EndedAsync(one, Ending.Replaced, "La entidad la reemplazó por otra más reciente.", by: 0);
            await mails.RemarkAsync(one, Remark.Write(one.Subject, "contribution", 1, null, people.Reviewer.Id, "¿De dónde sale la cifra de 40 %?",
                ReviewCast.Start));
            await mails.RemarkAsync(one, Remark.Write(one.Subject, "contribution", 1, null, people.Author.Id, "Del informe de 2025, página 12.",
                ReviewCast.Start));
        });
        var text = new StringBuilder();
        foreach (var letter in await ReviewCast.LettersAsync(app))
        {
            text.Append("To: ").Append(letter.ToAddress).Append("\nSubject: ").Append(letter.Subject).Append("\n\n").Append(letter.Body).Append("\n----\n");
        }

        Snapshot.Matches("Mails/practices.txt", text.ToString());
    }

    [Fact]
    public async Task A_title_with_line_breaks_writes_no_header_and_a_refused_save_leaves_no_letter()
    {
        var people = await ReviewCast.PeopleAsync(app);
        var practice = await ReviewCast.InReviewAsync(app, people.Author, ReviewCast.Start, "Compost\r\nBcc: otra@example.org\n\nen los colegios");
        await WriteAsync(practice.Id, (mails, one) => mails.ChangesRequestedAsync(one, "Falta la fuente de las cifras."));
        var letter = Assert.Single(await ReviewCast.LettersAsync(app));
        Assert.DoesNotContain('\n', letter.Subject);

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var stale = await db.Set<Dossier>().SingleAsync(one => one.Id == practice.Id, TestContext.Current.CancellationToken);
        await ReviewCast.ChangeAsync(app, practice.Id, (one, _) => one.Claim(people.Reviewer.Id, ReviewCast.Start));
        stale.Claim(people.Second.Id, ReviewCast.Start);
        await scope.ServiceProvider.GetRequiredService<DossierMails>().ApprovedAsync(stale, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Single(await ReviewCast.LettersAsync(app));
    }

    [Fact]
    public async Task Nobody_who_left_is_written_to()
    {
        var people = await ReviewCast.PeopleAsync(app);
        var practice = await ReviewCast.InReviewAsync(app, people.Author, ReviewCast.Start);
        await using (var db = app.Db())
        {
            (await db.Set<Acervo.Platform.Accounts.Person>()
                .SingleAsync(person => person.Id == people.Second.Id, TestContext.Current.CancellationToken)).Disable(ReviewCast.Start, null);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await WriteAsync(practice.Id, (mails, one) => mails.SubmittedAsync(one));
        Assert.Equal(people.Reviewer.Email, Assert.Single(await ReviewCast.LettersAsync(app)).ToAddress);
    }

    private async Task WriteAsync(int id, Func<DossierMails, Dossier, Task> write)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await write(scope.ServiceProvider.GetRequiredService<DossierMails>(), await db.Set<Dossier>().SingleAsync(one => one.Id == id));
        await db.SaveChangesAsync();
    }
}
