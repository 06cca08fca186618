using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Review;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Capture.Authors;

/// <summary>Gives a ficha to another of those who write it, after asking once more.</summary>
[Allow]
internal sealed class HandOverModel(AppDb db, Me me, DossierMails mails) : PageModel
{
    private bool isLeft;

    internal Dossier Dossier { get; private set; } = null!;

    internal Person To { get; private set; } = null!;

    internal bool IsMine => Dossier.AuthorId == me.Id;

    internal string TitleOf => Dossier.Title.Length == 0 ? "Sin título" : Dossier.Title;

    public async Task OnGetAsync(int id, int person, CancellationToken cancel)
    {
        Dossier = await db.GetToHandOverAsync(id, me, cancel);
        isLeft = await db.IsLeftAsync(Dossier, cancel);
        if (!Dossier.Coauthors.Contains(person) || !Dossier.MaySayWhoWrites(me.Id, isLeft))
        {
            throw new NotFoundException($"author {person}");
        }

        To = await db.People.Where(one => one.Id == person && one.DisabledAt == null).OneAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(int id, int person, CancellationToken cancel)
    {
        await OnGetAsync(id, person, cancel);
        Dossier.HandOver(person, me.Id, isLeft);
        await mails.HandedOverAsync(Dossier, To, await db.People.GetAsync(me.Id, cancel), cancel);
        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}/autores");
    }
}
