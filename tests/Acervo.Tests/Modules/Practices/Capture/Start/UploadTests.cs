using System.Net;
using Acervo.Platform.Accounts;

namespace Acervo.Tests.Modules.Practices.Capture.Start;

/// <summary>What happens to a document that somebody sends.</summary>
public sealed class UploadTests(AppHost app) : IClassFixture<AppHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("001-micrositio.pdf")]
    [InlineData("001-micrositio.txt")]
    public async Task A_document_of_any_kind_opens_as_a_ficha_filled_in(string name)
    {
        using var lucia = await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat,
            Role.Contributor)));

        var ficha = await lucia.WaitForFichaAsync(await lucia.UploadAsync(Shared.Fixture(name)));

        var page = await lucia.VisitAsync($"{ficha}/seccion/1");
        Assert.Equal("Micositio Gestión Pública Distrital", page.Page.QuerySelector("input[name=title]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_document_that_is_no_ficha_is_refused_in_a_sentence()
    {
        using var lucia = await app.SignInAsync(await app.SeedAsync(Cast.Contributor()));

        var answer = await lucia.UploadAsync("Receta de ajiaco: papa criolla, pollo y guascas."u8.ToArray(), "receta.txt");

        // A busy machine shows how far it is before it says so.
        var told = answer.Location is not { } waiting ? answer
            : await lucia.EventuallyAsync(waiting, page => page.Page.QuerySelector(".notice-refusal") is not null);
        Assert.Contains("no parece el formato 4202000-FT-1311", told.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_document_twice_offers_the_ficha_that_exists()
    {
        using var author = await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat,
            Role.Contributor)));
        var first = await author.WaitForFichaAsync(await author.UploadAsync(Shared.Fixture("003-boletin.txt")));

        var second = await author.UploadAsync(Shared.Fixture("003-boletin.txt"));

        Assert.Equal(first, second.Page.QuerySelector(".notice a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task One_practice_sent_twice_is_told_at_once_and_anothers_by_its_office_and_with_a_way_to_ask()
    {
        var lucia = await app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        using var author = await app.SignInAsync(lucia);
        using var other = await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Nubia Rojas", $"{Guid.NewGuid():N}@example.gov.co", Cast.Movilidad,
            Role.Contributor, Role.Reviewer)));
        var bytes = await File.ReadAllBytesAsync(Path.Combine(TestCluster.Repository, "samples", "documentos", "05-cupos-en-jardines.txt"), Cancel);
        var first = await author.WaitForFichaAsync(await author.UploadAsync(bytes, "cupos.txt"));
        Assert.Null((await author.VisitAsync(first)).Page.QuerySelector("form[action='/fichas/pedir']"));

        // The same words in another file, as in Word and then in PDF.
        var again = await author.VisitAsync(await author.WaitForFichaAsync(await author.UploadAsync([.. bytes, (byte)'\n'], "cupos otra vez.txt")));
        Assert.Contains("Quizá ya hay una ficha de lo mismo", again.Text(".notice"), StringComparison.Ordinal);
        Assert.NotNull(again.Page.QuerySelector($".notice a[href='{first}']"));

        // Somebody else's: whose office, no way that leads nowhere, and one letter however often it is asked.
        var same = await other.UploadAsync(bytes, "cupos.txt");
        Assert.Matches("alguien de «.+» ya escribe una ficha", same.Text(".notice"));
        Assert.Null(same.Page.QuerySelector(".notice a"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.VisitAsync(first)).Status);
        var document = same.Page.QuerySelector("form[action='/fichas/pedir'] input[name=documento]")!.GetAttribute("value");
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal("/fichas/nueva", (await other.PostFromAsync("/fichas/nueva", "/fichas/pedir", ("documento", document))).Location);
        }

        var letter = Assert.Single(await ReviewCast.LettersAsync(app), one => one.ToAddress == lucia.Email);
        Assert.Contains("Nubia Rojas", letter.Body, StringComparison.Ordinal);
        Assert.Contains($"{first}/autores", letter.Body, StringComparison.Ordinal);
        var alike = await other.VisitAsync(await other.WaitForFichaAsync(await other.UploadAsync([.. bytes, (byte)' '], "mis cupos.txt")));
        Assert.Matches("Alguien de «.+» escribe una", alike.Text(".notice"));
        Assert.DoesNotContain("%", alike.Text(".notice p"), StringComparison.Ordinal);
        Assert.NotNull(alike.Page.QuerySelector("form[action='/fichas/pedir'] input[name=ficha]"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostFromAsync("/fichas/nueva", "/fichas/pedir", ("documento", new string('0', 64)))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await author.PostFromAsync("/fichas/nueva", "/fichas/pedir", ("documento", document))).Status);
    }

    [Fact]
    public async Task What_is_typed_afterwards_finds_no_draft_of_others_and_two_asks_at_once_are_one_letter()
    {
        var lucia = await app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        using var author = await app.SignInAsync(lucia);
        using var other = await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Nubia Rojas", $"{Guid.NewGuid():N}@example.gov.co", Cast.Movilidad,
            Role.Contributor)));
        var draft = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime, $"Trueque de semillas {Guid.NewGuid():N}"));
        var bytes = await File.ReadAllBytesAsync(Shared.Fixture("001-micrositio.txt"), Cancel);
        var mine = await other.WaitForFichaAsync(await other.UploadAsync([.. bytes, (byte)'\n', (byte)'\n'], "micrositio.txt"));
        await other.PostFormAsync($"{mine}/seccion/1", ("title", draft.Title));
        var page = await other.VisitAsync(mine);
        Assert.Equal(draft.Title, page.Text("h1"));
        Assert.Null(page.Page.QuerySelector($"form[action='/fichas/pedir'] input[name=ficha][value='{draft.Id}']"));
        var ask = await other.PostFromAsync("/fichas/nueva", "/fichas/pedir", ("desde", mine.Split('/')[^1]), ("ficha", $"{draft.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, ask.Status);

        byte[] same = [.. bytes, (byte)' ', (byte)'\n', (byte)' '];
        await author.WaitForFichaAsync(await author.UploadAsync(same, "el mismo.txt"));
        var document = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(same));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => other.PostFromAsync("/fichas/nueva", "/fichas/pedir", ("documento", document))));
        Assert.Single(await ReviewCast.LettersAsync(app), one => one.ToAddress == lucia.Email);
    }
}
