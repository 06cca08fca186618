using System.Text;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Reference;
using Acervo.Tests.Modules.Practices.Capture.Start;

namespace Acervo.Tests.Modules.Practices.Capture.Reading;

/// <summary>The site reads with the policies that administration keeps, not with the list that shipped.</summary>
public sealed class SitePoliciesTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_policy_that_administration_added_is_known_and_its_comma_parts_no_item()
    {
        await AddAsync("Bienestar, Cuidado y Ruralidad", [], null);

        var (policies, remarks) = await ReadAsync("Integridad, Bienestar, Cuidado y Ruralidad");

        Assert.Equal(["Bienestar, Cuidado y Ruralidad", "Integridad"], policies.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(remarks, remark => remark.Contains("Ruralidad", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_name_that_administration_wrote_proposes_its_policy()
    {
        await AddAsync("Huertas Urbanas", ["Siembra en la ciudad"], null);

        var (_, remarks) = await ReadAsync("Siembra en la ciudad");

        Assert.Contains(remarks, remark => remark.Contains("se llama en la lista oficial «Huertas Urbanas»", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_policy_that_administration_retired_is_remarked()
    {
        await AddAsync("Correo Postal", [], new DateOnly(2020, 1, 1));

        var (_, remarks) = await ReadAsync("Correo Postal");

        Assert.Contains(remarks, remark => remark.Contains("«Correo Postal» no está en la lista de políticas", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dimension_is_still_told_from_a_policy()
    {
        var (_, remarks) = await ReadAsync("Talento Humano");

        Assert.Contains(remarks, remark => remark.Contains("es una dimensión del MIPG", StringComparison.Ordinal));
    }

    private async Task AddAsync(string name, string[] aliases, DateOnly? until)
    {
        var editor = await app.SeedAsync(Cast.Somebody("Ramiro Salcedo", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Administrator));
        var term = Term.Add("politicas-mipg", $"prueba-{Guid.NewGuid():N}", name, 900, editor.Id);
        term.Edit(name, "", null, until, aliases, app.Clock.Now(), editor.Id);
        await app.SeedAsync(term);
    }

    private async Task<(IReadOnlyList<string> Policies, IReadOnlyList<string> Remarks)> ReadAsync(string policies)
    {
        using var lucia = await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat,
            Role.Contributor)));
        var text = TypedFicha.Of(Guid.NewGuid().ToString("N"), ficha => ficha.Answers.Set("mipg_policies", [policies]));
        var ficha = await lucia.WaitForFichaAsync(await lucia.UploadAsync(Encoding.UTF8.GetBytes(text), "ficha.txt"));
        var shown = await lucia.VisitAsync($"{ficha}/seccion/1");
        return (
            [.. shown.Page.QuerySelectorAll("input[name=mipg_policies][checked]").Select(box => box.GetAttribute("value")!)],
            [.. shown.Page.QuerySelectorAll(".check-this").Select(remark => remark.TextContent)]);
    }
}
