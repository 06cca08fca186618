using System.Net;
using Acervo.Platform.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Admin;

/// <summary>What administrators do to other people, and what nobody may do.</summary>
public sealed class PeopleTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private Person ramiro = null!;
    private Person lucia = null!;
    private Visitor admin = null!;

    public static TheoryData<string> Acts => ["otorgar-rol", "retirar-rol", "unidad", "desactivar", "activar", "restablecer-verificacion", ""];

    public async ValueTask InitializeAsync()
    {
        ramiro = await app.SeedAsync(Cast.Administrator().Apart());
        lucia = await app.SeedAsync(Cast.Contributor().Apart());
        admin = await app.SignInAsync(ramiro);
    }

    public ValueTask DisposeAsync()
    {
        admin.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Others_have_no_way_in(string act)
    {
        using var visitor = await app.SignInAsync(lucia);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.VisitAsync($"/admin/personas/{ramiro.Id}/{act}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostAsync($"/admin/personas/{ramiro.Id}/{act}", [])).Status);
        using var nobody = app.CreateClient();
        Assert.StartsWith("/entrar?", (await nobody.VisitAsync($"/admin/personas/{ramiro.Id}/{act}")).Location, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task A_person_who_is_not_there_is_not_found(string act) =>
        Assert.Equal(HttpStatusCode.NotFound, (await admin.VisitAsync($"/admin/personas/999999/{act}")).Status);

    [Theory]
    [InlineData("/admin/personas?pagina=2147483647")]
    [InlineData("/admin/correos?pagina=2147483647")]
    [InlineData("/admin/catalogos/entidades?pagina=-2147483648")]
    public async Task A_page_that_no_list_has_is_empty_and_no_fault(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await admin.VisitAsync(address)).Status);

    [Fact]
    public async Task A_role_is_granted_and_taken_away()
    {
        var root = $"/admin/personas/{lucia.Id}";
        Assert.Equal(root, (await admin.PostFormAsync($"{root}/otorgar-rol", ("GivenRole", "Reviewer"), ("UnitId", $"{Cast.Movilidad}"))).Location);
        var page = await admin.VisitAsync(root);
        Assert.Contains("El rol quedó otorgado: Revisión, en Agencia de Movilidad de Pruebas.", page.Text(".notice"), StringComparison.Ordinal);
        Assert.Contains("Revisión, en Agencia de Movilidad de Pruebas", page.Text("main"), StringComparison.Ordinal);
        var grant = (await ReadAsync(lucia)).Grants.Single(one => one.Role == Role.Reviewer);
        Assert.Equal(root, (await admin.PostFormAsync($"{root}/retirar-rol?otorgado={grant.Id}")).Location);
        Assert.False((await ReadAsync(lucia)).Has(Role.Reviewer));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.VisitAsync($"{root}/retirar-rol?otorgado={grant.Id}")).Status);
    }

    [Fact]
    public async Task Nobody_changes_their_own_rights()
    {
        var root = $"/admin/personas/{ramiro.Id}";
        var grant = ramiro.Grants[0].Id;
        foreach (var (act, fields) in new (string, (string, string?)[])[]
        {
            ("otorgar-rol", [("GivenRole", "Archivist")]), ($"retirar-rol?otorgado={grant}", []), ("desactivar", []), ("restablecer-verificacion", []),
        })
        {
            var answer = await admin.PostFormAsync($"{root}/{act}", fields);
            Assert.Equal(HttpStatusCode.Conflict, answer.Status);
            Assert.Contains("Nadie cambia sus propios permisos.", answer.Text("main"), StringComparison.Ordinal);
        }

        Assert.Equal(Role.Administrator, Assert.Single((await ReadAsync(ramiro)).Grants).Role);
    }

    [Fact]
    public async Task Two_administrators_who_depose_each_other_at_once_leave_one()
    {
        await using var alone = await AppHost.StartAsync();
        var (one, other) = (Cast.Administrator(), Cast.Somebody("Berta Solano", "berta.solano@example.gov.co", null, Role.Administrator));
        await alone.SeedAsync(one, other);
        using var first = await alone.SignInAsync(one);
        using var berta = await alone.SignInAsync(other);
        var pageOfFirst = await first.VisitAsync($"/admin/personas/{other.Id}/desactivar");
        var pageOfBerta = await berta.VisitAsync($"/admin/personas/{one.Id}/desactivar");
        var answers = await Task.WhenAll(
            first.SendFormAsync($"/admin/personas/{other.Id}/desactivar", pageOfFirst),
            berta.SendFormAsync($"/admin/personas/{one.Id}/desactivar", pageOfBerta));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
        Assert.Contains("Debe quedar al menos una persona que administre Acervo.",
            answers.Single(answer => answer.Status == HttpStatusCode.Conflict).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_person_is_out_and_comes_back_with_the_roles_they_had()
    {
        using var visitor = await app.SignInAsync(lucia);
        var root = $"/admin/personas/{lucia.Id}";
        await admin.PostFormAsync($"{root}/desactivar");
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.StartsWith("/entrar", (await visitor.VisitAsync("/cuenta")).Location, StringComparison.Ordinal);
        await admin.PostFormAsync($"{root}/activar");
        Assert.Equal("/inicio", (await visitor.PostFormAsync("/entrar", ("Email", lucia.Email), ("Password", Cast.Passphrase))).Location);
        Assert.True((await ReadAsync(lucia)).Has(Role.Contributor));
    }

    [Fact]
    public async Task The_unit_changes_and_must_be_one_of_the_catalogue()
    {
        var path = $"/admin/personas/{lucia.Id}/unidad";
        Assert.Equal($"/admin/personas/{lucia.Id}", (await admin.PostFormAsync(path, ("UnitId", $"{Cast.Movilidad}"))).Location);
        Assert.Equal(Cast.Movilidad, (await ReadAsync(lucia)).UnitId);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.PostFormAsync(path, ("UnitId", "5"))).Status);
    }

    [Fact]
    public async Task A_lost_telephone_is_forgotten_on_request()
    {
        using var visitor = await app.SignInAsync(lucia);
        await Phone.PairAsync(app, visitor);
        await admin.PostFormAsync($"/admin/personas/{lucia.Id}/restablecer-verificacion");
        using var again = app.CreateClient();
        Assert.Equal("/inicio", (await again.PostFormAsync("/entrar", ("Email", lucia.Email), ("Password", Cast.Passphrase))).Location);
    }

    [Fact]
    public async Task Inviting_writes_a_letter_and_refuses_an_address_in_use()
    {
        Assert.Equal("/admin/personas", (await InviteAsync("nueva.persona@example.gov.co")).Location);
        var letter = await LetterBox.NewestAsync(app, "nueva.persona@example.gov.co");
        using var invited = app.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await invited.VisitAsync(LetterBox.PathIn(letter))).Status);
        var taken = await InviteAsync(lucia.Email);
        Assert.Equal(HttpStatusCode.Conflict, taken.Status);
        Assert.Contains("Ya hay una persona con ese correo.", taken.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Escriba un correo electrónico válido", (await InviteAsync("sin arroba")).Text(".errors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_finds_people_without_minding_accents_and_filters()
    {
        var away = Cast.Somebody("Octavio Rincón", $"{Guid.NewGuid():N}@example.gov.co", null, Role.Contributor);
        away.Disable(app.Clock.GetUtcNow().UtcDateTime, null);
        await app.SeedAsync(away);
        Assert.Contains("Lucía Barragán", (await admin.VisitAsync("/admin/personas?q=barragan")).Text("table"), StringComparison.Ordinal);
        Assert.DoesNotContain("Lucía", (await admin.VisitAsync("/admin/personas?rol=Administrator")).Text("table"), StringComparison.Ordinal);
        Assert.Contains("Nadie coincide", (await admin.VisitAsync("/admin/personas?q=%25")).Text("main"), StringComparison.Ordinal);
        var disabled = (await admin.VisitAsync("/admin/personas?estado=desactivadas")).Text("table");
        Assert.Contains(away.Name, disabled, StringComparison.Ordinal);
        Assert.DoesNotContain(ramiro.Name, disabled, StringComparison.Ordinal);
        Assert.Contains("Nadie coincide", (await admin.VisitAsync("/admin/personas?q=octavio+rincon")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_act_leaves_its_row_in_the_audit_trail()
    {
        await admin.PostFormAsync($"/admin/personas/{lucia.Id}/otorgar-rol", ("GivenRole", "Editor"));
        await admin.PostFormAsync($"/admin/personas/{lucia.Id}/desactivar");
        await using var db = app.Db();
        var subject = $"person/{lucia.Id}";
        var verbs = await db.Database.SqlQuery<string>($"""
            SELECT verb AS "Value" FROM app.audit WHERE subject = {subject} AND person_id = {ramiro.Id} ORDER BY id
            """)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["person.granted", "person.disabled"], verbs);
    }

    private Task<Answer> InviteAsync(string email) =>
        admin.PostFormAsync("/admin/personas/invitar", ("Name", "Nueva Persona"), ("Email", email), ("GivenRole", "Contributor"),
        ("UnitId", $"{Cast.Habitat}"));

    private async Task<Person> ReadAsync(Person person)
    {
        await using var db = app.Db();
        return await db.People.AsNoTracking().SingleAsync(one => one.Id == person.Id);
    }
}
