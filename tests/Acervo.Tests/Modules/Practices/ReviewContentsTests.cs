using Acervo.Platform.Accounts;
using Acervo.Platform.Forms;
using AngleSharp.Dom;

namespace Acervo.Tests.Modules.Practices;

/// <summary>The contents beside a review: where each section is, and what still waits in it.</summary>
public sealed class ReviewContentsTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task The_contents_lead_to_each_section_and_count_the_remarks_and_demands_that_stand_open_in_it()
    {
        var (author, reviewer) = (await NewAsync(Role.Contributor), await NewAsync(Role.Reviewer));
        var ficha = await app.SubmittedAsync(author);
        // Answered when it was sent and empty now: a demand that came after.
        await app.ChangeAsync(ficha.Id, (mine, db) => db.Entry(mine).Property("answers").CurrentValue = "{\"title\":\"Ficha sin respuestas\"}");
        using var visitor = await app.SignInAsync(reviewer);
        var at = $"/revision/{ficha.Id}";
        await visitor.PostFromAsync("/inicio", $"{at}/tomar");
        await visitor.PostFromAsync("/inicio", $"{at}/observar/scope", ("text", "Diga cuándo empezó."));
        await visitor.PostFromAsync("/inicio", $"{at}/observar/baseline", ("text", "Diga de dónde sale la cifra."));

        var page = await visitor.VisitAsync(at);
        var lines = page.Page.QuerySelectorAll(".reviewing > .contents li a").ToList();

        Assert.False(page.Page.QuerySelector(".contents details")!.HasAttribute("open"));
        Assert.All(lines, line => Assert.NotNull(page.Page.GetElementById(line.GetAttribute("href")![1..])));
        Assert.Equal("#verificacion", lines[0].GetAttribute("href"));
        Assert.Equal("2 observaciones · 5 puntos por atender", NoteOf(lines, "2. "));
        Assert.Equal("2 puntos por atender", NoteOf(lines, "3. "));
        Assert.Null(NoteOf(lines, "6. "));

        await visitor.PostFromAsync("/inicio", page.Page.QuerySelector("#scope [formaction$=resolver]")!.GetAttribute("formaction")!);
        Assert.StartsWith("1 observación ·", NoteOf([.. (await visitor.VisitAsync(at)).Page.QuerySelectorAll(".contents li a")], "2. "),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ana.rojas@example.gov.co", true)]
    [InlineData("", false)]
    public async Task People_stand_beside_what_is_theirs_when_there_is_one_of_everything_for_each(string mail, bool isTable)
    {
        var (author, reviewer) = (await NewAsync(Role.Contributor), await NewAsync(Role.Reviewer));
        var ficha = await app.SeedAsync(Ficha.Complete(author, app.Clock.GetUtcNow().UtcDateTime, $"Ficha {Guid.NewGuid():N}"));
        await app.ChangeAsync(ficha.Id, (mine, db) =>
        {
            var answers = new FormAnswers();
            answers.Set("responsible_people", ["Óscar Iván Lemus", "Ana Rojas"]);
            answers.Set("employment_types", ["Contratista", "Provisional"]);
            answers.Set("contact_phones", ["300 000 0012", "300 000 0013"]);
            answers.Set("contact_emails", new[] { "oscar.lemus@example.gov.co", mail }.Where(one => one.Length > 0));
            mine.Answer(answers, app.Clock.GetUtcNow().UtcDateTime);
            db.Add(mine.Submit(author.Id, [], app.Clock.GetUtcNow().UtcDateTime));
        });
        using var visitor = await app.SignInAsync(reviewer);

        var rows = (await visitor.VisitAsync($"/revision/{ficha.Id}")).Page.QuerySelectorAll("#responsible_people tbody tr");

        string[] wanted = isTable ? ["Óscar Iván Lemus|Contratista|300 000 0012|oscar.lemus@example.gov.co", $"Ana Rojas|Provisional|300 000 0013|{mail}"] : [];
        Assert.Equal(wanted, rows.Select(row => string.Join('|', row.QuerySelectorAll("td").Select(cell => cell.TextContent))));
    }

    private static string? NoteOf(IReadOnlyList<IElement> lines, string section) =>
        lines.Single(line => line.TextContent.StartsWith(section, StringComparison.Ordinal)).QuerySelector("small")?.TextContent.Replace('\u00A0', ' ');

    private async Task<Person> NewAsync(Role role) =>
        await app.SeedAsync(Cast.Somebody("Persona de prueba", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, role));
}
