using System.Net;
using System.Security.Cryptography;
using Acervo.Platform.Accounts;
using Acervo.Tests.Platform;
using Acervo.Tests.Platform.Documents.Cleaning;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Practices;

/// <summary>
/// The public copy of an attached file is made when it is attached, and its author and reviewer see it, and what it does not have, before anybody else.
/// </summary>
public sealed class PublicCopyTests(AppHost app) : IClassFixture<AppHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_author_and_reviewer_open_is_what_is_published()
    {
        var (lucia, mateo, ines) = (await NewAsync("Lucía", Role.Contributor), await NewAsync("Mateo", Role.Reviewer), await NewAsync("Inés", Role.Reviewer));
        using var author = await app.SignInAsync(lucia);
        var (id, file) = await AttachedAsync(author, lucia, Pictures.Png("CANARIO-camara"), "fachada de ana@example.com.png");

        var copy = await SeenAsync(author, $"/fichas/{id}/archivos", id, file);
        Assert.Empty(Canaries.In(copy));
        await app.ChangeAsync(id, (mine, db) => db.Add(mine.Submit(lucia.Id, [], app.Clock.GetUtcNow().UtcDateTime)));
        using var reviewer = await app.SignInAsync(mateo);
        Assert.Equal(copy, await SeenAsync(reviewer, $"/revision/{id}", id, file));
        await app.ApproveAsync(id, mateo);
        using var second = await app.SignInAsync(ines);
        Assert.Equal(copy, await SeenAsync(second, $"/fichas/{id}/publicar", id, file));
        Assert.Equal($"/fichas/{id}", (await second.PostFormAsync($"/fichas/{id}/publicar")).Location);

        await using var db = app.Db();
        var published = await db.Database.SqlQuery<string>($"""
            SELECT a.sha256 AS "Value" FROM site.attachments a JOIN site.publications p ON p.id = a.publication_id WHERE p.kind = 'practice' AND p.item = {id}
            """).SingleAsync(Cancel);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(copy)), published);
    }

    [Fact]
    public async Task The_copy_is_saved_never_shown_kept_by_nobody_and_has_the_name_it_will_have()
    {
        var lucia = await NewAsync("Lucía", Role.Contributor);
        using var author = await app.SignInAsync(lucia);
        var (id, file) = await AttachedAsync(author, lucia, Pictures.Png("CANARIO"), "fachada de ana@example.com.png");

        using var answer = await author.Http.GetAsync($"/fichas/{id}/archivos/{file}/copia", Cancel);

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.EndsWith(".png", answer.Content.Headers.ContentDisposition.FileNameStar, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@", answer.Content.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_anybody_else_it_does_not_exist()
    {
        var (lucia, other) = (await NewAsync("Lucía", Role.Contributor), await NewAsync("Nubia", Role.Contributor));
        var nelson = Cast.Somebody("Nelson", $"{Guid.NewGuid():N}@example.gov.co", Cast.Movilidad);
        nelson.Grant(Role.Reviewer, Cast.Movilidad, by: null);
        await app.SeedAsync(nelson);
        using var author = await app.SignInAsync(lucia);
        var (id, file) = await AttachedAsync(author, lucia, Pictures.Png(), "fachada.png");
        var path = $"/fichas/{id}/archivos/{file}/copia";
        using var visitor = app.CreateClient();
        using var stranger = await app.SignInAsync(other);
        using var elsewhere = await app.SignInAsync(nelson);

        Assert.StartsWith("/entrar", (await visitor.VisitAsync(path)).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.VisitAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.VisitAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await author.VisitAsync($"/fichas/{id}/archivos/{file + 1000}/copia")).Status);
    }

    /// <summary>The page links to the copy and tells what was taken out; the copy itself.</summary>
    private static async Task<byte[]> SeenAsync(Visitor visitor, string page, int id, int file)
    {
        var shown = await visitor.FollowAsync(page);
        var path = $"/fichas/{id}/archivos/{file}/copia";
        Assert.Contains("Ver la copia que será pública", shown.Page.QuerySelector($"main a[href='{path}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Se retiró: metadatos de imagen", shown.Text("main"), StringComparison.Ordinal);
        return await visitor.Http.GetByteArrayAsync(path, Cancel);
    }

    private async Task<(int Id, int File)> AttachedAsync(Visitor author, Person person, byte[] file, string name)
    {
        var draft = await app.SeedAsync(Ficha.Complete(person, app.Clock.GetUtcNow().UtcDateTime, $"Con anexo {Guid.NewGuid():N}"));
        var page = await author.FollowAsync($"/fichas/{draft.Id}/archivos");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "file", name },
        };
        Assert.Equal(HttpStatusCode.Redirect, (await author.Http.PostAsync($"/fichas/{draft.Id}/archivos", form, Cancel)).StatusCode);
        await using var db = app.Db();
        var id = await db.Database.SqlQuery<int>($"""SELECT id AS "Value" FROM app.dossier_files WHERE dossier_id = {draft.Id}""").SingleAsync(Cancel);
        return (draft.Id, id);
    }

    private async Task<Person> NewAsync(string name, Role role) =>
        await app.SeedAsync(Cast.Somebody(name, $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, role));
}
