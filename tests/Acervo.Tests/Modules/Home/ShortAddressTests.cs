using System.Net;
using Acervo.Platform.Data;
using Acervo.Platform.Publications;
using Acervo.Tests.Platform.OpenData;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Home;

/// <summary>The address that fits on a poster, and what the first screen of a publication says.</summary>
public sealed class ShortAddressTests(AppHost app) : IClassFixture<AppHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_leads_to_the_thing_whatever_it_is_called_now()
    {
        await app.PublishAsync(601, "se-llama-asi", "Se llama así");
        await app.PublishAsync(601, "se-llama-de-otro-modo", "Se llama de otro modo");
        await using var db = app.Db();
        var ids = await db.Publications.Where(one => one.Item == 601).OrderBy(one => one.Version).Select(one => one.Id).ToListAsync(Cancel);
        using var visitor = app.CreateClient();

        foreach (var id in ids)
        {
            Assert.Equal("/practicas/se-llama-de-otro-modo", (await visitor.VisitAsync($"/p/{id}")).Location);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync("/p/999999999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync("/p/99999999999999999999999")).Status);
    }

    [Fact]
    public async Task The_page_says_whose_it_is_since_when_on_what_terms_and_how_to_name_it()
    {
        await app.PublishAsync(602, "con-dos-versiones", "Con dos versiones");
        using var visitor = app.CreateClient();
        Assert.Contains("Publicada el", (await visitor.EventuallyAsync("/practicas/con-dos-versiones", HttpStatusCode.OK)).Text(".byline"),
            StringComparison.Ordinal);
        await app.PublishAsync(602, "con-dos-versiones", "Con dos versiones", "Otro texto.");

        var page = await visitor.EventuallyAsync("/practicas/con-dos-versiones",
            answer => answer.Text(".kicker").Contains("Versión 2", StringComparison.Ordinal));

        Assert.Contains("Actualizada el", page.Text(".byline"), StringComparison.Ordinal);
        var list = await visitor.EventuallyAsync("/practicas", answer => answer.Text("main").Contains("Actualizada el", StringComparison.Ordinal));
        Assert.Contains("Actualizada el", list.Text(".result .result-meta"), StringComparison.Ordinal);
        Assert.Equal("Con dos versiones", list.Text(".result-title"));
        Assert.Contains("CC BY 4.0", page.Text(".byline a[rel=license]"), StringComparison.Ordinal);
        Assert.Equal("/practicas/con-dos-versiones", (await visitor.VisitAsync(page.Page.QuerySelector("#corta")!.GetAttribute("href")!)).Location);
    }

}
