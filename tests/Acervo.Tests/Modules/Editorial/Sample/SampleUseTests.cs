using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Tests.Modules.Practices;
using Acervo.Ui;

namespace Acervo.Tests.Modules.Editorial.Sample;

/// <summary>A kind says how often its authors are asked whether what they published is in use; what asks and tells is the house's.</summary>
public sealed class SampleUseTests : IAsyncLifetime
{
    private AppHost app = null!;

    public async ValueTask InitializeAsync() => app = await AppHost.StartAsync(new SampleModule());

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_kind_that_asks_each_half_year_asks_after_half_a_year_and_in_its_own_gender()
    {
        var author = await app.SeedAsync(Cast.Somebody("Lucía", "lucia@example.gov.co", Cast.Habitat, Role.Contributor));
        var slug = await PublishAsync(author);
        var said = Spanish.Month(app.Clock.Today());
        using var visitor = app.CreateClient();
        await visitor.EventuallyAsync(
            $"/acuerdos/{slug}", answer => answer.Text(".life").Contains("Estaba en uso cuando se publicó", StringComparison.Ordinal));

        app.Clock.Advance(TimeSpan.FromDays(170));
        using (var early = await app.SignInAsync(author))
        {
            Assert.DoesNotContain("¿Sigue en uso?", (await early.VisitAsync("/inicio")).Text("main"), StringComparison.Ordinal);
        }

        app.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Contains($"Sin confirmar desde {said}", (await visitor.VisitAsync($"/acuerdos/{slug}")).Text(".life"), StringComparison.Ordinal);
        using var later = await app.SignInAsync(author);
        var question = (await later.VisitAsync("/inicio")).Page.QuerySelector(".inbox a")!.GetAttribute("href")!;
        await later.PostFormAsync(question, ("answer", "si"));
        await visitor.EventuallyAsync($"/acuerdos/{slug}", answer => answer.Text(".life").Contains("En uso, confirmado en", StringComparison.Ordinal));
    }

    private async Task<string> PublishAsync(Person author)
    {
        using var writer = await app.SignInAsync(author);
        var ficha = await SampleSite.BeginAsync(writer);
        await SampleSite.WriteAsync(writer, ficha, "Andenes libres en la calle del molino");
        await writer.SendFichaAsync(ficha);
        var reviewer = await app.SeedAsync(Cast.Somebody("Mateo", "mateo@example.gov.co", Cast.Habitat, Role.Reviewer));
        var second = await app.SeedAsync(Cast.Somebody("Inés", "ines@example.gov.co", Cast.Habitat, Role.Reviewer));
        await app.ApproveAsync(int.Parse(ficha.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture), reviewer);
        using var publisher = await app.SignInAsync(second);
        await publisher.PostFormAsync($"{ficha}/publicar");
        return "andenes-libres-en-la-calle-del-molino";
    }
}
