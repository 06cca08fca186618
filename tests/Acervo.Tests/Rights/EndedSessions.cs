using Acervo.Platform.Accounts;
using Acervo.Ui.Forms;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Authorization;

namespace Acervo.Tests.Rights;

/// <summary>Fills in every form there is and sends it after the session ended: what is typed must be there for whoever typed it.</summary>
internal sealed class EndedSessions(Scene scene)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>The forms in which something is typed, by the page that has them.</summary>
    public List<string> Tried { get; } = [];

    /// <summary>What was lost, and what was kept that should not be.</summary>
    public List<string> Wrong { get; } = [];

    public async Task TryAsync()
    {
        var pages = scene.Addresses.Readable(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null);
        foreach (var name in new[] { "author", "reviewer", "admin" })
        {
            foreach (var (pattern, path) in pages.Where(page => !page.Path.Contains('.', StringComparison.Ordinal)))
            {
                var page = await scene.As(name).VisitAsync(path);
                if (page.Response.Content.Headers.ContentType?.MediaType == "text/html")
                {
                    foreach (var form in page.Page.QuerySelectorAll<IHtmlFormElement>("main form").Where(form => form.Method == "post"))
                    {
                        await TryAsync(pattern, path, form, scene.Who(name));
                    }
                }
            }
        }
    }

    private async Task TryAsync(string pattern, string path, IHtmlFormElement form, Person person)
    {
        var boxes = form.Elements.Where(IsForWords).Select(box => box.GetAttribute("name")!).Distinct().ToList();
        var target = form.QuerySelector("button[formaction]")?.GetAttribute("formaction") ?? form.GetAttribute("action") ?? path;
        if (!known.Add($"{pattern} {string.Concat(string.Join(' ', boxes).Where(letter => !char.IsDigit(letter)))} {boxes.Count == 0} {IsSecret(form)}"))
        {
            return;
        }

        var asks = form.Elements.Any(element =>
            element is IHtmlSelectElement or IHtmlInputElement { Type: "radio" or "checkbox" or "number" or "date" or "time" });
        if (IsSecret(form) || (boxes.Count == 0 && !asks))
        {
            if (form.QuerySelector($"input[name={Asked.FieldName}]") is not null)
            {
                Wrong.Add($"{pattern}: a form of secrets, or of a button alone, would be kept");
            }

            return;
        }

        if (boxes.Count > 0)
        {
            Tried.Add(pattern);
            await SendAsync(pattern, target, form, boxes, person);
        }
    }

    private async Task SendAsync(string pattern, string target, IHtmlFormElement form, List<string> boxes, Person person)
    {
        var typed = $"Lo que escribía en {pattern} el formulario {Tried.Count}";
        using var browser = await scene.App.SignInAsync(person);
        var cookie = browser.Cookie("acervo")!;
        await browser.PostFormAsync("/salir");
        browser.SetCookie("acervo", cookie);
        var sent = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(field => KeyValuePair.Create(field.Name!, field.Value))
            .Concat(boxes.Select(box => KeyValuePair.Create(box, typed)));
        var turnedAway = await browser.PostAsync(target, sent);
        if (turnedAway.Location != "/entrar?volver=%2Fretomar")
        {
            Wrong.Add($"{pattern}: what was typed is lost ({turnedAway.Status} {turnedAway.Location})");
            return;
        }

        using var again = await scene.App.SignInAsync(person);
        browser.SetCookie("acervo", again.Cookie("acervo")!);
        var kept = await browser.VisitAsync("/retomar");
        var back = kept.Page.QuerySelector("main form");
        if (!kept.Text("main").Contains(typed, StringComparison.Ordinal) || back?.GetAttribute("action") != target
            || !boxes.TrueForAll(box => back.QuerySelectorAll<IHtmlInputElement>("input").Any(field => field.Name == box && field.Value == typed)))
        {
            Wrong.Add($"{pattern}: what was typed does not come back whole, for {target}: {kept.Text("main")}");
        }
    }

    private static bool IsSecret(IHtmlFormElement form) => form.QuerySelector("input[type=password], input[autocomplete=one-time-code]") is not null;

    private static bool IsForWords(IElement control) => control.HasAttribute("name")
        && control is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "email" or "tel" or "url" };
}
