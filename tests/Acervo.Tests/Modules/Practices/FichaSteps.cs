using Acervo.Platform.Accounts;
using Acervo.Platform.Data;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Practices;

/// <summary>Brings fichas to a stage by the verbs that pages use, without the pages.</summary>
internal static class FichaSteps
{
    /// <summary>Changes a saved ficha, with its files, in one save.</summary>
    public static async Task ChangeAsync(this AppHost app, int id, Action<Dossier, AppDb> change)
    {
        await using var db = app.Db();
        change(await db.Set<Dossier>().Include(practice => practice.Files).SingleAsync(practice => practice.Id == id), db);
        await db.SaveChangesAsync();
    }

    /// <summary>A complete ficha of this author, sent to review.</summary>
    public static async Task<Dossier> SubmittedAsync(this AppHost app, Person author, string? title = null)
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var practice = await app.SeedAsync(Ficha.Complete(author, now, title ?? $"Ficha {Guid.NewGuid():N}"));
        await app.ChangeAsync(practice.Id, (mine, db) => db.Add(mine.Submit(author.Id, [], now)));
        return practice;
    }

    public static async Task<Dossier> ApprovedAsync(this AppHost app, Person author, Person approver, string? title = null)
    {
        var practice = await app.SubmittedAsync(author, title);
        await app.ApproveAsync(practice.Id, approver);
        return practice;
    }

    public static async Task ApproveAsync(this AppHost app, int id, Person approver)
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        await app.ChangeAsync(id, (mine, db) =>
        {
            mine.Claim(approver.Id, now);
            mine.Approve(db.Set<ReviewRound>().Where(round => round.Subject == mine.Subject).OrderBy(round => round.Round).Last(), 0, "", approver.Id, now);
        });
    }

    /// <summary>Approved by one person and published by another; read afresh.</summary>
    public static async Task<Dossier> PublishedAsync(this AppHost app, Person author, Person approver, Person publisher, string? title = null)
    {
        var practice = await app.ApprovedAsync(author, approver, title);
        await using var scope = app.Services.CreateAsyncScope();
        var mine = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Dossier>().Include(one => one.Files).SingleAsync(one => one.Id == practice.Id);
        await scope.ServiceProvider.GetRequiredService<DossierPublishing>().PublishAsync(mine, publisher.Id);
        return mine;
    }
}
