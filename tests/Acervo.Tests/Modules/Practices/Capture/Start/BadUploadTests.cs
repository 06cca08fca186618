using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Forms.Writing;
using Acervo.Tests.Platform.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Acervo.Tests.Modules.Practices.Capture.Start;

/// <summary>Files that are broken, hostile or not what they seem: each gets a sentence on the page where it was sent, and never an error of the site.</summary>
public sealed class BadUploadTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData("empty", "vacio.docx", "está vacío")]
    [InlineData("program", "ficha.docx", "es un programa con otro nombre")]
    [InlineData("binary", "ficha.txt", "no es un documento de texto")]
    [InlineData("encrypted", "ficha.docx", "protegido con contraseña")]
    [InlineData("encrypted-pdf", "ficha.pdf", "protegido con contraseña")]
    [InlineData("zip-bomb", "ficha.docx", "ocupa demasiado al descomprimirse")]
    [InlineData("xxe", "ficha.docx", "está dañado")]
    [InlineData("deep-xml", "ficha.docx", "metidos unos en otros")]
    [InlineData("deep-changes", "ficha.docx", "metidos unos en otros")]
    [InlineData("truncated-docx", "ficha.docx", "está dañado")]
    [InlineData("truncated-pdf", "ficha.pdf", "está dañado")]
    [InlineData("many-pages", "ficha.pdf", "tiene 5000 páginas")]
    [InlineData("broken-png", "ficha.png", "La imagen está dañada")]
    [InlineData("cat", "gato.png", "")]
    [InlineData("plain-zip", "ficha.docx", "no se puede leer")]
    [InlineData("other-form", "acta.txt", "formato 4203000-FT-1001")]
    [InlineData("other-version", "ficha.txt", "versión 07")]
    public async Task A_bad_file_is_refused_with_a_sentence_beside_its_field(string kind, string name, string says)
    {
        using var lucia = await SignInAsync();

        var answer = await lucia.UploadToTheEndAsync(HostileFile.Make(kind), name);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var sentence = answer.Text(".field-error, .notice-refusal");
        Assert.Contains(says, sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("ya quedó registrado", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(51)]
    [InlineData(120)]
    public async Task A_file_over_the_limit_is_refused_beside_its_field(int megabytes)
    {
        using var lucia = await SignInAsync();

        var answer = await lucia.UploadAsync(new byte[megabytes * 1024 * 1024], "grande.pdf");

        Assert.Contains("más de 50 MB", answer.Text(".field-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_with_macros_is_read_and_the_macros_are_told()
    {
        using var lucia = await SignInAsync();

        var ficha = await lucia.WaitForFichaAsync(await lucia.UploadAsync(WithMacros(), "ficha.docm"));

        await using var db = app.Db();
        var id = int.Parse(ficha.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        var stored = db.Set<Acervo.Platform.Editorial.Dossier>().Single(practice => practice.Id == id).Reading;
        Assert.Contains("macros; no se ejecutaron", stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("ficha\u202Etxt.exe", "fichatxt.exe")]
    [InlineData("<script>alert(1)</script>.txt", "script>.txt")]
    [InlineData("práctica 🌱 ñandú.txt", "práctica 🌱 ñandú.txt")]
    public async Task A_strange_file_name_is_kept_fit_to_be_shown(string sent, string shown)
    {
        using var lucia = await SignInAsync();

        var ficha = await lucia.WaitForFichaAsync(await lucia.UploadAsync(Typed(Guid.NewGuid().ToString()), sent));

        await using var db = app.Db();
        var id = int.Parse(ficha.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(shown, db.Set<Acervo.Platform.Editorial.Dossier>().Single(practice => practice.Id == id).SourceName);
        Assert.Equal(HttpStatusCode.OK, (await lucia.VisitAsync(ficha)).Status);
    }

    [Fact]
    public async Task The_same_document_sent_twice_at_once_is_one_ficha()
    {
        using var lucia = await SignInAsync();
        var file = Typed(Guid.NewGuid().ToString());

        // As in a browser: the page was seen once, so both have the cookie of its token.
        await lucia.VisitAsync("/fichas/nueva");
        var both = await Task.WhenAll(lucia.UploadAsync(file, "a.txt"), lucia.UploadAsync(file, "a.txt"));

        Assert.All(both, answer => Assert.True(answer.Location is not null || answer.Page.QuerySelector(".notice a") is not null,
            $"{answer.Status}: {answer.Text("main")}"));
        var fichas = both.Select(answer => answer.Location ?? answer.Page.QuerySelector(".notice a")!.GetAttribute("href")).Distinct(StringComparer.Ordinal);
        Assert.Single(fichas);
    }

    private async Task<Visitor> SignInAsync() =>
        await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor)));

    private static byte[] Typed(string title) => System.Text.Encoding.UTF8.GetBytes(TypedFicha.Of(title));

    private static byte[] WithMacros()
    {
        using var stream = new MemoryStream();
        stream.Write(FormDocx.Write(Ficha.Form, Ficha.Answers($"Con macros {Guid.NewGuid():N}"), new DateOnly(2026, 3, 2),
            new FormDocxOptions("Entidad de Pruebas")));
        using (var word = WordprocessingDocument.Open(stream, isEditable: true))
        {
            word.ChangeDocumentType(WordprocessingDocumentType.MacroEnabledDocument);
            using var macros = new MemoryStream([0xD0, 0xCF, 0x11, 0xE0]);
            word.MainDocumentPart!.AddNewPart<VbaProjectPart>().FeedData(macros);
        }

        return stream.ToArray();
    }
}
