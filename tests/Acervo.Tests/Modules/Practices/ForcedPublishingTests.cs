using System.Net;
using Acervo.Platform.Accounts;

namespace Acervo.Tests.Modules.Practices;

/// <summary>One person publishes alone, with a reason: it is told until another confirms it, and can be taken back like anything.</summary>
public sealed class ForcedPublishingTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_publication_without_a_second_person_says_so_until_a_third_confirms_it()
    {
        var (ficha, _, alone) = await ApprovedAsync();
        using var third = await SignInAsync(Role.Reviewer);

        Assert.Contains("Explique en una frase", (await ForceAsync(alone, ficha, "corto")).Text("main"), StringComparison.Ordinal);
        Assert.Equal(ficha, (await ForceAsync(alone, ficha, "No hay otra persona hasta el lunes y la feria es mañana.")).Location);

        Assert.Contains("Se publicó sin una segunda persona", (await third.VisitAsync(ficha)).Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await alone.PostFormAsync($"{ficha}/confirmar")).Status);
        Assert.Equal(ficha, (await third.PostFormAsync($"{ficha}/confirmar")).Location);
        Assert.DoesNotContain("Se publicó sin una segunda persona.", (await third.VisitAsync(ficha)).Text(".notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forced_publication_that_was_withdrawn_can_be_prepared_anew()
    {
        var (ficha, author, alone) = await ApprovedAsync();
        await ForceAsync(alone, ficha, "No hay otra persona hasta el lunes y la feria es mañana.");
        await alone.PostFormAsync($"{ficha}/retirar", ("reason", "Tenía una cifra equivocada."));

        Assert.Equal(ficha, (await author.PostFormAsync($"{ficha}/corregir")).Location);
    }

    /// <summary>The address of an approved ficha, who wrote it and who approved it.</summary>
    private async Task<(string Ficha, Visitor Author, Visitor Approver)> ApprovedAsync()
    {
        var (author, approver) = (await NewAsync(Role.Contributor), await NewAsync(Role.Reviewer));
        var ficha = await app.ApprovedAsync(author, approver);
        return ($"/fichas/{ficha.Id}", await app.SignInAsync(author), await app.SignInAsync(approver));
    }

    private static async Task<Answer> ForceAsync(Visitor alone, string ficha, string reason) =>
        await alone.SendFormAsync($"{ficha}/forzar", await alone.VisitAsync($"{ficha}/publicar"), ("reason", reason));

    private async Task<Visitor> SignInAsync(Role role) => await app.SignInAsync(await NewAsync(role));

    private async Task<Person> NewAsync(Role role) =>
        await app.SeedAsync(Cast.Somebody("Persona de prueba", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, role));
}
