using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Mail;
using Acervo.Platform.Reference;
using Acervo.Tests.Modules.Practices;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Platform.Accounts;

/// <summary>A form sent three times at once makes one thing, and all three answers lead to it.</summary>
public sealed class SentFormsTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_ficha_begun_three_times_at_once_is_one()
    {
        var author = await NewAsync(Role.Contributor);
        await using var second = await app.JoinAsync();
        using var here = await app.SignInAsync(author);
        using var there = await second.SignInAsync(author);
        var page = await here.VisitAsync("/fichas/nueva");
        var other = await there.VisitAsync("/fichas/nueva");
        var key = Value(page, "/fichas/escribir", "__form");

        var answers = await Task.WhenAll(
            SendAsync(here, page, key), SendAsync(there, other, key), SendAsync(here, page, key));

        var led = Assert.Single(answers.Select(answer => answer.Location).Distinct());
        Assert.Matches("^/fichas/[0-9]+/seccion/1$", led!);
        await using (var db = app.Db())
        {
            Assert.Equal(1, await db.Set<Dossier>().CountAsync(practice => practice.AuthorId == author.Id, TestContext.Current.CancellationToken));
        }

        Assert.Equal(led, (await SendAsync(here, page, key)).Location);
        // Another form would be another ficha; while the first is empty, it leads there.
        Assert.Equal(led, (await SendAsync(here, page, Value(await here.VisitAsync("/fichas/nueva"), "/fichas/escribir", "__form"))).Location);
    }

    [Fact]
    public async Task An_invitation_sent_three_times_at_once_is_one_letter()
    {
        using var ramiro = await app.SignInAsync(await NewAsync(Role.Administrator));
        var email = $"{Guid.NewGuid():N}@example.gov.co";
        var page = await ramiro.VisitAsync("/admin/personas/invitar");
        var answers = await ThreeTimesAsync(ramiro, "/admin/personas/invitar", page, ("Name", "Zoraida"), ("Email", email), ("GivenRole", "Contributor"),
            ("UnitId", ""));
        Assert.All(answers, answer => Assert.Equal("/admin/personas", answer.Location));
        await using var db = app.Db();
        Assert.Equal(1, await db.Invitations.CountAsync(one => one.Email == email, TestContext.Current.CancellationToken));
        Assert.Equal(1, await db.Set<Letter>().CountAsync(letter => letter.ToAddress == email, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_term_a_role_and_a_remark_are_one_each()
    {
        var (author, reviewer) = (await NewAsync(Role.Contributor), await NewAsync(Role.Reviewer));
        using var ramiro = await app.SignInAsync(await NewAsync(Role.Administrator));
        var code = $"t-{Guid.NewGuid():N}"[..20];
        var form = await ramiro.VisitAsync("/admin/catalogos/sinonimos/nuevo");
        var terms = await ThreeTimesAsync(ramiro, "/admin/catalogos/sinonimos/nuevo", form, ("Form.Code", code), ("Form.Name", "Un nombre"));
        Assert.All(terms, answer => Assert.Equal("/admin/catalogos/sinonimos", answer.Location));

        var roles = await ThreeTimesAsync(ramiro, $"/admin/personas/{author.Id}/otorgar-rol",
            await ramiro.VisitAsync($"/admin/personas/{author.Id}/otorgar-rol"), ("GivenRole", "Liaison"), ("UnitId", ""));
        Assert.All(roles, answer => Assert.Equal($"/admin/personas/{author.Id}", answer.Location));

        var ficha = await app.SubmittedAsync(author);
        await app.ChangeAsync(ficha.Id, (mine, _) => mine.Claim(reviewer.Id, app.Clock.GetUtcNow().UtcDateTime));
        using var mateo = await app.SignInAsync(reviewer);
        var review = await mateo.VisitAsync($"/revision/{ficha.Id}");
        var observe = $"/revision/{ficha.Id}/observar/scope";
        var remarks = await ThreeTimesAsync(mateo, observe, review, ("text", "Falta decir hasta cuándo."));
        Assert.All(remarks, answer => Assert.Equal($"/revision/{ficha.Id}#scope", answer.Location));

        await using var db = app.Db();
        Assert.Equal(1, await db.Set<Term>().CountAsync(term => term.Code == code, TestContext.Current.CancellationToken));
        Assert.Equal(1, await db.Set<Remark>().CountAsync(remark => remark.Subject == ficha.Subject, TestContext.Current.CancellationToken));
        var granted = await db.People.Include(one => one.Grants).SingleAsync(one => one.Id == author.Id, TestContext.Current.CancellationToken);
        Assert.Single(granted.Grants, grant => grant.Role == Role.Liaison);
    }

    [Fact]
    public async Task A_form_that_came_back_with_errors_may_be_sent_again()
    {
        using var ramiro = await app.SignInAsync(await NewAsync(Role.Administrator));
        var page = await ramiro.VisitAsync("/admin/personas/invitar");
        Assert.Equal(HttpStatusCode.OK,
            (await ramiro.SendFormAsync("/admin/personas/invitar", page, ("Name", "Zoraida"), ("Email", "no es"), ("GivenRole", "Contributor"))).Status);
        Assert.Equal("/admin/personas",
            (await ramiro.SendFormAsync("/admin/personas/invitar", page, ("Name", "Zoraida"), ("Email", $"{Guid.NewGuid():N}@example.gov.co"),
            ("GivenRole", "Contributor"))).Location);
    }

    [Fact]
    public async Task The_error_of_a_file_field_is_tied_to_it_like_any_other()
    {
        using var author = await app.SignInAsync(await NewAsync(Role.Contributor));
        var page = await author.UploadAsync([], "vacio.docx");
        var input = page.Page.QuerySelector("input[type=file]")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.All(input.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(page.Page.GetElementById(id)));
        Assert.Contains(page.Page.QuerySelector(".field-error")!.Id!, input.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        Assert.Equal($"#{input.Id}", page.Page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Contains("Error: ", page.Page.QuerySelector(".field-error")!.TextContent, StringComparison.Ordinal);
    }

    private static string Value(Answer page, string action, string name) =>
        page.Page.QuerySelector($"form[action='{action}'] input[name={name}]")!.GetAttribute("value")!;

    private static Task<Answer> SendAsync(Visitor visitor, Answer page, string key) => visitor.PostAsync("/fichas/escribir",
        [KeyValuePair.Create("__RequestVerificationToken", Value(page, "/fichas/escribir", "__RequestVerificationToken")), KeyValuePair.Create("__form", key),
        KeyValuePair.Create("kind", "practice")]);

    private static Task<Answer[]> ThreeTimesAsync(Visitor visitor, string path, Answer page, params (string Name, string? Value)[] fields) =>
        Task.WhenAll(Enumerable.Range(0, 3).Select(_ => visitor.SendFormAsync(path, page, fields)));

    private async Task<Person> NewAsync(Role role) => await app.SeedAsync(Cast.Somebody(role.ToString(), $"{Guid.NewGuid():N}@example.gov.co", null, role));
}
