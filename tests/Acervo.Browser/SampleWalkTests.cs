using Acervo.Tests;
using Acervo.Tests.Modules.Editorial.Sample;
using Microsoft.Playwright;

namespace Acervo.Browser;

/// <summary>A kind of dossier that brings no page of its own, walked in a browser: its rows are written with the scripts, and nothing typed is lost.</summary>
public sealed class SampleWalkTests
{
    private const string Address = "/acuerdos/andenes-libres";

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_kind_without_pages_of_its_own_travels_the_whole_road(int width)
    {
        await using var app = await AppHost.StartAsync(new SampleModule());
        var people = new[] { Cast.Contributor(), Cast.Reviewer(), Cast.SecondReviewer() };
        var screens = new List<Screens>();
        foreach (var person in people)
        {
            using var signedIn = await app.SignInAsync(await app.SeedAsync(person));
            var one = await Screens.OpenAsync(app, "sample", person.Name.Split(' ')[0], width);
            await one.Page.Context.AddCookiesAsync([new() { Name = "acervo", Value = signedIn.Cookie("acervo")!, Url = app.Address.ToString() }]);
            screens.Add(one);
        }

        var (author, reviewer, second) = (screens[0], screens[1], screens[2]);
        await author.VisitAsync("/fichas/nueva");
        await author.Page.GetByLabel("Un acuerdo de barrio", new() { Exact = false }).CheckAsync();
        await author.PressAsync("Empezar a escribir");
        var ficha = new Uri(author.Page.Url).AbsolutePath.Replace("/seccion/1", "", StringComparison.Ordinal);
        await WriteAsync(author);
        await WriteRowsAsync(author.Page);
        await author.LookAsync("aportes");
        await author.PressAsync("Guardar y continuar");
        await author.FillAsync("Resumen", "Los andenes quedan libres a la hora de entrada del colegio.");
        await author.PressAsync("Guardar y continuar");
        await SendAsync(author, ficha);

        var review = ficha.Replace("/fichas/", "/revision/", StringComparison.Ordinal);
        await reviewer.VisitAsync(review);
        await reviewer.PressAsync("Tomar para revisar");
        await reviewer.Page.Locator("#given .new-remark summary, #given summary").First.ClickAsync();
        await reviewer.Page.Locator("#given textarea").First.FillAsync("Diga quién responde por la junta.");
        await reviewer.PressAsync("Enviar observación");
        await reviewer.LookAsync("observada");
        await reviewer.VisitAsync($"{review}/solicitar-cambios");
        await reviewer.Page.Locator("textarea[name=note]").FillAsync("Falta quién responde.");
        await reviewer.PressAsync("Solicitar cambios");

        await author.VisitAsync($"{ficha}/seccion/2");
        Assert.True(await author.Page.GetByText("Diga quién responde por la junta.").First.IsVisibleAsync());
        await author.Page.Locator("[name='given.0.who']").FillAsync("Junta de vecinos, por su presidenta");
        await SavedAsync(author.Page);
        await author.PressAsync("Guardar y continuar");
        await SendAsync(author, ficha);

        await reviewer.VisitAsync(review);
        await reviewer.PressAsync("Dar por resuelta");
        await reviewer.VisitAsync($"{review}/aprobar");
        await reviewer.PressAsync("Aprobar esta versión");
        await second.VisitAsync($"{ficha}/publicar");
        await second.PressAsync("Publicar versión 1");

        var visitor = await Screens.OpenAsync(app, "sample", "visitor", width);
        using var asking = app.CreateClient();
        await asking.EventuallyAsync("/buscar?q=andenes", answer => answer.Page.QuerySelector(".result") is not null);
        await visitor.VisitAsync("/buscar?q=andenes");
        await visitor.FollowAsync("Andenes libres");
        await visitor.LookAsync("acuerdo");
        Assert.Contains("Junta de vecinos, por su presidenta", await visitor.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await author.VisitAsync($"{ficha}/corregir");
        await author.PressAsync("Empezar la corrección");
        await author.VisitAsync($"{ficha}/presentacion");
        await author.FillAsync("Nota de cambio", "Se precisa el acuerdo.");
        await author.PressAsync("Guardar y continuar");
        await SendAsync(author, ficha);
        await reviewer.VisitAsync(review);
        await reviewer.PressAsync("Tomar para revisar");
        await reviewer.VisitAsync($"{review}/aprobar");
        await reviewer.PressAsync("Aprobar esta versión");
        await second.VisitAsync($"{ficha}/publicar");
        await second.PressAsync("Publicar versión 2");
        await asking.EventuallyAsync(Address, answer => answer.Text("main").Contains("Se precisa el acuerdo.", StringComparison.Ordinal));
        await second.VisitAsync($"{ficha}/retirar");
        await second.Page.GetByLabel("No debía publicarse").CheckAsync();
        await second.FillAsync("Motivo", "El acuerdo terminó antes de tiempo.");
        await second.PressAsync("Confirmar");
        await asking.EventuallyAsync(Address, System.Net.HttpStatusCode.Gone);
        await visitor.VisitAsync(Address);
        Assert.Contains("retirad", await visitor.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }

    private static async Task WriteAsync(Screens author)
    {
        var page = author.Page;
        await page.Locator("[name=title]").FillAsync("Andenes libres");
        await page.Locator("[name=agreed]").FillAsync("Los locales guardan sus avisos de siete a nueve.");
        await page.Locator("[name=places]").First.FillAsync("usaquen");
        await DayAsync(page, "runs.desde", "1", "2", "2026");
        await DayAsync(page, "runs.hasta", "30", "6", "2027");
        await page.Locator("[name=cost]").FillAsync("1.250.000");
        await page.Locator("[name='state']").First.EvaluateAsync("field => field.options ? (field.selectedIndex = 1) : field.click()");
        await SavedAsync(page);
        await author.LookAsync("acuerdo");
        await author.PressAsync("Guardar y continuar");
    }

    /// <summary>With the scripts: rows come and go without a visit, the focus goes where one writes next, and a reload brings back what was saved.</summary>
    private static async Task WriteRowsAsync(IPage page)
    {
        await page.Locator("[name=signed][value=true]").CheckAsync();
        var rows = page.Locator("[data-rows=given] .group-row");
        await page.Locator("[name='given.0.who']").FillAsync("Locales");
        await page.GetByRole(AriaRole.Button, new() { Name = "Agregar renglón" }).ClickAsync();
        await Assertions.Expect(page.Locator("[name='given.1.who']")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Junta de vecinos");
        await page.Locator("[name='given.1.worth']").FillAsync("2.000");
        await page.Locator("[name='given.1.worth.moneda']").SelectOptionAsync("USD");
        await DayAsync(page, "given.1.until", "1", "7", "2027");
        await rows.First.Locator("[name=quitar]").ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[name='given.0.who']")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[name='given.0.who']")).ToHaveValueAsync("Junta de vecinos");
        await page.RunAndWaitForResponseAsync(() => page.Locator("[name='given.0.who']").FillAsync("Junta de vecinos del barrio"),
            response => response.Request.Method == "POST");
        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(page.Locator("[name='given.0.who']")).ToHaveValueAsync("Junta de vecinos del barrio");
        await Assertions.Expect(page.Locator("[name='given.0.worth.moneda']")).ToHaveValueAsync("USD");
    }

    /// <summary>A save by itself that is under way when the button is pressed would be taken for another window.</summary>
    private static Task SavedAsync(IPage page) =>
        Assertions.Expect(page.Locator("[data-save-status]").First).ToContainTextAsync("Guardado", new() { Timeout = 15_000 });

    private static async Task DayAsync(IPage page, string name, string day, string month, string year)
    {
        await page.Locator($"[name='{name}.dia']").FillAsync(day);
        await page.Locator($"[name='{name}.mes']").SelectOptionAsync(month);
        await page.Locator($"[name='{name}.anio']").FillAsync(year);
    }

    private static async Task SendAsync(Screens author, string ficha)
    {
        await author.VisitAsync($"{ficha}/enviar");
        foreach (var explanation in await author.Page.Locator("input[name^=explain]").AllAsync())
        {
            await explanation.FillAsync("Se comprobó con el equipo.");
        }

        await author.PressAsync("Enviar a revisión");
    }
}
