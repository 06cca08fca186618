using Acervo.Modules.Practices;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Data;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Publishing;
using Acervo.Platform.Forms;
using Acervo.Platform.Publications;
using Acervo.Tests.Platform;
using Acervo.Tests.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Practices;

/// <summary>A ficha in review with a file and a remark, one read from a document, a published practice with a file and a published lesson.</summary>
internal sealed class PracticesExamples : IRouteExamples
{
    public async Task<IReadOnlyDictionary<string, string>> SetAsync(Scene scene)
    {
        var (app, author) = (scene.App, scene.As("author"));
        var (ficha, file) = await AttachedAsync(scene);
        var coauthor = await app.SeedAsync(Cast.Somebody("Óscar", $"{Guid.NewGuid():N}@example.gov.co", null, Role.Contributor));
        await app.ChangeAsync(ficha, (mine, db) => mine.Share(coauthor.Id, scene.Author.Id, isLeft: false));
        await app.ChangeAsync(ficha, (mine, db) => db.Add(mine.Submit(scene.Author.Id, [], app.Clock.GetUtcNow().UtcDateTime)));
        var remark = await RemarkAsync(scene, ficha);
        var uploaded = await author.UploadAsync(Path.Combine(TestCluster.Repository, "samples", "documentos", "05-cupos-en-jardines.txt"));
        var written = await author.WaitForFichaAsync(uploaded);
        var (published, sha256) = await PublishedAsync(scene);
        var lesson = await LessonAsync(scene);
        await using var db = app.Db();
        var number = await db.Publications.Where(one => one.Slug == published).Select(one => one.Id).SingleAsync();
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/fichas/{id:int}"] = $"/fichas/{ficha}",
            ["/fichas/{id:int}/autores/{person:int}"] = $"/fichas/{ficha}/autores/{coauthor.Id}",
            ["/fichas/{id:int}/archivos/{file:int}"] = $"/fichas/{ficha}/archivos/{file}",
            ["/fichas/{id:int}/seccion/{number:int}"] = $"{written}/seccion/1",
            ["/fichas/{id:int}/original"] = $"{written}/original",
            ["/fichas/leyendo/{id:int}"] = $"/fichas/leyendo/{await ReadingAsync(app)}",
            ["/revision/{id:int}"] = $"/revision/{ficha}",
            ["/revision/{id:int}/observaciones/{remark:int}"] = $"/revision/{ficha}/observaciones/{remark}",
            ["/revision/{id:int}/observar/{field}"] = $"/revision/{ficha}/observar/scope",
            ["/formatos/{kind}"] = "/formatos/practice",
            ["/fichas/publicadas/{kinds}"] = "/fichas/publicadas/practice",
            ["/api/v1/in-force/{kind}"] = "/api/v1/in-force/practice",
            ["/api/v1/publications/{kind}/{slug}"] = $"/api/v1/publications/practice/{published}",
            ["/api/v1/usage/{kind}/{slug}"] = $"/api/v1/usage/practice/{published}",
            ["/p/{id:long}"] = $"/p/{number}",
            ["/practicas/{slug}"] = $"/practicas/{published}",
            ["/practicas/{slug}/v{number:int}"] = $"/practicas/{published}/v1",
            ["/practicas/{slug}/{version:regex(^v\\d{{1,4}}$)?}"] = $"/practicas/{published}/v1",
            ["/lecciones/{slug}"] = $"/lecciones/{lesson}",
            ["/lecciones/{slug}/v{number:int}"] = $"/lecciones/{lesson}/v1",
            ["/lecciones/{slug}/{version:regex(^v\\d{{1,4}}$)?}"] = $"/lecciones/{lesson}/v1",
            ["/archivos/{sha256:length(64)}/{name}"] = $"/archivos/{sha256}/anexo.png",
        };
    }

    /// <summary>A complete draft with a picture.</summary>
    private static async Task<(int Ficha, int File)> AttachedAsync(Scene scene)
    {
        var author = scene.As("author");
        var draft = await scene.App.SeedAsync(Ficha.Complete(scene.Author, scene.App.Clock.GetUtcNow().UtcDateTime, $"Ficha {Guid.NewGuid():N}"));
        var page = await author.FollowAsync($"/fichas/{draft.Id}/archivos");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Pictures.Png("x")), "file", "anexo.png" },
        };
        await author.Http.PostAsync($"/fichas/{draft.Id}/archivos", form);
        await using var db = scene.App.Db();
        return (draft.Id, (await db.Set<Dossier>().Include(one => one.Files).SingleAsync(one => one.Id == draft.Id)).Files.Single().Id);
    }

    private static async Task<int> RemarkAsync(Scene scene, int ficha)
    {
        var reviewer = scene.As("reviewer");
        await reviewer.PostFromAsync("/inicio", $"/revision/{ficha}/tomar");
        await reviewer.PostFromAsync("/inicio", $"/revision/{ficha}/observar/scope", ("text", "Precise a quién llega."));
        await using var db = scene.App.Db();
        return await db.Set<Remark>().OrderByDescending(remark => remark.Id).Select(remark => remark.Id).FirstAsync();
    }

    private static async Task<int> ReadingAsync(AppHost app)
    {
        await using var db = app.Db();
        return await db.Database.SqlQuery<int>($"SELECT max(id) AS \"Value\" FROM app.readings").SingleAsync();
    }

    private static async Task<(string Slug, string Sha256)> PublishedAsync(Scene scene)
    {
        var app = scene.App;
        var (id, _) = await AttachedAsync(scene);
        await app.ChangeAsync(id, (mine, db) => db.Add(mine.Submit(scene.Author.Id, [], app.Clock.GetUtcNow().UtcDateTime)));
        await app.ApproveAsync(id, scene.Reviewer);
        var slug = await PublishAsync(app, id, scene.Second);
        await using var owner = app.Db();
        return (slug, await owner.Database.SqlQuery<string>($"SELECT sha256 AS \"Value\" FROM site.attachments LIMIT 1").SingleAsync());
    }

    private static async Task<string> LessonAsync(Scene scene)
    {
        var (app, now) = (scene.App, scene.App.Clock.GetUtcNow().UtcDateTime);
        var form = FormCatalogue.Default.InForce(PracticeKinds.Lesson, now.BogotaDay());
        var lesson = Dossier.Start(form, scene.Author.Id, scene.Author.UnitId, now);
        var answers = new FormAnswers();
        answers.Set("title", $"Lección {Guid.NewGuid():N}");
        lesson.Answer(answers, now);
        lesson.Present("Avisar antes de cerrar evita filas.", [16], "", now);
        await app.SeedAsync(lesson);
        await app.ChangeAsync(lesson.Id, (mine, db) => db.Add(mine.Submit(scene.Author.Id, [], now)));
        await app.ApproveAsync(lesson.Id, scene.Reviewer);
        return await PublishAsync(app, lesson.Id, scene.Second);
    }

    private static async Task<string> PublishAsync(AppHost app, int id, Person publisher)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var practice = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Dossier>().Include(one => one.Files).SingleAsync(one => one.Id == id);
        await scope.ServiceProvider.GetRequiredService<DossierPublishing>().PublishAsync(practice, publisher.Id);
        return practice.Slug;
    }
}
