using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Files;
using Acervo.Tests.Platform;
using Acervo.Tests.Platform.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Practices;

/// <summary>What its author may do with a draft: give it up, and hear what an attached file would show to everybody.</summary>
public sealed class DraftTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_draft_that_was_never_sent_is_deleted_and_leaves_its_row_in_the_trail()
    {
        var (person, author) = await AuthorAsync();
        var draft = await app.SeedAsync(Ficha.Complete(person, app.Clock.GetUtcNow().UtcDateTime, $"Para borrar {Guid.NewGuid():N}"));
        var asked = await author.VisitAsync($"/fichas/{draft.Id}/eliminar");
        Assert.Contains(draft.Title, asked.Text("main"), StringComparison.Ordinal);
        Assert.Equal("/fichas", (await author.SendFormAsync($"/fichas/{draft.Id}/eliminar", asked)).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await author.VisitAsync($"/fichas/{draft.Id}")).Status);
        await using var db = app.Db();
        Assert.Equal(1, await db.Database.SqlQuery<int>($"""
            SELECT count(*)::int AS "Value" FROM app.audit WHERE verb = 'dossier.erased' AND subject = {draft.Subject} AND person_id = {person.Id}
            """).SingleAsync(TestContext.Current.CancellationToken));
        author.Dispose();
    }

    [Fact]
    public async Task What_somebody_else_has_seen_is_not_deleted()
    {
        var (person, author) = await AuthorAsync();
        var sent = await app.SubmittedAsync(person);
        Assert.DoesNotContain("Eliminar el borrador", (await author.VisitAsync($"/fichas/{sent.Id}")).Text("main"), StringComparison.Ordinal);
        var refused = await author.PostFormAsync($"/fichas/{sent.Id}/eliminar");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("nunca se envió", refused.Text("main"), StringComparison.Ordinal);
        var (_, stranger) = await AuthorAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.VisitAsync($"/fichas/{sent.Id}/eliminar")).Status);
        stranger.Dispose();
        author.Dispose();
    }

    [Theory]
    [InlineData("Comité del barrio. Llame a Nubia al 300 000 0047.", "300 000 0047")]
    [InlineData("Comité del barrio. Escriba a nubia@gmail.com.", "nubia@gmail.com")]
    [InlineData("Comité del barrio, línea 195, oficina@example.gov.co.", null)]
    public async Task An_attached_file_with_contact_data_must_be_mended_or_explained(string text, string? found)
    {
        var (person, author) = await AuthorAsync();
        var draft = await app.SeedAsync(Ficha.Complete(person, app.Clock.GetUtcNow().UtcDateTime, $"Con anexo {Guid.NewGuid():N}"));
        var page = await author.VisitAsync($"/fichas/{draft.Id}/archivos");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(LinePdf.Of(text)), "file", "acta.pdf" },
        };
        Assert.Equal(HttpStatusCode.Redirect, (await author.Http.PostAsync($"/fichas/{draft.Id}/archivos", form)).StatusCode);
        var files = (await author.VisitAsync($"/fichas/{draft.Id}/archivos")).Text("main");
        var send = (await author.VisitAsync($"/fichas/{draft.Id}/enviar")).Text("main");
        if (found is null)
        {
            Assert.DoesNotContain("datos de contacto", files + send, StringComparison.Ordinal);
            return;
        }

        Assert.True(files.Contains($"Contiene datos de contacto: {found}", StringComparison.Ordinal), files);
        Assert.Contains($"«acta.pdf» se podrá descargar y contiene datos de contacto personales ({found})", send, StringComparison.Ordinal);
        author.Dispose();
    }

    /// <summary>What cannot be read may hold anything: that it was not looked at must be explained.</summary>
    [Fact]
    public async Task A_file_that_could_not_be_read_is_told_and_never_taken_for_clean()
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var (person, author) = await AuthorAsync();
        var draft = await app.SeedAsync(Ficha.Complete(person, now, $"Con anexo {Guid.NewGuid():N}"));
        var file = new FileContent(Pictures.Png("x"), "image/png");
        await using var scope = app.Services.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<FileStore>().SaveAsync(file, TestContext.Current.CancellationToken);

        await app.ChangeAsync(draft.Id, (mine, _) => mine.Attach(DossierFile.Of("acta.pdf", kept, file, [], person.Id, now, DossierFile.NotLooked), now));

        Assert.Contains("No se pudo revisar si contiene datos de contacto", (await author.VisitAsync($"/fichas/{draft.Id}/archivos")).Text("main"),
            StringComparison.Ordinal);
        Assert.Contains("«acta.pdf» se podrá descargar y no se pudo revisar", (await author.VisitAsync($"/fichas/{draft.Id}/enviar")).Text("main"),
            StringComparison.Ordinal);
        author.Dispose();
    }

    private async Task<(Person Person, Visitor Visitor)> AuthorAsync()
    {
        var person = await app.SeedAsync(Cast.Somebody("Lucía", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        return (person, await app.SignInAsync(person));
    }
}
