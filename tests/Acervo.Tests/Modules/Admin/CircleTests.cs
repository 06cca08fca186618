using System.Globalization;
using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Acervo.Tests.Rights;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Admin;

/// <summary>A role is held in a unit and what hangs under it; hanging a unit elsewhere changes what people may do at once.</summary>
public sealed class CircleTests(Stage stage) : IClassFixture<Stage>
{
    private Visitor Admin => stage.Scene.As("admin");

    [Fact]
    public async Task Moving_a_unit_takes_and_gives_rights_at_once_and_is_in_the_trail()
    {
        await using var db = stage.App.Db();
        var dossier = await db.Database.SqlQuery<int>($"SELECT min(id) AS \"Value\" FROM app.dossiers WHERE unit_id = {Cast.Habitat} AND stage = 'InReview'")
            .SingleAsync(TestContext.Current.CancellationToken);
        var over = (await db.FindAsync<Term>([Cast.Habitat], TestContext.Current.CancellationToken))!.ParentId!.Value;
        var above = stage.Scene.As("above");
        Assert.Equal(HttpStatusCode.OK, (await above.VisitAsync($"/revision/{dossier}")).Status);

        await MoveAsync(Cast.Habitat, null);
        Assert.Equal(HttpStatusCode.NotFound, (await above.VisitAsync($"/revision/{dossier}")).Status);
        await MoveAsync(Cast.Habitat, over);
        Assert.Equal(HttpStatusCode.OK, (await above.VisitAsync($"/revision/{dossier}")).Status);

        var trail = (await Admin.VisitAsync("/admin/bitacora")).Text("main");
        Assert.Contains("Antes, de Sector de Pruebas. Ahora, de ninguna", trail, StringComparison.Ordinal);
        var holders = await db.PeopleWith(Role.Reviewer, Circle.Unit(Cast.Habitat)).Select(person => person.Name)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Arriba", holders);
        Assert.DoesNotContain("Abajo", holders);
        Assert.DoesNotContain("Al lado", holders);
    }

    [Fact]
    public async Task A_unit_cannot_hang_under_itself_nor_under_what_hangs_under_it()
    {
        await using var db = stage.App.Db();
        var under = await db.Terms.Where(term => term.ParentId == Cast.Habitat).Select(term => term.Id).FirstAsync(TestContext.Current.CancellationToken);
        var answer = await Admin.PostFormAsync($"/admin/terminos/{Cast.Habitat}/depende-de", ("ParentId", Text(under)));
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("no puede depender de sí misma", answer.Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await Admin.PostFormAsync($"/admin/terminos/{Cast.Habitat}/depende-de", ("ParentId", "987654"))).Status);
        var goal = await db.Terms.Where(term => term.Catalogue == "ods").Select(term => term.Id).FirstAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, (await Admin.VisitAsync($"/admin/terminos/{goal}/depende-de")).Status);
    }

    [Fact]
    public async Task Saving_what_was_there_moves_nothing()
    {
        await using var db = stage.App.Db();
        var entity = await db.Terms.Where(term => term.Catalogue == "entidades" && term.ParentId != null && term.Id != Cast.Habitat)
            .FirstAsync(TestContext.Current.CancellationToken);
        Assert.Equal("/admin/catalogos/entidades", (await Admin.PostFormAsync($"/admin/terminos/{entity.Id}/depende-de")).Location);
        Assert.Equal(entity.ParentId, await db.Terms.Where(term => term.Id == entity.Id).Select(term => term.ParentId)
            .SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_move_over_what_somebody_else_saved_is_refused()
    {
        var path = $"/admin/terminos/{Cast.Movilidad}/depende-de";
        var opened = await Admin.VisitAsync(path);
        var refused = await Admin.SendFormAsync(path, opened, ("Revision", "77"));
        Assert.Contains("Alguien cambió esta dependencia", refused.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_roles_say_what_the_circle_covers()
    {
        await using var db = stage.App.Db();
        var over = await db.Terms.Where(term => term.Name == "Sector de Pruebas").SingleAsync(TestContext.Current.CancellationToken);
        var path = $"/admin/personas/{stage.Scene.Author.Id}/otorgar-rol";
        Assert.Contains("Sector de Pruebas y las 3 dependencias que tiene debajo", (await Admin.VisitAsync(path)).Body, StringComparison.Ordinal);
        var given = await Admin.PostFormAsync(path, ("GivenRole", "Archivist"), ("UnitId", Text(over.Id)));
        Assert.Contains("Archivo, en Sector de Pruebas y las 3 dependencias que tiene debajo", (await Admin.VisitAsync(given.Location!)).Text("dl"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_held_in_a_sector_and_nobody_belongs_to_one()
    {
        await using var db = stage.App.Db();
        var cancel = TestContext.Current.CancellationToken;
        var entity = await db.Terms.Join(db.Set<Term>().Where(term => term.Catalogue == "sectores"), term => term.ParentId, sector => sector.Id,
            (term, _) => term).FirstAsync(cancel);
        var sector = (await db.FindAsync<Term>([entity.ParentId], cancel))!;
        var person = $"/admin/personas/{stage.Scene.Author.Id}";
        var given = await Admin.PostFormAsync($"{person}/otorgar-rol", ("GivenRole", "Liaison"), ("UnitId", Text(sector.Id)));
        Assert.Contains($"en Sector {sector.Name}", (await Admin.VisitAsync(given.Location!)).Text("dl"), StringComparison.Ordinal);
        Assert.Contains(await db.PeopleWith(Role.Liaison, Circle.Unit(entity.Id)).ToListAsync(cancel), held => held.Id == stage.Scene.Author.Id);
        Assert.Equal(HttpStatusCode.Conflict, (await Admin.PostFormAsync($"{person}/unidad", ("UnitId", Text(sector.Id)))).Status);
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private async Task MoveAsync(int unit, int? under)
    {
        var moved = await Admin.PostFormAsync($"/admin/terminos/{unit}/depende-de", ("ParentId", under is { } one ? Text(one) : ""));
        Assert.Equal("/admin/catalogos/entidades", moved.Location);
    }
}
