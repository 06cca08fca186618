using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Review;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Review;

/// <summary>Answers a remark: its author and the reviewer talk beside the field.</summary>
[Allow]
[MakesOne]
internal sealed class ReplyModel(AppDb db, Me me, DossierMails mails, TimeProvider clock) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/fichas/{id}");

    public async Task<IActionResult> OnPostAsync(int id, int remark, CancellationToken cancel)
    {
        var text = Request.Form[$"reply.{remark}"].ToString();
        var dossier = await db.GetForAsync(id, me, cancel);
        var root = await db.RemarkOfAsync(dossier, remark, cancel);
        if (dossier.Editorial.Stage is not (Stage.InReview or Stage.ChangesRequested))
        {
            throw new RuleException("La conversación está cerrada: la ficha ya no está en revisión.");
        }

        var reply = Remark.Write(dossier.Subject, root.Field, dossier.Editorial.Round, root, me.Id, text, clock.Now());
        db.Remarks.Add(reply);
        await mails.RemarkAsync(dossier, reply, cancel);
        await db.SaveChangesAsync(cancel);
        return Redirect(dossier.IsBy(me.Id) ? $"/fichas/{id}/observaciones#hilo-{root.Id}" : $"/revision/{id}#{root.Field}");
    }
}
