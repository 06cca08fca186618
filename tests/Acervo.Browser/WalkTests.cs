using Acervo.Tests;
using Microsoft.Playwright;

namespace Acervo.Browser;

/// <summary>The recorded walk: a real ficha in PDF from upload to withdrawal, in a real browser, with pictures, at two widths.</summary>
public sealed class WalkTests
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_ficha_travels_the_whole_road_in_a_browser(int width)
    {
        var sample = Path.Combine(TestCluster.Repository, "samples", "documentos", "09-precios-de-senalizacion.pdf");
        await using var app = await AppHost.StartAsync();
        await app.SeedAsync(Cast.Contributor(), Cast.Reviewer(), Cast.SecondReviewer());

        var lucia = await SignInAsync(app, "lucia.barragan@example.gov.co", "lucia", width);
        await lucia.LookAsync("inicio");
        await lucia.VisitAsync("/fichas/nueva");
        await lucia.Page.SetInputFilesAsync("input[type=file]", sample);
        await lucia.PressAsync("Leer el documento");
        await lucia.LookAsync("leyendo");
        await lucia.Page.WaitForURLAsync(url => url.Contains("/fichas/", StringComparison.Ordinal) && char.IsAsciiDigit(url[^1])
            && !url.Contains("leyendo", StringComparison.Ordinal));
        var ficha = new Uri(lucia.Page.Url).AbsolutePath;
        await lucia.LookAsync("ficha");
        for (var section = 1; section <= 6; section++)
        {
            await lucia.VisitAsync($"{ficha}/seccion/{section}");
        }

        await lucia.VisitAsync($"{ficha}/seccion/1");
        await lucia.FillAsync("Nombre de la buena práctica de gestión pública", "Micrositio Gestión Pública Distrital");
        await lucia.PressAsync("Guardar y continuar");
        await lucia.VisitAsync($"{ficha}/presentacion");
        await lucia.FillAsync("Resumen",
            "Un solo lugar en la red con las normas, guías y experiencias de la gestión pública de Bogotá, al día y a la vista de todos.");
        await lucia.Page.GetByLabel("16. ", new() { Exact = false }).First.CheckAsync();
        await lucia.PressAsync("Guardar y continuar");
        await lucia.VisitAsync($"{ficha}/seccion/6");
        await lucia.LookAsync("archivos");
        await lucia.Page.SetInputFilesAsync("input[type=file]", Path.Combine(TestCluster.Repository, "samples", "documentos", "03-turno-en-comedores.docx"));
        await lucia.Page.GetByText("Ver la copia que será pública").WaitForAsync(new() { Timeout = 60_000 });
        await lucia.LookAsync("archivo-adjunto");
        await lucia.VisitAsync($"{ficha}/vista");
        await SendAsync(lucia, ficha);
        await lucia.LookAsync("enviada");

        var mateo = await SignInAsync(app, "mateo.quintana@example.gov.co", "mateo", width);
        await mateo.LookAsync("inicio");
        await mateo.VisitAsync("/revision");
        await mateo.PressAsync("Tomar para revisar Micrositio Gestión Pública Distrital");
        await mateo.LookAsync("revision");
        var review = ficha.Replace("/fichas/", "/revision/", StringComparison.Ordinal);
        await mateo.Page.Locator("#scope summary").ClickAsync();
        await mateo.Page.Locator("#scope textarea").FillAsync("Precise desde cuándo funciona.");
        await mateo.PressAsync("Enviar observación");
        await mateo.LookAsync("observada");
        await mateo.VisitAsync($"{review}/solicitar-cambios");
        await mateo.Page.Locator("textarea[name=note]").FillAsync("Muy buena ficha. Falta precisar el tiempo.");
        await mateo.PressAsync("Solicitar cambios");

        await lucia.VisitAsync(ficha);
        await lucia.VisitAsync($"{ficha}/seccion/2");
        await lucia.FillAsync("Alcance", "Centralizar la información de la gestión pública. Funciona desde 2021.");
        await lucia.PressAsync("Guardar y continuar");
        await lucia.VisitAsync($"{ficha}/observaciones");
        await SendAsync(lucia, ficha);

        await mateo.VisitAsync($"{review}?cambios=1");
        await mateo.VisitAsync(review);
        await mateo.PressAsync("Dar por resuelta");
        await mateo.VisitAsync($"{review}/aprobar");
        await mateo.PressAsync("Aprobar esta versión");
        await mateo.LookAsync("aprobada");

        var ines = await SignInAsync(app, "ines.valderrama@example.gov.co", "ines", width);
        await ines.VisitAsync("/revision/por-publicar");
        await ines.VisitAsync($"{ficha}/publicar");
        await ines.PressAsync("Publicar versión 1");
        await ines.LookAsync("publicada");

        var visitor = await Screens.OpenAsync(app, "walk", "visitor", width);
        await visitor.VisitAsync("/");
        await visitor.VisitAsync("/practicas");
        using (var first = app.CreateClient())
        {
            await first.EventuallyAsync("/buscar?q=micrositoi+gestion", answer => answer.Page.QuerySelector(".result") is not null);
        }

        await visitor.VisitAsync("/buscar?q=micrositoi+gestion");
        Assert.True(await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Micrositio Gestión Pública Distrital" }).First.IsVisibleAsync());
        await visitor.FollowAsync("Micrositio Gestión Pública Distrital");
        await visitor.LookAsync("practica");

        await lucia.VisitAsync($"{ficha}/corregir");
        await lucia.PressAsync("Empezar la corrección");
        await lucia.VisitAsync($"{ficha}/presentacion");
        await lucia.FillAsync("Nota de cambio", "Se precisa el resumen.");
        await lucia.PressAsync("Guardar y continuar");
        await SendAsync(lucia, ficha);
        await mateo.VisitAsync(review);
        await mateo.PressAsync("Tomar para revisar");
        await mateo.VisitAsync($"{review}/aprobar");
        await mateo.PressAsync("Aprobar esta versión");
        await ines.VisitAsync($"{ficha}/publicar");
        await ines.PressAsync("Publicar versión 2");
        using var asking = app.CreateClient();
        await asking.EventuallyAsync("/practicas/micrositio-gestion-publica-distrital",
            answer => answer.Text("main").Contains("Se precisa el resumen.", StringComparison.Ordinal));
        await visitor.VisitAsync("/practicas/micrositio-gestion-publica-distrital");
        await visitor.VisitAsync("/practicas/micrositio-gestion-publica-distrital/v1");

        await ines.VisitAsync($"{ficha}/retirar");
        await ines.Page.GetByLabel("No debía publicarse").CheckAsync();
        await ines.FillAsync("Motivo", "La entidad la reemplazó por otra práctica.");
        await ines.PressAsync("Confirmar");
        await asking.EventuallyAsync("/practicas/micrositio-gestion-publica-distrital", System.Net.HttpStatusCode.Gone);
        await visitor.VisitAsync("/practicas/micrositio-gestion-publica-distrital");
        Assert.Contains("fue retirada", await visitor.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }

    private static async Task<Screens> SignInAsync(AppHost app, string email, string person, int width)
    {
        var screens = await Screens.OpenAsync(app, "walk", person, width);
        await screens.VisitAsync("/entrar");
        await screens.FillAsync("Correo institucional", email);
        await screens.FillAsync("Contraseña", Cast.Passphrase);
        await screens.PressAsync("Entrar");
        return screens;
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
