using System.Diagnostics;
using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Acervo.Tests.Modules.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acervo.Tests.Platform.Reference;

/// <summary>The catalogues that pages keep in memory are those of the database a moment ago, on every node.</summary>
public sealed class KnownTermsTests(AppHost app) : IClassFixture<AppHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_node_changes_the_other_shows_and_remarks_within_seconds()
    {
        await using var other = await app.JoinAsync();
        var (lucia, ramiro) = (Cast.Contributor().Apart(), Cast.Administrator().Apart());
        await app.SeedAsync(lucia, ramiro);
        var draft = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime));
        using var author = await other.SignInAsync(lucia);
        using var administrator = await app.SignInAsync(ramiro);
        const string Renamed = "Servicio a la Ciudadanía de Pruebas";
        Assert.DoesNotContain(Renamed, (await author.VisitAsync($"/fichas/{draft.Id}/seccion/1")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("«Servicio al Ciudadano»", (await author.VisitAsync($"/fichas/{draft.Id}/enviar")).Text("main"), StringComparison.Ordinal);

        var saved = await administrator.PostFormAsync($"/admin/terminos/{await TermAsync("Servicio al Ciudadano")}", ("Form.Name", Renamed),
            ("Form.Aliases", ""));
        Assert.Equal("/admin/catalogos/politicas-mipg", saved.Location);

        var began = Stopwatch.GetTimestamp();
        var shown = await author.EventuallyAsync($"/fichas/{draft.Id}/seccion/1", page => page.Body.Contains(Renamed, StringComparison.Ordinal));
        Assert.Contains(Renamed, shown.Body, StringComparison.Ordinal);
        var remarked = await author.VisitAsync($"/fichas/{draft.Id}/enviar");
        Assert.Contains("«Servicio al Ciudadano»", remarked.Text("main"), StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5), $"It took {Stopwatch.GetElapsedTime(began)}.");
    }

    [Fact]
    public async Task A_term_of_its_own_and_one_that_goes_are_told_too()
    {
        var terms = app.Services.GetRequiredService<KnownTerms>();
        await using var connection = new NpgsqlConnection(app.Connections.App);
        await connection.OpenAsync(Cancel);
        await ChangeAsync("INSERT INTO app.terms (id, catalogue, code, name, sort) VALUES (2000001, 'localidades', 'p', 'Localidad de Pruebas', 99)");
        await SeesAsync(name: "Localidad de Pruebas");
        await ChangeAsync("INSERT INTO app.term_aliases (term_id, alias) VALUES (2000001, 'La de siempre')");
        await SeesAsync(name: "Localidad de Pruebas", written: "la de SIEMPRE");
        await ChangeAsync("DELETE FROM app.terms WHERE id = 2000001");
        await SeesAsync(name: null);
        Assert.Null(await terms.FindAsync(2000001, Cancel));

        async Task ChangeAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(Cancel);
        }

        async Task SeesAsync(string? name, string written = "localidad de pruebas")
        {
            string? found = "";
            for (var look = 0; look < 50 && found != name; look++)
            {
                found = (await terms.OfAsync("localidades", Cancel)).NameOf(written);
                await (found == name ? Task.CompletedTask : Task.Delay(100, Cancel));
            }

            Assert.Equal(name, found);
        }
    }

    [Fact]
    public async Task While_nobody_listens_nothing_is_kept()
    {
        var terms = new KnownTerms(app.Services.GetRequiredService<IServiceScopeFactory>(), app.Clock);
        Assert.NotSame(await terms.OfAsync("ods", Cancel), await terms.OfAsync("ods", Cancel));
        terms.Listen();
        var kept = await terms.OfAsync("ods", Cancel);
        Assert.Same(kept, await terms.OfAsync("ods", Cancel));
        terms.Drop();
        Assert.NotSame(kept, await terms.OfAsync("ods", Cancel));
        kept = await terms.OfAsync("ods", Cancel);
        terms.Doubt();
        Assert.NotSame(kept, await terms.OfAsync("ods", Cancel));
    }

    private async Task<int> TermAsync(string name)
    {
        await using var db = app.Db();
        return await db.Set<Term>().Where(term => term.Catalogue == "politicas-mipg" && term.Name == name).Select(term => term.Id).SingleAsync(Cancel);
    }
}
