using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Forms;

namespace Acervo.Tests.Modules.Practices;

/// <summary>An answer that its catalogue does not have is kept and told, whatever the question.</summary>
public sealed class CatalogueRemarkTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData("process", "Tejido de canastos", "«Tejido de canastos» no está en el catálogo «Procesos de la Secretaría General»")]
    [InlineData("process", "Gestión del Conosimiento", "En el catálogo «Procesos de la Secretaría General», «Gestión del Conosimiento» "
        + "figura como «Gestión del Conocimiento»")]
    [InlineData("employment_types", "Por horas", "«Por horas» no está en el catálogo «Tipos de vinculación»")]
    [InlineData("responsible_unit", "Dirección de Talento Umano", "«Dirección de Talento Humano»")]
    public async Task What_the_catalogue_does_not_have_is_kept_and_must_be_mended_or_explained(string question, string answer, string says)
    {
        var (draft, author) = await DraftAsync(question, answer);

        var refused = await author.PostFormAsync($"/fichas/{draft.Id}/enviar");
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains(says, refused.Text(".warning-item"), StringComparison.Ordinal);
        Assert.Contains(says, (await author.VisitAsync($"/fichas/{draft.Id}/seccion/1")).Text($"#{question}-origen"), StringComparison.Ordinal);
        Assert.Equal($"/fichas/{draft.Id}", (await author.SendFichaAsync($"/fichas/{draft.Id}")).Location);
        author.Dispose();
    }

    [Theory]
    [InlineData("process", "gestión del conocimiento")]
    [InlineData("responsible_unit", "Oficina de un municipio vecino")]
    public async Task A_name_written_otherwise_and_one_that_an_open_catalogue_need_not_have_are_not_told(string question, string answer)
    {
        var (draft, author) = await DraftAsync(question, answer);
        Assert.Empty((await author.VisitAsync($"/fichas/{draft.Id}/enviar")).Page.QuerySelectorAll(".warning-item"));
        author.Dispose();
    }

    [Fact]
    public async Task What_is_known_of_policies_is_said_once()
    {
        var (draft, author) = await DraftAsync("mipg_policies", "Gobierno Dijital");
        Assert.Single((await author.VisitAsync($"/fichas/{draft.Id}/enviar")).Page.QuerySelectorAll(".warning-item"));
        author.Dispose();
    }

    [Fact]
    public async Task The_name_that_is_meant_is_taken_by_its_button()
    {
        var (draft, author) = await DraftAsync("process", "Gestión del Conosimiento");
        var page = await author.VisitAsync($"/fichas/{draft.Id}/seccion/1");
        var button = page.Page.QuerySelector("#process-origen button[name=accept]")!;
        await author.SendFormAsync($"/fichas/{draft.Id}/seccion/1", page, ("accept", button.GetAttribute("value")));
        await using var db = app.Db();
        Assert.Equal("Gestión del Conocimiento", (await db.FindAsync<Dossier>(draft.Id))!.Answers.Text("process"));
        author.Dispose();
    }

    [Fact]
    public async Task Equal_answers_of_several_people_stay_as_many_and_are_told_once()
    {
        var (draft, author) = await DraftAsync("employment_types", "Contratista", "Contratista", "Por horas", "Por horas", "Planta tenporal");
        Assert.Equal(2, (await author.VisitAsync($"/fichas/{draft.Id}/enviar")).Page.QuerySelectorAll(".warning-item").Length);
        var page = await author.VisitAsync($"/fichas/{draft.Id}/seccion/1");
        var button = page.Page.QuerySelector("#employment_types-origen button[name=accept]")!;
        await author.SendFormAsync($"/fichas/{draft.Id}/seccion/1", page, ("accept", button.GetAttribute("value")));
        await using var db = app.Db();
        Assert.Equal(["Contratista", "Contratista", "Por horas", "Por horas", "Planta temporal"],
            (await db.FindAsync<Dossier>(draft.Id))!.Answers.List("employment_types"));
        author.Dispose();
    }

    private async Task<(Dossier Draft, Visitor Author)> DraftAsync(string question, params string[] answer)
    {
        var person = await app.SeedAsync(Cast.Somebody("Lucía", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var draft = Ficha.Complete(person, now, $"Ficha {Guid.NewGuid():N}");
        var given = new FormAnswers();
        if (Ficha.Form.Question(question)!.IsList)
        {
            given.Set(question, answer);
        }
        else
        {
            given.Set(question, answer[0]);
        }

        draft.Answer(given, now);
        return (await app.SeedAsync(draft), await app.SignInAsync(person));
    }
}
