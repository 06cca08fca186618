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

    private static async Task<IEnumerable<int>> FoundAsync(Visitor visitor, string words, string state = "") =>
        (await ListedAsync(visitor, words, state)).Order();

    private static async Task<List<int>> ListedAsync(Visitor visitor, string words, string state = "") =>
        [.. (await visitor.VisitAsync($"/fichas/buscar?q={Uri.EscapeDataString(words)}&estado={state}")).Page.QuerySelectorAll("tbody th a")
            .Select(link => int.Parse(link.GetAttribute("href")!["/fichas/".Length..], System.Globalization.CultureInfo.InvariantCulture))];

    private async Task<Person> NewAsync(string name, int? unit, Role? role) =>
        await app.SeedAsync(Cast.Somebody(name, $"{Guid.NewGuid():N}@example.gov.co", unit, role is null ? [] : [role.Value]));
}
