using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Acervo.Tests.Modules.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Admin;

/// <summary>Another entity empties in one act the catalogues of Bogotá, keeps what is in use, and gets them back; its units are a tree.</summary>
public sealed class ElsewhereTests
{
    private const string Path = "/admin/catalogos/otra-entidad";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_unused_goes_in_one_act_what_is_used_stays_and_the_program_does_not_bring_it_back()
    {
        await using var app = await AppHost.StartAsync();
        using var ramiro = await app.SignInAsync(await app.SeedAsync(Cast.Administrator()));
        await app.SeedAsync(Cast.Somebody("Lucía", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        var page = await ramiro.VisitAsync(Path);
        Assert.Contains("persona", page.Text("tr:has(input[value=entidades])"), StringComparison.Ordinal);
        var (before, processes) = (await CountAsync(app, "entidades"), await CountAsync(app, "procesos"));

        var refused = await ramiro.SendFormAsync(Path, page, ("confirmo", "vaciemos"));
        Assert.Contains("Escriba VACIAR", refused.Text(".field-error"), StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync(app, "entidades"));
        Assert.Equal(Path, (await ramiro.SendFormAsync(Path, page, ("confirmo", "vaciar"))).Location);

        Assert.Equal(0, await CountAsync(app, "procesos"));
        Assert.Equal(0, await CountAsync(app, "programas-pdd"));
        Assert.InRange(await CountAsync(app, "entidades"), 1, before - 1);
        await using (var db = app.Db())
        {
            Assert.True(await db.Set<Term>().AnyAsync(term => term.Id == Cast.Habitat, Cancel));
            Assert.True(await db.Set<Term>().AnyAsync(term => term.Catalogue == "ods", Cancel));
            Assert.Equal(1, await db.Database.SqlQuery<int>($"""
                SELECT count(*)::int AS "Value" FROM app.audit WHERE verb = {PlaceCatalogues.Emptied} AND row_count > 100
                """).SingleAsync(Cancel));
            Assert.Equal(0, await db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM app.audit WHERE verb = 'term.removed'""")
                .SingleAsync(Cancel));
        }

        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ReferenceLoader>().LoadAsync(Cancel);
        }

        Assert.Equal(0, await CountAsync(app, "procesos"));
        var after = await ramiro.VisitAsync(Path);
        Assert.Equal("/admin/catalogos/procesos/importar", after.Href("Cargar una tabla en «Procesos»"));
        Assert.Equal(HttpStatusCode.OK, (await ramiro.VisitAsync("/admin/catalogos/procesos")).Status);
        Assert.Contains("Vació catálogos", (await ramiro.VisitAsync("/admin/bitacora")).Text("main"), StringComparison.Ordinal);

        await ramiro.PostFromAsync(Path, $"{Path}?handler=Refill");
        Assert.Equal(processes, await CountAsync(app, "procesos"));
        Assert.InRange(await CountAsync(app, "entidades"), before / 2, before); // without those that only this test host added
    }

    [Fact]
    public async Task What_was_not_marked_stays_with_all_it_hangs_under_and_a_page_left_open_empties_nothing()
    {
        await using var app = await AppHost.StartAsync();
        using var ramiro = await app.SignInAsync(await app.SeedAsync(Cast.Administrator()));
        var sectors = await CountAsync(app, "sectores");
        var page = await ramiro.VisitAsync($"{Path}?catalogo=sectores&catalogo=procesos");
        var old = await ramiro.VisitAsync($"{Path}?catalogo=procesos");
        Assert.Contains("otros dependen de él", page.Text("tr:has(input[value=sectores])"), StringComparison.Ordinal);

        Assert.Equal(Path, (await ramiro.SendFormAsync(Path, page, ("confirmo", "VACIAR"))).Location);

        Assert.InRange(await CountAsync(app, "sectores"), 1, sectors);
        Assert.Equal(0, await CountAsync(app, "procesos"));
        Assert.NotEqual(0, await CountAsync(app, "dependencias"));
        Assert.Equal(HttpStatusCode.Conflict, (await ramiro.SendFormAsync(Path, old, ("confirmo", "VACIAR"))).Status);
        using var lucia = await app.SignInAsync(await app.SeedAsync(Cast.Contributor()));
        Assert.Equal(HttpStatusCode.Forbidden, (await lucia.VisitAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await lucia.PostFromAsync("/inicio", Path, ("confirmo", "VACIAR"))).Status);
    }

    [Fact]
    public async Task Units_are_shown_under_what_they_hang_under()
    {
        await using var app = await AppHost.StartAsync();
        using var ramiro = await app.SignInAsync(await app.SeedAsync(Cast.Administrator()));
        int office;
        await using (var db = app.Db())
        {
            office = await db.Set<Term>().Where(term => term.Catalogue == "dependencias").MinAsync(term => term.Id, Cancel);
        }

        await ramiro.PostFormAsync($"/admin/terminos/{office}/depende-de", ("ParentId", $"{Cast.Habitat}"));

        var tree = await ramiro.VisitAsync("/admin/catalogos/arbol");
        var link = tree.Page.QuerySelector($"main section li li a[href='/admin/terminos/{office}']")!;
        Assert.NotNull(link.Closest("ul")!.ParentElement!.QuerySelector($":scope > a[href='/admin/terminos/{Cast.Habitat}']"));
        await using var all = app.Db();
        Assert.Equal(await all.Set<Term>().CountAsync(term => term.Catalogue == "sectores" || Units.Catalogues.Contains(term.Catalogue), Cancel),
            tree.Page.QuerySelectorAll("main section li").Length);
    }

    private static async Task<int> CountAsync(AppHost app, string catalogue)
    {
        await using var db = app.Db();
        return await db.Set<Term>().CountAsync(term => term.Catalogue == catalogue, Cancel);
    }
}
