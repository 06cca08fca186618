using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Review;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Capture.Start;

/// <summary>
/// Asks those who write a ficha that one may not open to write it together. Who asks has the same document, or one much like it; once a day is enough.
/// </summary>
[Allow(Role.Contributor)]
internal sealed class AskModel(AppDb db, Me me, SimilarDossiers similar, DossierMails mails, TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => Redirect("/fichas/nueva");

    /// <param name="documento">The fingerprint of the document that one has too.</param>
    /// <param name="desde">One's own ficha, which resembles the other.</param>
    /// <param name="ficha">The other.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IActionResult> OnPostAsync(string? documento, int? desde, int? ficha, CancellationToken cancel)
    {
        var asked = await FindAsync(documento, desde, ficha, cancel);
        // Two presses at once are one ask: the second waits here, and then sees the first in the trail.
        await using var alone = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT FROM app.dossiers WHERE id = {asked} FOR UPDATE", cancel);
        var dossiers = db.Dossiers;
        var other = await dossiers.Where(one => one.Id == asked).OneAsync(cancel);
        if (desde is not null && !other.IsUnsent)
        {
            throw new NotFoundException($"draft {asked}");
        }

        var since = clock.Now().AddDays(-1);
        var times = await db.Database.SqlQuery<int>($"""
            SELECT count(*)::int AS "Value" FROM app.audit WHERE subject = {other.Subject} AND verb = 'dossier.asked' AND person_id = {me.Id} AND at > {since}
            """).SingleAsync(cancel);
        if (times == 0)
        {
            other.Ask(me.Id);
            await mails.AskedAsync(other, await db.People.GetAsync(me.Id, cancel), cancel);
            await db.SaveChangesAsync(cancel);
            await alone.CommitAsync(cancel);
        }

        TempData["Done"] = "Enviamos su nombre y su correo a quienes escriben esa ficha. Si aceptan, la verá en «Mis fichas».";
        return Redirect(desde is null ? "/fichas/nueva" : $"/fichas/{desde}");
    }

    /// <summary>Which ficha is meant: one like the document of one's own ficha, or one of the very document that one holds.</summary>
    private async Task<int> FindAsync(string? documento, int? desde, int? ficha, CancellationToken cancel)
    {
        if (desde is { } mine)
        {
            var alike = await similar.WithOthersAsync(await db.GetMineAsync(mine, me, cancel), cancel);
            return alike.FirstOrDefault(one => one.Others is not null && one.Others == ficha)?.Others ?? throw new NotFoundException($"draft {ficha}");
        }

        var dossiers = db.Dossiers;
        return (await dossiers.AsNoTracking().Where(one => one.SourceSha256 == documento && documento != null)
            .OrderBy(one => one.Editorial.Stage == Stage.Withdrawn).ThenBy(one => one.Id).OneAsync(cancel)).Id;
    }
}
