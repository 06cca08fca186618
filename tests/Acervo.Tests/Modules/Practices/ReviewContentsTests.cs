using Acervo.Platform.Accounts;
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

    private static string? NoteOf(IReadOnlyList<IElement> lines, string section) =>
        lines.Single(line => line.TextContent.StartsWith(section, StringComparison.Ordinal)).QuerySelector("small")?.TextContent.Replace('\u00A0', ' ');

    private async Task<Person> NewAsync(Role role) =>
        await app.SeedAsync(Cast.Somebody("Persona de prueba", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, role));
}
