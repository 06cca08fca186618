using System.Net;
using Acervo.Platform.Accounts;

namespace Acervo.Tests.Modules.Practices.Capture.Start;

/// <summary>Text pasted into the box is read, or refused with the text still there.</summary>
public sealed class PastedTextTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData("Receta de ajiaco: papa criolla, pollo y guascas.", "no parece el formato")]
    [InlineData("🌱🌱🌱 مرحبا \u202Eotxet", "no parece el formato")]
    [InlineData("   \n ", "Elija un archivo o pegue el texto")]
    public async Task A_text_that_is_no_ficha_stays_in_its_box(string text, string says)
    {
        using var lucia = await SignInAsync();

        var (refusal, kept) = await lucia.PasteInVainAsync(text);

        Assert.Contains(says, refusal, StringComparison.Ordinal);
        Assert.Equal(text.Trim(), kept.Trim());
    }

    [Fact]
    public async Task Ten_megabytes_of_text_are_refused_and_stay_in_their_box()
    {
        using var lucia = await SignInAsync();
        var text = string.Concat(Enumerable.Repeat("La mesa de trabajo organiza los trámites más consultados.\n", 180_000));

        var answer = await lucia.PasteAsync(text);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("demasiado largo", answer.Text(".field-error"), StringComparison.Ordinal);
        Assert.Equal(text.Trim().Length, answer.Page.QuerySelector("textarea[name=pasted]")!.TextContent.Trim().Length);
    }

    [Fact]
    public async Task Emoji_and_signs_that_turn_the_text_are_read_and_what_cannot_be_kept_is_dropped()
    {
        using var lucia = await SignInAsync();
        var title = $"Huertas 🌱 👩‍👧 {Guid.NewGuid():N}";

        var ficha = await lucia.WaitForFichaAsync(await lucia.PasteAsync(TypedFicha.Of("\u202E" + title + "\0\u0001")));

        var page = await lucia.VisitAsync($"{ficha}/seccion/1");
        Assert.Equal(title, page.Page.QuerySelector("input[name=title]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_text_refused_after_a_long_wait_can_be_taken_up_again_by_its_author_only()
    {
        using var lucia = await SignInAsync();
        using var other = await SignInAsync();
        var text = "Receta de la abuela " + Guid.NewGuid();
        await lucia.PasteInVainAsync(text);
        await using var db = app.Db();
        var id = db.Set<Acervo.Platform.Editorial.Intake.DocumentReading>().OrderByDescending(reading => reading.Id)
            .First(reading => reading.Work!.Refusal != null).Id;

        var waiting = await lucia.VisitAsync($"/fichas/leyendo/{id}");
        var again = await lucia.VisitAsync(waiting.Href("Corregir el texto pegado")!);

        Assert.Contains("no parece el formato", waiting.Text(".notice-refusal"), StringComparison.Ordinal);
        Assert.Equal(text, again.Page.QuerySelector("textarea[name=pasted]")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.NotFound, (await other.VisitAsync($"/fichas/nueva?lectura={id}")).Status);
    }

    private async Task<Visitor> SignInAsync() =>
        await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor)));
}
