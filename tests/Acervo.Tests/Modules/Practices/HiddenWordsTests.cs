using System.Text;
using Acervo.Platform.Accounts;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms.Writing;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Practices;

/// <summary>What a document hides: whoever sees its ficha hears how much, its author alone which words, and no answer takes it.</summary>
public sealed class HiddenWordsTests(AppHost app) : IClassFixture<AppHost>
{
    private const string Secret = "Zafarrancho";

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
