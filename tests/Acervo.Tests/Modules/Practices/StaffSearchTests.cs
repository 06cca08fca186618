using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;

namespace Acervo.Tests.Modules.Practices;

/// <summary>The search box of the staff finds fichas, and only those that the person may open.</summary>
public sealed class StaffSearchTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    /// <summary>Letters only: the number of a ficha is found nowhere in it.</summary>
    private readonly string mark = string.Concat($"{Guid.NewGuid():N}".Take(10).Select(digit => (char)('a' + Convert.ToInt32($"{digit}", 16))));

    private Person nubia = null!;
    private Dossier draft = null!;
    private Dossier sent = null!;
    private Dossier others = null!;

    public async ValueTask InitializeAsync()
    {
        nubia = await NewAsync($"Nubia Cárdenas {mark}", Cast.Habitat, Role.Contributor);
        var nelson = await NewAsync($"Nelson {mark}", Cast.Movilidad, Role.Contributor);
        draft = await app.SeedAsync(Ficha.Complete(nubia, app.Clock.GetUtcNow().UtcDateTime, $"Árboles {mark} del río"));
        sent = await app.SubmittedAsync(nubia, $"Faroles {mark} del río");
        others = await app.SubmittedAsync(nelson, $"Faroles {mark} del puente");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_reviewer_of_a_unit_finds_by_name_number_author_unit_and_state_what_is_of_the_unit_and_nothing_else()
    {
        var mateo = await NewAsync("Mateo", Cast.Habitat, null);
        await using (var db = app.Db())
        {
            (await db.FindAsync<Person>(mateo.Id))!.Grant(Role.Reviewer, Cast.Habitat, by: null);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        using var reviewer = await app.SignInAsync(mateo);
        var box = (await reviewer.VisitAsync("/inicio")).Page.QuerySelector("#riel form[role=search]")!;
        Assert.Equal("/fichas/buscar", box.GetAttribute("action"));
        Assert.Equal([sent.Id], await FoundAsync(reviewer, $"{mark} RIO"));
        Assert.Empty(await FoundAsync(reviewer, $"arboles {mark}"));
        Assert.Equal([sent.Id], await FoundAsync(reviewer, $"faroles {mark}"));
        Assert.Equal([sent.Id], await FoundAsync(reviewer, $"cardenas {mark}"));
        Assert.Equal([sent.Id], await FoundAsync(reviewer, $"{mark} habitat pruebas"));
        Assert.Equal(sent.Id, (await ListedAsync(reviewer, $"#{sent.Id}"))[0]);
        Assert.Equal([sent.Id], await FoundAsync(reviewer, mark, "en-revision"));
        Assert.Empty(await FoundAsync(reviewer, $"{mark} puente"));
        Assert.Empty(await FoundAsync(reviewer, $"{others.Id} {mark}"));
        Assert.Contains("Ninguna ficha responde", (await reviewer.VisitAsync("/fichas/buscar?q=zqxwvk")).Text("main"), StringComparison.Ordinal);
        Assert.Equal($"/buscar?q={mark}", (await reviewer.VisitAsync($"/fichas/buscar?q={mark}")).Href("Buscar en lo publicado"));
    }

    [Fact]
    public async Task An_author_finds_what_they_wrote_and_somebody_else_nothing()
    {
        using var author = await app.SignInAsync(nubia);
        using var stranger = await app.SignInAsync(await NewAsync("Otra", Cast.Habitat, Role.Contributor));
        using var administrator = await app.SignInAsync(await NewAsync("Ramiro", Cast.Habitat, Role.Administrator));

        Assert.Equal([draft.Id, sent.Id], await FoundAsync(author, mark));
        Assert.Empty(await FoundAsync(stranger, mark));
        Assert.Empty(await FoundAsync(administrator, mark));
    }

    [Fact]
    public async Task Any_inflection_finds_and_so_do_the_form_the_people_and_part_of_a_word()
    {
        using var author = await app.SignInAsync(nubia);
        Assert.Equal([sent.Id], await FoundAsync(author, $"{mark} farol"));
        Assert.Equal([draft.Id], await FoundAsync(author, $"{mark} arbol"));
        Assert.Equal([draft.Id], await FoundAsync(author, $"{mark} ARBOLES ríos"));
        Assert.Equal([draft.Id, sent.Id], await FoundAsync(author, $"{mark} ft 1311"));
        Assert.Equal([draft.Id, sent.Id], await FoundAsync(author, $"{mark} Óscar Iván"));
        Assert.Equal([draft.Id, sent.Id], await FoundAsync(author, mark[..6]));
        Assert.Equal([sent.Id], await FoundAsync(author, $"{mark} -árboles"));
        Assert.Empty(await FoundAsync(author, $"{mark} tranvía"));
    }

    [Fact]
    public async Task What_is_public_is_found_by_all_with_its_public_name_and_the_next_text_of_others_by_nobody_else()
    {
        var (mateo, ines) = (await NewAsync("Mateo", Cast.Habitat, Role.Reviewer), await NewAsync("Inés", Cast.Habitat, Role.Reviewer));
        var shown = await app.PublishedAsync(nubia, mateo, ines, $"Puentes {mark} de guadua");
        await app.ChangeAsync(shown.Id, (one, _) =>
        {
            one.Amend(nubia.Id, app.Clock.GetUtcNow().UtcDateTime);
            one.Answer(Ficha.Answers($"Túneles {mark} de guadua"), app.Clock.GetUtcNow().UtcDateTime);
        });
        using var stranger = await app.SignInAsync(await NewAsync("Otra", Cast.Movilidad, Role.Contributor));
        using var author = await app.SignInAsync(nubia);
        using var reviewer = await app.SignInAsync(mateo);

        var found = await stranger.VisitAsync($"/fichas/buscar?q=puente {mark}");
        Assert.Equal($"/practicas/{shown.Slug}", found.Href($"Puentes {mark} de guadua"));
        foreach (var (visitor, old, next) in new[] { (stranger, true, false), (reviewer, true, false), (author, false, true) })
        {
            Assert.Equal(old, (await visitor.VisitAsync($"/fichas/buscar?q=puentes {mark} guadua")).Body.Contains($"Puentes {mark}", StringComparison.Ordinal));
            Assert.Equal(next, (await visitor.VisitAsync($"/fichas/buscar?q=tuneles {mark} guadua")).Body.Contains($"Túneles {mark}", StringComparison.Ordinal));
        }

        // Nor does the state in which it stands tell who may not open it that a next text is being written.
        Assert.Empty((await stranger.VisitAsync($"/fichas/buscar?q=puentes {mark}&estado=borrador")).Page.QuerySelectorAll("tbody tr"));
        Assert.Single((await stranger.VisitAsync($"/fichas/buscar?q=puentes {mark}&estado=publicada")).Page.QuerySelectorAll("tbody tr"));
        Assert.Equal($"/fichas/{draft.Id}/mirar",
            (await reviewer.VisitAsync($"/fichas/buscar?q=%23{draft.Id}")).Href("Abrir el borrador (se pide el motivo)"));
        Assert.DoesNotContain("/mirar", (await stranger.VisitAsync($"/fichas/buscar?q=%23{draft.Id}")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/mirar", (await author.VisitAsync($"/fichas/buscar?q=%23{draft.Id}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_rows_than_fit_are_counted_and_paged()
    {
        for (var at = 0; at < 53; at++)
        {
            await app.SeedAsync(Ficha.Complete(nubia, app.Clock.GetUtcNow().UtcDateTime, $"Bancas {mark} {at}"));
        }

        using var author = await app.SignInAsync(nubia);
        var first = await author.VisitAsync($"/fichas/buscar?q=banca {mark}");
        Assert.Contains("53 fichas", first.Text("main"), StringComparison.Ordinal);
        Assert.Equal(3, (await author.VisitAsync(first.Href("Siguientes")!)).Page.QuerySelectorAll("tbody tr").Length);
    }

    private static async Task<IEnumerable<int>> FoundAsync(Visitor visitor, string words, string state = "") =>
        (await ListedAsync(visitor, words, state)).Order();

    private static async Task<List<int>> ListedAsync(Visitor visitor, string words, string state = "") =>
        [.. (await visitor.VisitAsync($"/fichas/buscar?q={Uri.EscapeDataString(words)}&estado={state}")).Page.QuerySelectorAll("tbody th a")
            .Select(link => int.Parse(link.GetAttribute("href")!["/fichas/".Length..], System.Globalization.CultureInfo.InvariantCulture))];

    private async Task<Person> NewAsync(string name, int? unit, Role? role) =>
        await app.SeedAsync(Cast.Somebody(name, $"{Guid.NewGuid():N}@example.gov.co", unit, role is null ? [] : [role.Value]));
}
