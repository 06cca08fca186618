using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Tests;
using Acervo.Tests.Modules.Practices;
using Microsoft.Playwright;

namespace Acervo.Browser;

/// <summary>
/// Hostile words in every field a person can fill, looked at in a real browser on every page that shows them: nothing runs, nothing is drawn.
/// </summary>
public sealed class InjectionTests
{
    private const string Run = "window.ran = true";

    private static readonly string[] Words =
    [
        $"<script>{Run}</script>", $"<img src=x onerror=\"{Run}\" class=planted>", $"\"><svg onload='{Run}' class=planted>", $"[pulse](javascript:{Run})",
        $"'-{Run}-'",
        $"</textarea><iframe srcdoc=\"<script>parent.ran=1</script>\" class=planted></iframe>", "<style>body{display:none}</style>",
        $"![x](x \"onerror={Run}\")", "{{7*7}}<b class=planted>negrilla</b>",
        $"<a href=\"data:text/html,<script>{Run}</script>\" class=planted>enlace</a>",
    ];

    private static readonly string All = string.Join('\n', Words.Select(word => $"- {word}"));

    [Fact]
    public async Task Hostile_words_stay_words_on_every_page()
    {
        await using var app = await AppHost.StartAsync();
        var (lucia, mateo, ines, ramiro) = (Cast.Contributor(), Cast.Reviewer(), Cast.SecondReviewer(), Cast.Administrator());
        lucia.Name = $"Lucía {Words[1]}";
        await app.SeedAsync(lucia, mateo, ines, ramiro);
        var open = await SubmittedAsync(app, lucia, mateo);
        var published = await app.PublishedAsync(lucia, mateo, ines, $"Título {Words[1]} {Words[2]}");

        using (var asking = app.CreateClient())
        {
            await asking.EventuallyAsync("/practicas", answer => answer.Body.Contains($"/practicas/{published.Slug}", StringComparison.Ordinal));
        }

        await LookAsync(app, null, "/", "/practicas", $"/practicas/{published.Slug}", $"/buscar?q={Uri.EscapeDataString(Words[1])}",
            $"/practicas?entidad={Uri.EscapeDataString(Words[2])}", $"/{Uri.EscapeDataString(Words[0])}");
        await LookAsync(app, lucia, "/inicio", "/fichas", $"/fichas/{open.Id}", $"/fichas/{open.Id}/observaciones", $"/fichas/{open.Id}/vista",
            $"/fichas/{published.Id}", $"/entrar?volver={Uri.EscapeDataString("javascript:" + Run)}");
        await LookAsync(app, mateo, "/inicio", "/revision", $"/revision/{open.Id}", $"/revision/{open.Id}/solicitar-cambios", $"/revision/{open.Id}/aprobar",
            "/revision/por-publicar", $"/fichas/{published.Id}/retirar");
        await LookAsync(app, ramiro, "/admin", "/admin/bitacora", "/admin/personas", $"/admin/personas/{lucia.Id}", "/admin/correos");

        await ChangesAsync(app, open.Id, mateo);
        await LookAsync(app, lucia, [.. Enumerable.Range(1, 6).Select(section => $"/fichas/{open.Id}/seccion/{section}"), $"/fichas/{open.Id}/presentacion",
            $"/fichas/{open.Id}/archivos", $"/fichas/{open.Id}/enviar"]);
    }

    private static async Task<Dossier> SubmittedAsync(AppHost app, Person author, Person reviewer)
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var practice = Ficha.Complete(author, now, $"Borrador {Words[0]} {Words[1]}");
        var answers = practice.Answers;
        foreach (var question in Ficha.Form.Questions.Where(question => question.Type is Acervo.Platform.Forms.QuestionType.LongText))
        {
            answers.Set(question.Key, All);
        }

        answers.Set("work_group", Words[2]);
        answers.Set("responsible_people", Words[..3]);
        answers.Set("annexes", Words);
        practice.Answer(answers, now);
        practice.Present($"Resumen {Words[1]} {Words[2]} {Words[4]}", [5], Words[0], now);
        await app.SeedAsync(practice);
        await app.ChangeAsync(practice.Id, (mine, db) =>
        {
            db.Add(mine.Submit(author.Id, [], now));
            mine.Claim(reviewer.Id, now);
            db.Add(Remark.Write(mine.Subject, "scope", 1, null, reviewer.Id, All, now));
        });
        return practice;
    }

    private static Task ChangesAsync(AppHost app, int id, Person reviewer) => app.ChangeAsync(id, (mine, db) =>
        mine.RequestChanges(db.Set<ReviewRound>().Single(round => round.Subject == mine.Subject), All, 1, reviewer.Id, app.Clock.GetUtcNow().UtcDateTime));

    private static async Task LookAsync(AppHost app, Person? person, params string[] paths)
    {
        var context = await Chrome.Current.NewVisitorAsync(1280);
        if (person is not null)
        {
            using var signedIn = await app.SignInAsync(person);
            await context.AddCookiesAsync([new() { Name = "acervo", Value = signedIn.Cookie("acervo")!, Url = app.Address.ToString() }]);
        }

        var page = await context.NewPageAsync();
        page.Dialog += (_, dialog) => Assert.Fail($"A dialog opened at {page.Url}: {dialog.Message}");
        List<string> blocked = [];
        var shown = 0;
        page.Console += (_, said) =>
        {
            if (said.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                blocked.Add($"{page.Url}: {said.Text}");
            }
        };
        foreach (var path in paths)
        {
            await page.GotoAsync(new Uri(app.Address, path).ToString());
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            Assert.False(await page.EvaluateAsync<bool>("() => 'ran' in window"), $"Something ran at {path}.");
            Assert.Equal(0, await page.Locator(".planted, main iframe, main style, main script:not([type]), a[href^='javascript:' i], a[href^='data:' i]")
                .CountAsync());
            Assert.True(await page.Locator("body").IsVisibleAsync(), $"Nothing is seen at {path}.");
            shown += (await page.ContentAsync()).Contains("onerror=", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.Empty(blocked);
        Assert.True(shown > 0, "The hostile words were on no page: nothing was tried.");
        await context.CloseAsync();
    }
}
