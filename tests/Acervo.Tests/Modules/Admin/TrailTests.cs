using System.Net;
using System.Text.RegularExpressions;
using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Tests.HouseRules;
using Acervo.Tests.Platform.Audit;
using Acervo.Tests.Platform.OpenData;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Admin;

/// <summary>The audit trail as an administrator reads it: in Spanish, by record, and steady while it grows.</summary>
public sealed partial class TrailTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private Visitor ramiro = null!;
    private Person lucia = null!;

    public async ValueTask InitializeAsync()
    {
        ramiro = await app.SignInAsync(await app.SeedAsync(Cast.Administrator().Apart()));
        lucia = Cast.Contributor().Apart();
        lucia.Name = $"Lucía {lucia.Email[..8]}";
        await app.SeedAsync(lucia);
    }

    public ValueTask DisposeAsync()
    {
        ramiro.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Acts_are_told_in_Spanish_and_lead_to_the_record()
    {
        await ActAsync(person => person.Revoke(Role.Contributor, null, lucia.Id));
        await ActAsync(person => person.MoveTo(Cast.Movilidad, lucia.Id));
        var page = await ramiro.VisitAsync($"/admin/bitacora?sobre=person/{lucia.Id}");
        Assert.Contains("Se le retiró un rol Autoría de fichas", page.Text("table").Replace("rolAutoría", "rol Autoría", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Contains("A Agencia de Movilidad de Pruebas", page.Text("table"), StringComparison.Ordinal);
        Assert.DoesNotContain("person.", page.Text("table"), StringComparison.Ordinal);
        Assert.Equal($"/admin/personas/{lucia.Id}", page.Href(lucia.Name));
    }

    [Fact]
    public void Every_act_that_is_written_down_has_words() => SourceTree.None(
        from file in SourceTree.Files(".cs").Where(path => path.StartsWith("src/Acervo/", StringComparison.Ordinal))
        from line in SourceTree.Lines(file)
        from Match act in Written().Matches(line)
        let verb = act.Groups["did"].Success ? $"dossier.{act.Groups["did"].Value}" : act.Groups["verb"].Value
        where app.Services.GetRequiredService<TrailWords>().Of(verb).Words == verb
        select $"{file}: {verb}");

    [Fact]
    public async Task Pages_stay_where_they_are_while_rows_are_added()
    {
        for (var i = 0; i < 60; i++)
        {
            await ActAsync(person => person.Note("session.others-ended", person.Id));
        }

        var first = await ramiro.VisitAsync($"/admin/bitacora?sobre=person/{lucia.Id}");
        var older = first.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var before = Rows(await ramiro.VisitAsync("/admin/bitacora" + older));
        await ActAsync(person => person.Note("session.others-ended", person.Id));
        var second = await ramiro.VisitAsync("/admin/bitacora" + older);

        Assert.NotEmpty(before);
        Assert.Equal(before, Rows(second));
        Assert.Empty(Rows(first).Intersect(before));
        var back = await ramiro.VisitAsync("/admin/bitacora" + second.Page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal(Rows(first), Rows(back));
        Assert.NotNull(back.Page.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task It_is_narrowed_by_who_what_and_when()
    {
        await ActAsync(person => person.Note("session.others-ended", person.Id));
        var chosen = await ramiro.VisitAsync($"/admin/bitacora?persona={lucia.Email[..8]}&verbo=session.others-ended");
        Assert.Single(Rows(chosen));
        Assert.Equal("session.others-ended", chosen.Page.QuerySelector("#verbo option[selected]")!.GetAttribute("value"));
        Assert.NotEmpty(Rows(await ramiro.VisitAsync("/admin/bitacora?verbo=person.")));
        Assert.Contains("Nada en esas condiciones", (await ramiro.VisitAsync("/admin/bitacora?verbo=term.")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("Nada en esas condiciones", (await ramiro.VisitAsync("/admin/bitacora?hasta=2020-01-01")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("Cerró sus demás sesiones", (await ramiro.VisitAsync("/admin/bitacora.csv?verbo=session.others-ended")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_that_carries_rows_is_one_line_that_opens()
    {
        await app.ImportAsync(120);
        var line = (await ramiro.VisitAsync("/admin/bitacora?sobre=thing/0")).Page.QuerySelector("tr[id^=acto-] a[href^='/admin/bitacora/']")!;
        Assert.StartsWith("120 filas que lleva", line.TextContent, StringComparison.Ordinal);
        var first = await ramiro.VisitAsync(line.GetAttribute("href")!);
        Assert.Contains("fila 100", first.Text("tbody tr:last-child"), StringComparison.Ordinal);
        var second = await ramiro.VisitAsync(line.GetAttribute("href") + first.Page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(20, second.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Null(second.Page.QuerySelector("a[rel=next]"));
        Assert.Equal(HttpStatusCode.NotFound, (await ramiro.VisitAsync("/admin/bitacora/999999")).Status);
        using var author = await app.SignInAsync(lucia);
        Assert.Equal(HttpStatusCode.Forbidden, (await author.VisitAsync(line.GetAttribute("href")!)).Status);
    }

    [Fact]
    public async Task What_an_act_published_is_told_by_its_name()
    {
        await app.PublishAsync(1, "turnos-que-avisan");
        await app.WithdrawAsync(1);
        var line = (await ramiro.VisitAsync("/admin/bitacora?verbo=publication.changed")).Page.QuerySelector("tr[id^=acto-] a[href^='/admin/bitacora/']")!;
        var row = (await ramiro.VisitAsync(line.GetAttribute("href")!)).Text("tbody tr");
        Assert.Contains("Turnos que avisan, versión 1", row, StringComparison.Ordinal);
        Assert.Contains("withdrawn", row, StringComparison.Ordinal);
    }

    private static List<string> Rows(Answer page) => [.. page.Page.QuerySelectorAll("tr[id^=acto-]").Select(row => row.Id!)];

    private async Task ActAsync(Action<Person> act)
    {
        await using var db = app.Db();
        act((await db.FindAsync<Person>([lucia.Id], TestContext.Current.CancellationToken))!);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""(?:new Deed\(|\bNote\()"(?<verb>[a-z.-]+)"|\bDid\("(?<did>[a-z-]+)""", RegexOptions.None, 1000)]
    private static partial Regex Written();
}
