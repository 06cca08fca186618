using System.Net;
using System.Text;
using Acervo.Platform.Accounts;
using Acervo.Platform.Data;
using Acervo.Platform.Documents;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Files;
using Acervo.Tests.Platform;
using Acervo.Tests.Platform.Documents;
using Acervo.Tests.Platform.Documents.Cleaning;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Practices;

/// <summary>Contact data in attached files, of whatever kind and length: found, or told as not looked at, and explained before publishing.</summary>
public sealed class AttachedContactTests(AppHost app) : IClassFixture<AppHost>
{
    private const string Phone = "300 000 0047";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("acta.pdf", Phone)]
    [InlineData("correo.pdf", "nubia@gmail.com")]
    [InlineData("limpia.pdf", null)]
    [InlineData("hoja.xlsx", Phone)]
    [InlineData("cifras.xlsx", null)]
    [InlineData("pie.docx", Phone)]
    [InlineData("foto.png", Phone)]
    [InlineData("escaneado.pdf", Phone)]
    public async Task An_attached_file_with_contact_data_must_be_mended_or_explained(string name, string? found)
    {
        var (person, author) = await AuthorAsync();
        var draft = await app.SeedAsync(Ficha.Complete(person, app.Clock.GetUtcNow().UtcDateTime, $"Con anexo {Guid.NewGuid():N}"));
        var page = await author.FollowAsync($"/fichas/{draft.Id}/archivos");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(await FileAsync(name)), "file", name },
        };
        using var sent = await author.Http.PostAsync($"/fichas/{draft.Id}/archivos", form, Cancel);
        Assert.True(sent.StatusCode == HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync(Cancel));
        var files = await LookedAsync(author, draft.Id);
        var send = (await author.VisitAsync($"/fichas/{draft.Id}/enviar")).Text("main");
        if (found is null)
        {
            Assert.DoesNotContain("datos de contacto", files + send, StringComparison.Ordinal);
            return;
        }

        Assert.True(files.Contains($"Contiene datos de contacto: {found}", StringComparison.Ordinal), files);
        Assert.Contains($"«{name}» se podrá descargar y contiene datos de contacto personales ({found})", send, StringComparison.Ordinal);
        author.Dispose();
    }

    /// <summary>Of a long scan the last page is read too, after whoever attached it went on.</summary>
    [Fact]
    public async Task A_long_scan_is_read_to_its_last_page_in_the_background()
    {
        var (person, author) = await AuthorAsync();
        var blank = new Drawing(400, 120, [.. Enumerable.Repeat((byte)255, 400 * 120)]);
        var pages = Enumerable.Repeat(blank, 5).Append(await PrintedLine.DrawnAsync($"Llame a Nubia al {Phone}"));
        var file = await SeedAsync(person, PicturePdf.Of(pages, 150), "application/pdf", work: true);

        Assert.Contains($"Contiene datos de contacto: {Phone}", await LookedAsync(author, file.DossierId), StringComparison.Ordinal);
        author.Dispose();
    }

    /// <summary>What cannot be read may hold anything.</summary>
    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_and_never_taken_for_clean()
    {
        var (person, author) = await AuthorAsync();
        var file = await SeedAsync(person, Encoding.ASCII.GetBytes("%PDF-1.4 roto"), "application/pdf", work: true);

        Assert.Contains("No se pudo revisar si contiene datos de contacto", await LookedAsync(author, file.DossierId), StringComparison.Ordinal);
        Assert.Contains("«acta.pdf» se podrá descargar y no se pudo revisar", (await author.VisitAsync($"/fichas/{file.DossierId}/enviar")).Text("main"),
            StringComparison.Ordinal);
        author.Dispose();
    }

    /// <summary>On a loaded machine nobody has looked yet: that is no clean file either.</summary>
    [Fact]
    public async Task A_file_that_waits_to_be_looked_at_stands_in_the_way_until_it_is_explained()
    {
        var (person, author) = await AuthorAsync();
        var file = await SeedAsync(person, LinePdf.Of("Nada."), "application/pdf", work: false);

        var send = await author.VisitAsync($"/fichas/{file.DossierId}/enviar");
        Assert.Contains("«acta.pdf» se podrá descargar y todavía se está revisando", send.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Se está revisando si contiene datos de contacto", (await author.FollowAsync($"/fichas/{file.DossierId}/archivos")).Text("main"),
            StringComparison.Ordinal);
        await using var db = app.Db();
        var dossier = await db.Dossiers.FindAsync([file.DossierId], Cancel);
        await db.Entry(dossier!).Collection(one => one.Files).LoadAsync(Cancel);
        // What somebody said of it before it was looked through does not let it be published.
        dossier!.Explain(new ChecklistItem(dossier.Files[0].ContactsName, DossierParts.Files, false, ""), "La abrí y no tiene datos de nadie.", person.Id,
            app.Clock.GetUtcNow().UtcDateTime);
        Assert.Contains("Todavía se está revisando", Assert.Throws<RuleException>(dossier.RequireLookedFiles).Message, StringComparison.Ordinal);
        author.Dispose();
    }

    /// <summary>Each dossier waits for its own look: what the first pages said before a second one came would never reach it.</summary>
    [Fact]
    public async Task A_file_of_two_dossiers_is_looked_through_for_each()
    {
        var (person, author) = await AuthorAsync();
        var bytes = LinePdf.Of($"Llame a Nubia al {Phone}, acta {Guid.NewGuid():N}.");
        var second = await SeedAsync(person, bytes, "application/pdf", work: false);
        var first = await SeedAsync(person, bytes, "application/pdf", work: true);

        Assert.Contains($"Contiene datos de contacto: {Phone}", await LookedAsync(author, first.DossierId), StringComparison.Ordinal);
        Assert.Contains("Se está revisando", (await author.FollowAsync($"/fichas/{second.DossierId}/archivos")).Text("main"), StringComparison.Ordinal);
        author.Dispose();
    }

    /// <summary>What was said of a file when nobody knew what it holds does not hold for what is found in it.</summary>
    [Fact]
    public void An_explanation_holds_for_what_was_known()
    {
        var file = DossierFile.Of("acta.pdf", new StoredFile(new string('a', 64), 1, "application/pdf"), new FileContent([1], "application/pdf"), [], 1,
            DateTime.UnixEpoch, DossierFile.Looking);
        var before = file.ContactsName;
        file.Hear([], isOver: false, isUnread: false);
        Assert.Equal((before, true), (file.ContactsName, file.IsBeingLooked));
        file.Hear([Phone], isOver: false, isUnread: false);
        Assert.NotEqual(before, file.ContactsName);
        var unread = DossierFile.Of("acta.pdf", new StoredFile(new string('a', 64), 1, "x"), new FileContent([1], "x"), [], 1, DateTime.UnixEpoch);
        Assert.NotEqual(before, unread.ContactsName);
        file.Hear(["nubia@gmail.com"], isOver: true, isUnread: true);
        Assert.Equal($"Contiene datos de contacto: {Phone}, nubia@gmail.com. Una parte no se revisó", file.ContactWords);
        var clean = DossierFile.Of("acta.pdf", new StoredFile(new string('a', 64), 1, "x"), new FileContent([1], "x"), [], 1, DateTime.UnixEpoch);
        Assert.Equal("No se pudo revisar si contiene datos de contacto", clean.ContactWords);
        clean.Hear([], isOver: true, isUnread: false);
        Assert.Null(clean.ContactWords);
    }

    private static async Task<byte[]> FileAsync(string name) => name switch
    {
        "acta.pdf" => LinePdf.Of($"Comité del barrio. Llame a Nubia al {Phone}."),
        "correo.pdf" => LinePdf.Of("Comité del barrio. Escriba a nubia@gmail.com."),
        "limpia.pdf" => LinePdf.Of("Comité del barrio, línea 195, oficina@example.gov.co."),
        "hoja.xlsx" => new XlsxBuilder
        {
            Sheets = """<sheet name="Asistentes" sheetId="2" r:id="s2"/>""",
            Parts =
            [
                ("xl/worksheets/sheet2.xml", """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="400">"""
                    + $"""<c r="D400" t="inlineStr"><is><t>Nubia, {Phone}</t></is></c></row></sheetData></worksheet>"""),
            ],
        }.Write(),
        "cifras.xlsx" => new XlsxBuilder
        {
            Formats = """<numFmt numFmtId="164" formatCode="&quot;$&quot;#,##0"/>""",
            Cells = """<xf numFmtId="164" applyNumberFormat="1"/>""",
            Rows = """<row r="2"><c r="A2" s="1"><v>3000000047</v></c><c r="B2"><v>300</v></c><c r="C2"><v>0</v></c><c r="D2"><v>47</v></c></row>""",
        }.Write(),
        "pie.docx" => DocxWays.Write($"<w:p><w:r><w:t>Anexo.</w:t></w:r></w:p>", section: """<w:footerReference w:type="default" r:id="r5"/>""",
            parts: ("footer", "word/footer1.xml", $$"""<w:ftr {names}><w:p><w:r><w:t>Nubia, {{Phone}}</w:t></w:r></w:p></w:ftr>""")),
        "foto.png" => await PrintedLine.PictureAsync($"Llame a Nubia al {Phone}", "-png"),
        _ => PicturePdf.Of([await PrintedLine.DrawnAsync($"Llame a Nubia al {Phone}")], 150),
    };

    /// <summary>What the page says of the file once all of it was looked at.</summary>
    private static async Task<string> LookedAsync(Visitor author, int dossier)
    {
        var place = (await author.VisitAsync($"/fichas/{dossier}/archivos")).Location ?? $"/fichas/{dossier}/archivos";
        return (await author.EventuallyAsync(place, page => !page.Text("main").Contains("está revisando", StringComparison.Ordinal))).Text("main");
    }

    private async Task<DossierFile> SeedAsync(Person person, byte[] bytes, string contentType, bool work)
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var draft = await app.SeedAsync(Ficha.Complete(person, now, $"Con anexo {Guid.NewGuid():N}"));
        var content = new FileContent(bytes, contentType);
        await using var scope = app.Services.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<FileStore>().SaveAsync(content, Cancel);
        var file = DossierFile.Of("acta.pdf", kept, content, [], person.Id, now, DossierFile.Looking);
        await app.ChangeAsync(draft.Id, (mine, db) =>
        {
            mine.Attach(file, now);
            if (work)
            {
                db.Add(LookForContacts.Of(file, draft.Id, person.Id));
            }
        });
        return file;
    }

    private async Task<(Person Person, Visitor Visitor)> AuthorAsync()
    {
        var person = await app.SeedAsync(Cast.Somebody("Lucía", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        return (person, await app.SignInAsync(person));
    }
}
