using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Intake;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Practices.Capture.Start;

/// <summary>Nobody makes drafts without end: an empty one is used again, and there is a most.</summary>
public sealed class DraftAllowanceTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task An_empty_ficha_is_used_again_and_it_is_said()
    {
        var (_, lucia) = await SignInAsync();
        var first = (await WriteAsync(lucia)).Location!;
        var again = (await WriteAsync(lucia)).Location!;
        Assert.Equal(first, again);
        Assert.Contains("estaba en blanco", (await lucia.VisitAsync(again)).Text(".notice"), StringComparison.Ordinal);

        await lucia.PostFormAsync(first, ("title", $"Ya tiene título {Guid.NewGuid():N}"));
        Assert.NotEqual(first, (await WriteAsync(lucia)).Location);
        lucia.Dispose();
    }

    [Fact]
    public async Task Begun_five_times_at_once_it_is_one()
    {
        var (person, lucia) = await SignInAsync();
        var token = (await lucia.VisitAsync("/fichas/nueva")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await Task.WhenAll(Enumerable.Range(0, 5)
            .Select(_ => lucia.PostAsync("/fichas/escribir", [new("__RequestVerificationToken", token), new("kind", "practice")])));

        await using var db = app.Db();
        Assert.Equal(1, await db.Set<Dossier>().CountAsync(practice => practice.AuthorId == person.Id, TestContext.Current.CancellationToken));
        lucia.Dispose();
    }

    [Fact]
    public async Task With_the_most_drafts_neither_writing_nor_reading_begins_another()
    {
        var (person, lucia) = await SignInAsync();
        await using (var db = app.Db())
        {
            db.AddRange(Enumerable.Range(0, DraftAllowance.MostDrafts).Select(n => Ficha.Complete(person, app.Clock.GetUtcNow().UtcDateTime, $"Borrador {n}")));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var written = await WriteAsync(lucia);
        Assert.Equal(HttpStatusCode.Conflict, written.Status);
        Assert.Contains("60 borradores sin enviar", written.Text("main"), StringComparison.Ordinal);
        var read = await lucia.UploadAsync(System.Text.Encoding.UTF8.GetBytes(TypedFicha.Of($"Una más {Guid.NewGuid():N}")), "ficha.txt");
        Assert.Contains("60 borradores sin enviar", read.Text(".field-error"), StringComparison.Ordinal);
        lucia.Dispose();
    }

    private static Task<Answer> WriteAsync(Visitor visitor) => visitor.PostFromAsync("/fichas/nueva", "/fichas/escribir", ("kind", "practice"));

    private async Task<(Person Person, Visitor Visitor)> SignInAsync()
    {
        var person = await app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        return (person, await app.SignInAsync(person));
    }
}
