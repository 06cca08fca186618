using System.Net;
using System.Text;
using Acervo.Platform.Accounts;
using Acervo.Platform.Documents;
using Acervo.Platform.Editorial.Intake;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Forms.Writing;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Practices;

/// <summary>
/// What a document hides: whoever sees its ficha hears how much, its author alone which words, and no answer takes it. What stands in no answer is shown.
/// </summary>
public sealed class HiddenWordsTests(AppHost app) : IClassFixture<AppHost>
{
    private const string Secret = "Zafarrancho";

    [Fact]
    public async Task What_of_a_document_is_in_no_answer_is_put_where_a_person_says_or_left_out()
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var lucia = await NewAsync("Lucía");
        var draft = Ficha.Complete(lucia, now);
        var answers = draft.Answers;
        answers.Set("scope", "Tres sedes.");
        var read = new Dictionary<string, ReadValue> { ["scope"] = new(2, "Tres sedes.", 0.95), ["baseline"] = new(2, "Antes, ninguna.", 0.75) };
        var reading = new StoredReading(read, [], 20, 25)
        {
            Unplaced = [new UnplacedText("También dos colegios.", 3, "scope"), new UnplacedText("Pie de página.", null, null)],
            Tally = new ReadingTally(22, 3, 25),
        };
        draft.TakeReading(answers, draft.FilledOn, reading.ToJson(), null, null, lucia.Id, now);
        var ficha = $"/fichas/{(await app.SeedAsync(draft)).Id}";
        using var author = await app.SignInAsync(lucia);
        using var other = await app.SignInAsync(await NewAsync("Nubia"));

        // What is sure carries no mark; what is in doubt does.
        var page = await author.VisitAsync($"{ficha}/seccion/2");
        Assert.Contains("22 de 25 respuestas leídas; 3 por mirar", page.Text("main"), StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("#scope-origen"));
        Assert.Contains("lectura por confirmar", page.Text("#baseline-origen"), StringComparison.Ordinal);
        Assert.DoesNotContain("lectura segura", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("ninguna respuesta (2)", page.Text(".unplaced[open] summary"), StringComparison.Ordinal);
        Assert.Null((await author.VisitAsync($"{ficha}/seccion/3")).Page.QuerySelector(".unplaced[open]"));
        var pieces = page.Page.QuerySelectorAll(".unplaced input[name=piece]").Select(box => box.GetAttribute("value")).ToList();
        Assert.Equal("scope", page.Page.QuerySelector(".unplaced option[selected]")!.GetAttribute("value"));

        var put = $"{ficha}/ubicar";
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostFromAsync("/inicio", put, ("piece", pieces[0]), ("question", "scope"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await author.PostFromAsync(ficha, put, ("piece", pieces[0]), ("question", "nada"))).Status);
        var day = await author.PostFromAsync(ficha, put, ("piece", pieces[0]), ("question", "started_on"));
        Assert.Contains("no se responde con un texto", day.Text("main"), StringComparison.Ordinal);
        Assert.Equal($"{ficha}/seccion/2#scope", (await author.PostFromAsync(ficha, put, ("piece", pieces[0]), ("question", "scope"))).Location);
        var after = await author.VisitAsync($"{ficha}/seccion/2");
        Assert.Equal("Tres sedes. También dos colegios.", after.Text("textarea[name=scope]"));
        Assert.Contains("Se puso al final de «Alcance", after.Text(".notice"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await author.PostFromAsync(ficha, put, ("piece", pieces[0]), ("question", "scope"))).Status);
        Assert.Equal(ficha, (await author.PostFromAsync(ficha, put, ("piece", pieces[1]), ("leave", "true"))).Location);
        Assert.Null((await author.VisitAsync(ficha)).Page.QuerySelector(".unplaced"));
    }

    private Task<Person> NewAsync(string name) =>
        app.SeedAsync(Cast.Somebody(name, $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));

    [Fact]
    public async Task The_author_sees_the_hidden_words_and_everybody_else_only_how_many()
    {
        var person = await app.SeedAsync(Cast.Somebody("Lucía", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        var other = await app.SeedAsync(Cast.Somebody("Mateo", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Reviewer));
        using var author = await app.SignInAsync(person);
        using var reviewer = await app.SignInAsync(other);

        var ficha = await author.WaitForFichaAsync(await author.UploadAsync(Paper(), "ficha.docx"));
        var overview = await author.VisitAsync(ficha);
        Assert.Contains("Texto oculto: 2 palabras que no se ven", overview.Text("main"), StringComparison.Ordinal);
        Assert.Contains($"«{Secret} blanco»", overview.Text("main"), StringComparison.Ordinal);

        await author.PostFormAsync($"{ficha}/presentacion", ("summary", "Un aviso llega cuando falta poco para el turno."), ("goals", "16"));
        Assert.Equal(ficha, (await author.SendFichaAsync(ficha)).Location);
        var seen = await reviewer.VisitAsync(ficha);
        Assert.Contains("Texto oculto: 2 palabras que no se ven", seen.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, seen.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, (await reviewer.VisitAsync(ficha.Replace("/fichas/", "/revision/", StringComparison.Ordinal))).Body,
            StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, (await author.VisitAsync($"{ficha}/vista")).Body, StringComparison.Ordinal);

        await using var db = app.Db();
        Assert.Equal(0, await db.Database.SqlQuery<int>($"""
            SELECT (SELECT count(*) FROM app.dossiers WHERE (to_jsonb(dossiers) - 'reading')::text LIKE {"%" + Secret + "%"})::int
                + (SELECT count(*) FROM app.review_rounds WHERE to_jsonb(review_rounds)::text LIKE {"%" + Secret + "%"})::int
                + (SELECT count(*) FROM app.audit WHERE to_jsonb(audit)::text LIKE {"%" + Secret + "%"})::int AS "Value"
            """).SingleAsync(TestContext.Current.CancellationToken));
    }

    private static byte[] Paper()
    {
        var file = FormDocx.Write(Ficha.Form, Ficha.Answers("Turnos que avisan"), new DateOnly(2026, 2, 1), new FormDocxOptions("Alcaldía Mayor"));
        var package = OfficePackage.Read(file);
        var body = Encoding.UTF8.GetString(package["word/document.xml"]);
        var end = body.IndexOf("Turnos que avisan", StringComparison.Ordinal);
        var after = body.IndexOf("</w:r>", end, StringComparison.Ordinal) + "</w:r>".Length;
        package["word/document.xml"] = Encoding.UTF8.GetBytes(body.Insert(after,
            $"<w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t xml:space=\"preserve\"> {Secret} blanco</w:t></w:r>"));
        return package.ToBytes();
    }
}
