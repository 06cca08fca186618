using System.Globalization;
using Acervo.Platform.Editorial.Review;
using Acervo.Platform.Reference;
using Acervo.Tests.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Practices;

/// <summary>Reminders on a calendar whose holidays are those of the catalogue.</summary>
public sealed class RemindReviewersTests : IAsyncLifetime
{
    private AppHost app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AppHost.StartAsync(("Site:Url", "https://acervo.example.gov.co"));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReferenceLoader>().LoadAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Nobody_hears_before_the_limit_and_each_reviewer_hears_once_after_it()
    {
        var people = await ReviewCast.PeopleAsync(app);
        await ReviewCast.InReviewAsync(app, people.Author, Bogota("2027-03-01"));
        await RemindOnAsync("2027-03-04");
        Assert.Empty(await ReviewCast.LettersAsync(app));
        await RemindOnAsync("2027-03-05");
        await RemindOnAsync("2027-03-05");
        var letters = await ReviewCast.LettersAsync(app);
        Assert.Equal([people.Reviewer.Email, people.Second.Email], letters.Select(letter => letter.ToAddress));
        Snapshot.Matches("Mails/reminder.txt", $"Subject: {letters[0].Subject}\n\n{letters[0].Body}");
    }

    [Fact]
    public async Task Weekends_and_holidays_do_not_count_and_nothing_is_sent_on_them()
    {
        // Holy week of 2027: Thursday 25 and Friday 26 of March; Monday 22 is a holiday too.
        var people = await ReviewCast.PeopleAsync(app);
        await ReviewCast.InReviewAsync(app, people.Author, Bogota("2027-03-19"));
        foreach (var day in new[] { "2027-03-25", "2027-03-26", "2027-03-27", "2027-03-29" })
        {
            await RemindOnAsync(day);
            Assert.Empty(await ReviewCast.LettersAsync(app));
        }

        await RemindOnAsync("2027-03-30");
        Assert.Equal(2, (await ReviewCast.LettersAsync(app)).Count);
    }

    [Fact]
    public async Task The_same_wait_is_not_repeated_for_a_week_and_reaches_administrators_at_twice_the_limit()
    {
        var people = await ReviewCast.PeopleAsync(app);
        var practice = await ReviewCast.InReviewAsync(app, people.Author, Bogota("2027-03-01"));
        await ReviewCast.ChangeAsync(app, practice.Id, (one, _) => one.Claim(people.Reviewer.Id, Bogota("2027-03-01")));
        List<(string Day, string To)> told = [];
        foreach (var day in Enumerable.Range(1, 18).Select(number => $"2027-03-{number:00}"))
        {
            var before = (await ReviewCast.LettersAsync(app)).Count;
            await RemindOnAsync(day);
            told.AddRange((await ReviewCast.LettersAsync(app)).Skip(before).Select(letter => (day, letter.ToAddress)));
        }

        Assert.Equal([("2027-03-09", people.Reviewer.Email), ("2027-03-16", people.Reviewer.Email), ("2027-03-16", people.Administrator.Email)], told);
    }

    [Fact]
    public async Task One_mail_gathers_everything_and_the_author_hears_about_changes()
    {
        var people = await ReviewCast.PeopleAsync(app);
        var first = await ReviewCast.InReviewAsync(app, people.Author, Bogota("2027-03-01"), "Primera");
        var second = await ReviewCast.InReviewAsync(app, people.Author, Bogota("2027-03-02"), "Segunda");
        foreach (var practice in new[] { first, second })
        {
            await ReviewCast.ChangeAsync(app, practice.Id, (one, round) =>
            {
                one.Claim(people.Reviewer.Id, Bogota("2027-03-02"));
                one.RequestChanges(round, "Falta la línea base.", 0, people.Reviewer.Id, Bogota("2027-03-02"));
            });
        }

        await RemindOnAsync("2027-03-17");
        var letter = Assert.Single(await ReviewCast.LettersAsync(app));
        Assert.Equal(people.Author.Email, letter.ToAddress);
        Assert.Equal("2 fichas esperan por usted", letter.Subject);
        Assert.Contains("«Primera»", letter.Body, StringComparison.Ordinal);
        Assert.Contains("«Segunda»", letter.Body, StringComparison.Ordinal);
    }

    private static DateTime Bogota(string day) =>
        DateTime.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal).AddHours(17);

    private async Task RemindOnAsync(string day)
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        app.Clock.Advance(Bogota(day).AddHours(-5) - now);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RemindReviewers>().RemindAsync(TestContext.Current.CancellationToken);
    }
}
