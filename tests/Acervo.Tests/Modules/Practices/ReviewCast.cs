using Acervo.Modules.Practices;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Forms;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Practices;

/// <summary>Practices at each point of the editorial road, and who stands beside them.</summary>
internal static class ReviewCast
{
    public static readonly DateTime Start = new(2026, 2, 2, 15, 0, 0, DateTimeKind.Utc);

    /// <summary>People of the office, saved: the author, two reviewers and an administrator.</summary>
    public static async Task<(Person Author, Person Reviewer, Person Second, Person Administrator)> PeopleAsync(AppHost app)
    {
        var (author, reviewer, second, administrator) = (Cast.Contributor(), Cast.Reviewer(), Cast.SecondReviewer(), Cast.Administrator());
        foreach (var person in new[] { author, reviewer, second, administrator })
        {
            person.UnitId = null;
        }

        await app.SeedAsync(author, reviewer, second, administrator);
        return (author, reviewer, second, administrator);
    }

    /// <summary>Sent to review at a moment.</summary>
    public static async Task<Dossier> InReviewAsync(AppHost app, Person author, DateTime at, string title = "Compostaje en los colegios")
    {
        var practice = Dossier.Start(FormCatalogue.Default.InForce(PracticeKinds.Practice, at.BogotaDay()), author.Id, null, at);
        var answers = new FormAnswers();
        answers.Set("title", title);
        practice.Answer(answers, at);
        practice.Present("Los residuos de las cocinas escolares se convierten en abono.", [12], "", at);
        await app.SeedAsync(practice);
        await using var db = app.Db();
        var saved = await db.Set<Dossier>().SingleAsync(one => one.Id == practice.Id);
        db.Add(saved.Submit(author.Id, [], at));
        await db.SaveChangesAsync();
        return saved;
    }

    /// <summary>Changes a saved practice and the round it is in.</summary>
    public static async Task ChangeAsync(AppHost app, int id, Action<Dossier, Acervo.Platform.Editorial.ReviewRound> change)
    {
        await using var db = app.Db();
        var practice = await db.Set<Dossier>().SingleAsync(one => one.Id == id);
        var round = await db.Set<Acervo.Platform.Editorial.ReviewRound>().OrderBy(one => one.Round).LastAsync(one => one.Subject == practice.Subject);
        change(practice, round);
        await db.SaveChangesAsync();
    }

    public static async Task<List<Acervo.Platform.Mail.Letter>> LettersAsync(AppHost app)
    {
        await using var db = app.Db();
        return await db.Set<Acervo.Platform.Mail.Letter>().AsNoTracking().OrderBy(letter => letter.Id).ToListAsync();
    }
}
