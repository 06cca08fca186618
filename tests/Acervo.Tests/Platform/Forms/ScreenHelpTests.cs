using System.IO.Compression;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Writing;
using Acervo.Tests.Modules.Practices;

namespace Acervo.Tests.Platform.Forms;

/// <summary>On a page an instruction speaks of the control beside it; in print it stays as the official form has it.</summary>
public sealed class ScreenHelpTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task No_page_of_a_form_speaks_of_paper()
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var person = await app.SeedAsync(Cast.Somebody("Lucía", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        using var author = await app.SignInAsync(person);
        foreach (var form in FormCatalogue.Default.All)
        {
            var draft = await app.SeedAsync(Dossier.Start(form, person.Id, person.UnitId, now));
            foreach (var section in form.Sections)
            {
                var page = await author.VisitAsync($"/fichas/{draft.Id}/seccion/{section.Number}");
                Assert.DoesNotMatch("con una X|con una barra|Anexe (?:los|archivos)|Explicar porque|soportes que", page.Text("main form"));
            }
        }
    }

    [Fact]
    public async Task The_printed_form_keeps_the_official_words()
    {
        var file = FormDocx.Write(Ficha.Form, new FormAnswers(), null, new FormDocxOptions("Alcaldía Mayor"));
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = new StreamReader(await zip.GetEntry("word/document.xml")!.OpenAsync(TestContext.Current.CancellationToken));
        var read = await part.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Marque con una X", read, StringComparison.Ordinal);
        Assert.Contains("Anexe los soportes que se crean convenientes", read, StringComparison.Ordinal);
    }
}
