using System.Net;
using System.Text.RegularExpressions;
using Acervo.Platform.Mail;
using Acervo.Platform.Reference;
using Acervo.Platform.Search;
using Acervo.Tests.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acervo.Tests.Modules.Admin;

/// <summary>The pages over the platform, as an administrator and as anybody else.</summary>
public sealed partial class AdminPagesTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private Visitor ramiro = null!;

    public async ValueTask InitializeAsync()
    {
        var administrator = Cast.Administrator().Apart();
        administrator.UnitId = null;
        ramiro = await app.SignInAsync(await app.SeedAsync(administrator));
    }

    public ValueTask DisposeAsync()
    {
        ramiro.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("/admin", "Administración")]
    [InlineData("/admin/catalogos", "Catálogos")]
    [InlineData("/admin/catalogos/ods", "Objetivos de Desarrollo Sostenible")]
    [InlineData("/admin/catalogos/ods/nuevo", "Agregar un término a «Objetivos de Desarrollo Sostenible»")]
    [InlineData("/admin/terminos/1", "")]
    [InlineData("/admin/bitacora", "Bitácora de auditoría")]
    [InlineData("/admin/correos", "Correos")]
    [InlineData("/admin/trabajos", "Trabajos")]
    [InlineData("/admin/catalogos/ods.csv", null)]
    [InlineData("/admin/bitacora.csv", null)]
    public async Task Administrators_see_it_and_nobody_else(string path, string? title)
    {
        var seen = await ramiro.VisitAsync(path);
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        if (title?.Length > 0)
        {
            Assert.Equal(title, seen.Text("h1"));
        }

        using var visitor = app.CreateClient();
        Assert.StartsWith("/entrar", (await visitor.VisitAsync(path)).Location, StringComparison.Ordinal);
        var person = Cast.Reviewer().Apart();
        person.UnitId = null;
        using var reviewer = await app.SignInAsync(await app.SeedAsync(person));
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.VisitAsync(path)).Status);
    }

    [Theory]
    [InlineData("/admin", "Resumen")]
    [InlineData("/admin/terminos/1", "Catálogos")]
    [InlineData("/admin/catalogos/ods/nuevo", "Catálogos")]
    [InlineData("/admin/personas/invitar", "Personas")]
    public async Task The_rail_marks_the_room_that_the_page_belongs_to(string path, string room) =>
        Assert.Equal(room, (await ramiro.VisitAsync(path)).Text(".rail [aria-current]"));

    [Fact]
    public async Task The_landing_says_how_each_room_is()
    {
        await using var alone = await AppHost.StartAsync();
        var administrator = await alone.SeedAsync(Cast.Administrator());
        using var visitor = await alone.SignInAsync(administrator);
        var page = await visitor.VisitAsync("/admin");
        Assert.Equal(6, page.Page.QuerySelectorAll(".room").Length);
        Assert.Contains("1 persona que revisa o administra no tiene verificación en dos pasos", page.Text(".rooms"), StringComparison.Ordinal);
        var list = await visitor.VisitAsync(page.Href("1 persona que revisa o administra no tiene verificación en dos pasos")!);
        Assert.Contains(administrator.Name, list.Text("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_catalogue_shows_a_source_for_citizens_and_no_empty_column()
    {
        await using var db = app.Db();
        var sources = await db.Set<Catalogue>().Select(catalogue => catalogue.Source)
            .Concat(db.Set<Term>().Select(term => term.Source)).Distinct().ToListAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(sources, source => WorkingNote().IsMatch(source));
        // Other tests edit the catalogues that ship.
        var bare = await app.SeedAsync(new Catalogue { Code = $"lista-{Guid.NewGuid():N}", Name = "Lista", Source = "Pruebas." });
        await app.SeedAsync(new Term { Catalogue = bare.Code, Code = "a", Name = "Uno", Sort = 1 });
        var page = await ramiro.VisitAsync($"/admin/catalogos/{bare.Code}");
        var heads = page.Page.QuerySelectorAll("thead th").Select(head => head.TextContent).ToArray();
        Assert.Equal(["Término", "Código"], heads);
    }

    [Fact]
    public async Task A_term_is_found_by_another_name_and_edited_with_a_trace()
    {
        var id = await TermAsync("localidades", 0);
        var saved = await ramiro.PostFormAsync($"/admin/terminos/{id}", ("Form.Name", "Usaquén nueva"), ("Form.Aliases", "Usaquen\nLocalidad 1"),
            ("Form.From.dia", "1"), ("Form.From.mes", "2"), ("Form.From.anio", "2027"));
        Assert.Equal("/admin/catalogos/localidades", saved.Location);
        Assert.Contains("Usaquén nueva", (await ramiro.VisitAsync("/admin/catalogos/localidades?q=localidad+1")).Body, StringComparison.Ordinal);
        Assert.Contains("Usaquén nueva", (await ramiro.VisitAsync("/admin/catalogos/localidades?vigencia=no")).Text("table"), StringComparison.Ordinal);
        Assert.Contains("Se cambió un término", (await ramiro.VisitAsync($"/admin/bitacora?sobre=term/{id}")).Text("table"), StringComparison.Ordinal);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ReferenceLoader>().LoadAsync(TestContext.Current.CancellationToken);
        }

        await using var db = app.Db();
        Assert.Equal("Usaquén nueva", (await db.Set<Term>().SingleAsync(term => term.Id == id, TestContext.Current.CancellationToken)).Name);
    }

    [Fact]
    public async Task A_stale_save_shows_both_texts_and_a_second_save_holds()
    {
        var id = await TermAsync("localidades", 1);
        var opened = await ramiro.VisitAsync($"/admin/terminos/{id}");
        await ramiro.PostFormAsync($"/admin/terminos/{id}", ("Form.Name", "Lo que guardó otra persona"));
        var stale = await ramiro.SendFormAsync($"/admin/terminos/{id}", opened, ("Form.Name", "Lo que escribí yo"));
        Assert.Equal(HttpStatusCode.OK, stale.Status);
        Assert.Contains("Lo que guardó otra persona", stale.Text(".notice"), StringComparison.Ordinal);
        Assert.Contains("Lo que escribí yo", stale.Text(".notice"), StringComparison.Ordinal);
        Assert.Equal("Lo que escribí yo", stale.Page.QuerySelector("[name='Form.Name']")!.TextContent.Trim());
        Assert.Equal("/admin/catalogos/localidades", (await ramiro.SendFormAsync($"/admin/terminos/{id}", stale)).Location);
        await using var db = app.Db();
        Assert.Equal("Lo que escribí yo", (await db.Set<Term>().SingleAsync(term => term.Id == id, TestContext.Current.CancellationToken)).Name);
    }

    [Fact]
    public async Task A_badly_filled_term_comes_back_with_what_was_typed()
    {
        var back = await ramiro.PostFormAsync("/admin/catalogos/ods/nuevo", ("Form.Code", "1"), ("Form.Name", "Repetido"), ("Form.To.dia", "31"),
            ("Form.To.mes", "2"), ("Form.To.anio", "2027"));
        Assert.Equal(HttpStatusCode.OK, back.Status);
        Assert.Contains("Ese código ya existe", back.Body, StringComparison.Ordinal);
        Assert.Contains("Escriba una fecha que exista", back.Body, StringComparison.Ordinal);
        Assert.Contains("Repetido", back.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_synonym_is_in_the_search_at_once_both_ways()
    {
        Assert.Equal("/admin/catalogos/sinonimos",
            (await ramiro.PostFormAsync("/admin/catalogos/sinonimos/nuevo", ("Form.Code", "HCV"), ("Form.Name", "huertas comunitarias verticales"))).Location);
        var pairs = app.Services.GetRequiredService<WordPairs>();
        foreach (var (asked, text) in new[] { ("HCV", "las huertas comunitarias verticales del barrio"), ("HCV", "una huerta comunitaria vertical"),
            ("\"huertas comunitarias verticales\"", "informe de HCV"), ("huerta comunitaria vertical", "informe de HCV"),
            ("ODS", "los objetivos de desarrollo sostenible"), ("IDU", "obras del Instituto de Desarrollo Urbano") })
        {
            Assert.True(await pairs.FindsAsync(asked, text, TestContext.Current.CancellationToken), asked);
        }
    }

    [Fact]
    public async Task Mails_are_listed_read_and_tried_again()
    {
        await using (var db = app.Db())
        {
            await app.Services.GetRequiredService<Outbox>()
                .AddAsync(db, new NewLetter("lucia@example.gov.co", "Enlace para entrar",
                "Abra http://127.0.0.1/recuperar/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789", LetterKind.Notice), TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("UPDATE app.outbox SET dead_at = now(), tries = 5, last_error = 'no existe'");
        }

        var list = await ramiro.VisitAsync("/admin/correos?estado=fallidos&q=LUCIA");
        var href = list.Href("Enlace para entrar")!;
        var letter = await ramiro.VisitAsync(href);
        Assert.Contains("no existe", letter.Text("dl"), StringComparison.Ordinal);
        Assert.DoesNotContain("AbCdEfGhIjKl", letter.Body, StringComparison.Ordinal);
        Assert.Contains("AbCdEfGhIjKl", (await ramiro.SendFormAsync(href, letter)).Text("pre"), StringComparison.Ordinal);
        Assert.Contains("Leyó un correo", (await ramiro.VisitAsync("/admin/bitacora?verbo=mail.read")).Text("table"), StringComparison.Ordinal);
        Assert.Equal("/admin/correos", (await ramiro.SendFormAsync(href + "/reintentar", letter)).Location);
        Assert.Contains("Por enviar", (await ramiro.VisitAsync("/admin/correos")).Text("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_links_are_hidden_where_a_server_delivers_them()
    {
        await using var other = await AppHost.StartAsync(("Mail:Host", "127.0.0.1"), ("Mail:Port", "9"));
        var person = Cast.Administrator();
        person.UnitId = null;
        using var visitor = await other.SignInAsync(await other.SeedAsync(person));
        await using (var db = other.Db())
        {
            await other.Services.GetRequiredService<Outbox>()
                .AddAsync(db, new NewLetter("lucia@example.gov.co", "Enlace", "Abra http://127.0.0.1/recuperar/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789\nGracias",
                LetterKind.Notice), TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal("Abra http://127.0.0.1/recuperar/… Gracias",
            (await visitor.SendFormAsync("/admin/correos/1", await visitor.VisitAsync("/admin/correos/1"))).Text("pre"));
    }

    [Fact]
    public async Task The_trail_is_verified_from_its_page_and_says_so_when_it_is_broken()
    {
        await using var alone = await AppHost.StartAsync();
        using var visitor = await alone.SignInAsync(await alone.SeedAsync(Cast.Administrator()));
        var page = await visitor.VisitAsync("/admin/bitacora");
        await visitor.SendFormAsync("/admin/bitacora/verificar", page);
        Assert.Contains("Bitácora íntegra", (await visitor.VisitAsync("/admin/bitacora")).Text(".notice"), StringComparison.Ordinal);
        await alone.SealAsync();
        await using (var source = NpgsqlDataSource.Create(alone.Connections.Owner))
        {
            await using var command = source.CreateCommand("UPDATE app.audit SET detail = 'x' WHERE id = (SELECT deed FROM app.audit_links WHERE seq = 1)");
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await visitor.SendFormAsync("/admin/bitacora/verificar", page);
        Assert.Contains("La fila 1", (await visitor.VisitAsync("/admin/bitacora")).Text(".notice"), StringComparison.Ordinal);
        Assert.Contains("no pasó la última verificación", (await visitor.VisitAsync("/admin")).Text(".rooms"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_is_asked_for_from_its_page_and_an_unknown_one_is_missing()
    {
        var page = await ramiro.VisitAsync("/admin/trabajos");
        Assert.Contains("Publicar lo programado", page.Text("table"), StringComparison.Ordinal);
        Assert.Equal("/admin/trabajos", (await ramiro.SendFormAsync("/admin/trabajos/Platform.VerifyAuditTrail/ejecutar", page)).Location);
        var token = page.Page.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.NotFound,
            (await ramiro.PostAsync("/admin/trabajos/NoExiste/ejecutar", [KeyValuePair.Create("__RequestVerificationToken", token)])).Status);
    }

    private async Task<int> TermAsync(string catalogue, int number)
    {
        await using var db = app.Db();
        return await db.Set<Term>().Where(term => term.Catalogue == catalogue).OrderBy(term => term.Sort).Skip(number).Select(term => term.Id).FirstAsync();
    }

    [GeneratedRegex(@"github|memoria|semilla|\bid\b|@[0-9a-f]{7}|por fila", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex WorkingNote();
}
