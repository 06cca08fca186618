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
        var dossiers = db.Dossiers;
        var other = desde is { } mine && (await similar.WithOthersAsync(await db.GetMineAsync(mine, me, cancel), cancel)).Any(one => one.Others == ficha)
            ? await dossiers.Where(one => one.Id == ficha).OneAsync(cancel)
            : await dossiers.Where(one => one.SourceSha256 == documento && documento != null).OrderBy(one => one.Id).OneAsync(cancel);
        var since = clock.Now().AddDays(-1);
        var asked = await db.Database.SqlQuery<int>($"""
            SELECT count(*)::int AS "Value" FROM app.audit WHERE subject = {other.Subject} AND verb = 'dossier.asked' AND person_id = {me.Id} AND at > {since}
            """).SingleAsync(cancel);
        if (asked == 0)
        {
            other.Ask(me.Id);
            await mails.AskedAsync(other, await db.People.GetAsync(me.Id, cancel), cancel);
            await db.SaveChangesAsync(cancel);
        }

        TempData["Done"] = "Le escribimos a quien la escribe, con su nombre y su correo. Si le invita, la verá en «Mis fichas».";
        return Redirect(desde is null ? "/fichas/nueva" : $"/fichas/{desde}");
    }
}
