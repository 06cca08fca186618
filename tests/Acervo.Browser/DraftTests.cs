using Acervo.Modules.Practices;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Forms;
using Acervo.Tests;
using Acervo.Tests.Modules.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Acervo.Browser;

/// <summary>Words that were typed and not sent: they are kept, or one is asked before leaving them.</summary>
public sealed class DraftTests
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Sending_one_remark_keeps_what_was_typed_in_another(int width)
    {
        await using var app = await AppHost.StartAsync();
        var (lucia, mateo) = (Cast.Contributor(), Cast.Reviewer());
        await app.SeedAsync(lucia, mateo);
        var ficha = await InReviewAsync(app, lucia.Id, mateo.Id);
        using var signedIn = await app.SignInAsync(mateo);
        var screens = await OpenAsync(app, signedIn, width);
        var page = screens.Page;
        await screens.VisitAsync($"/revision/{ficha}");

        await WriteAsync(page, "#title", "El título dice poco.");
        await WriteAsync(page, "#scope", "Falta decir a cuántas sedes llega.");
        await page.Locator("#title .new-remark button").ClickAsync();
        await page.GetByText("El título dice poco.").First.WaitForAsync();
        // The words come back when the scripts are there, a moment after the page.
        await Assertions.Expect(page.Locator("#scope .new-remark textarea")).ToHaveValueAsync("Falta decir a cuántas sedes llega.");
        Assert.Equal("", await page.Locator("#title textarea").First.InputValueAsync());
        await screens.LookAsync("borrador");

        await page.Locator("#scope .new-remark button").ClickAsync();
        await page.GetByText("Falta decir a cuántas sedes llega.").First.WaitForAsync();
        await page.ReloadAsync();
        Assert.Equal("", await page.Locator("#scope textarea").First.InputValueAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Object.keys(localStorage).filter((key) => key.startsWith('acervo:copia:')).length"));
    }

    [Fact]
    public async Task A_section_saves_what_was_just_typed_and_asks_nothing_on_leaving()
    {
        await using var app = await AppHost.StartAsync();
        var lucia = Cast.Contributor();
        lucia.UnitId = null;
        await app.SeedAsync(lucia);
        var ficha = await app.SeedAsync(Dossier.Start(FormCatalogue.Default.InForce(PracticeKinds.Practice,
            app.Clock.Today()), lucia.Id, null, app.Clock.GetUtcNow().UtcDateTime));
        using var signedIn = await app.SignInAsync(lucia);
        var page = (await OpenAsync(app, signedIn, 1280)).Page;
        var asked = 0;
        page.Dialog += async (_, dialog) => { asked++; await dialog.AcceptAsync(); };

        await page.GotoAsync(new Uri(app.Address, $"/fichas/{ficha.Id}/seccion/3").ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.Locator("#contribution").FillAsync("Tres sedes.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Mis fichas" }).First.ClickAsync();
        await page.WaitForURLAsync("**/fichas");
        await signedIn.EventuallyAsync($"/fichas/{ficha.Id}/seccion/3", answer => answer.Text("#contribution").Contains("Tres", StringComparison.Ordinal));
        Assert.Equal("Tres sedes.", await SavedAsync(app, ficha.Id));

        // By the address, nothing can wait for the answer: the words travel on beyond the page.
        await page.GotoAsync(new Uri(app.Address, $"/fichas/{ficha.Id}/seccion/3").ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.Locator("#contribution").FillAsync("Cuatro sedes.");
        await page.GotoAsync(new Uri(app.Address, "/fichas").ToString());
        await signedIn.EventuallyAsync($"/fichas/{ficha.Id}/seccion/3", answer => answer.Text("#contribution").Contains("Cuatro", StringComparison.Ordinal));
        Assert.Equal("Cuatro sedes.", await SavedAsync(app, ficha.Id));
        Assert.Equal(0, asked);

        // Loaded again right after typing: what was typed is there, and nothing asks which text to keep.
        var section = new Uri(app.Address, $"/fichas/{ficha.Id}/seccion/3").ToString();
        await page.GotoAsync(section, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.Locator("#contribution").FillAsync("Cinco sedes.");
        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(page.Locator("#contribution")).ToHaveValueAsync("Cinco sedes.");
        await Assertions.Expect(page.Locator("[data-save-status]")).Not.ToContainTextAsync("Guardando");
        Assert.Equal(0, await page.Locator("form .notice, dialog[open]").CountAsync());
        Assert.Equal("Cinco sedes.", await SavedAsync(app, ficha.Id));

        // «Guardar» pressed while words are on their way: nobody quarrels with oneself.
        await page.RouteAsync("**/seccion/3", async route =>
        {
            if (route.Request.Headers.GetValueOrDefault("accept") == "application/json")
            {
                await Task.Delay(700);
            }

            await route.ContinueAsync();
        });
        await page.Locator("#contribution").FillAsync("Seis sedes.");
        await page.WaitForRequestAsync(request => request.Method == "POST");
        await page.Locator("#contribution").FillAsync("Siete sedes.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar y continuar" }).ClickAsync();
        await page.WaitForURLAsync("**/seccion/4");
        await Task.Delay(1000);
        Assert.Equal("Siete sedes.", await SavedAsync(app, ficha.Id));

        // Enter in a box saves, whatever other buttons the form has.
        await page.GotoAsync(new Uri(app.Address, $"/fichas/{ficha.Id}/seccion/1").ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.Locator("#title").FillAsync("Huertas");
        await page.Locator("#title").PressAsync("Enter");
        await page.WaitForURLAsync("**/seccion/2");
        Assert.Equal(0, asked);
    }

    /// <summary>Others wrote beside it while one's words were on their way, and one went on typing: both are kept, and nobody quarrels with oneself.</summary>
    [Fact]
    public async Task Who_goes_on_typing_while_what_others_wrote_arrives_keeps_both()
    {
        await using var app = await AppHost.StartAsync();
        var (lucia, mateo) = (Cast.Contributor(), Cast.Reviewer());
        await app.SeedAsync(lucia, mateo);
        var ficha = await app.SeedAsync(Dossier.Start(FormCatalogue.Default.InForce(PracticeKinds.Practice,
            app.Clock.Today()), lucia.Id, null, app.Clock.GetUtcNow().UtcDateTime));
        using var signedIn = await app.SignInAsync(lucia);
        var page = (await OpenAsync(app, signedIn, 1280)).Page;
        await page.GotoAsync(new Uri(app.Address, $"/fichas/{ficha.Id}/seccion/3").ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await app.ChangeAsync(ficha.Id, (dossier, _) =>
        {
            var theirs = new FormAnswers();
            theirs.Set("dissemination", "En una cartilla.");
            dossier.Answer(theirs, app.Clock.GetUtcNow().UtcDateTime);
            dossier.EditedBy(mateo.Id);
        });
        await page.RouteAsync("**/seccion/3", async route =>
        {
            var answer = await route.FetchAsync();
            await page.Locator("#contribution").PressSequentiallyAsync(" Y dos más.");
            await route.FulfillAsync(new() { Response = answer });
        }, new() { Times = 1 });

        await page.Locator("#contribution").PressSequentiallyAsync("Tres sedes.");
        await Assertions.Expect(page.Locator("#dissemination")).ToHaveValueAsync("En una cartilla.");
        await signedIn.EventuallyAsync($"/fichas/{ficha.Id}/seccion/3", answer => answer.Text("#contribution").Contains("más", StringComparison.Ordinal));
        Assert.Equal("Tres sedes. Y dos más.", await SavedAsync(app, ficha.Id));
        Assert.Equal("En una cartilla.", await SavedAsync(app, ficha.Id, "dissemination"));
        Assert.Equal(0, await page.Locator("form .notice, dialog[open]").CountAsync());
    }

    private static async Task<string> SavedAsync(AppHost app, int id, string question = "contribution")
    {
        await using var db = app.Db();
        return (await db.Set<Dossier>().AsNoTracking().SingleAsync(one => one.Id == id)).Answers.Text(question) ?? "";
    }

    private static async Task<Screens> OpenAsync(AppHost app, Visitor signedIn, int width)
    {
        var screens = await Screens.OpenAsync(app, "drafts", "mateo", width);
        await screens.Page.Context.AddCookiesAsync([new() { Name = "acervo", Value = signedIn.Cookie("acervo")!, Url = app.Address.ToString() }]);
        return screens;
    }

    private static async Task WriteAsync(IPage page, string answer, string words)
    {
        await page.Locator($"{answer} .new-remark summary").ClickAsync();
        await page.Locator($"{answer} .new-remark textarea").FillAsync(words);
    }

    private static async Task<int> InReviewAsync(AppHost app, int author, int reviewer)
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var practice = Dossier.Start(FormCatalogue.Default.InForce(PracticeKinds.Practice, now.BogotaDay()), author, null, now);
        var answers = new FormAnswers();
        answers.Set("title", "Compostaje en los colegios");
        answers.Set("scope", "Varias sedes.");
        practice.Answer(answers, now);
        practice.Present("Los residuos de las cocinas escolares se convierten en abono.", [12], "", now);
        await app.SeedAsync(practice);
        await using var db = app.Db();
        var saved = await db.Set<Dossier>().SingleAsync(one => one.Id == practice.Id);
        db.Add(saved.Submit(author, [], now));
        saved.Claim(reviewer, now);
        await db.SaveChangesAsync();
        return practice.Id;
    }
}
