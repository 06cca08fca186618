using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Review;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Capture.Authors;

/// <summary>Who writes a ficha. Whoever answers for it invites others; when that account is closed, whoever reviews there does.</summary>
[Allow]
[MakesOne]
internal sealed class IndexModel(AppDb db, Me me, DossierMails mails) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    internal IReadOnlyList<Author> Authors { get; private set; } = [];

    internal string Email { get; private set; } = "";

    internal string? EmailError { get; private set; }

    internal bool Manages { get; private set; }

    internal string TitleOf => Dossier.Title.Length == 0 ? "Sin título" : Dossier.Title;

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetToHandOverAsync(id, me, cancel);
        int[] ids = [Dossier.AuthorId, .. Dossier.Coauthors];
        var people = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToListAsync(cancel);
        Authors = [.. people.OrderBy(person => Array.IndexOf(ids, person.Id))
            .Select(person => new Author(person.Id, person.Name, person.Id == me.Id, person.Id == Dossier.AuthorId, person.DisabledAt is not null))];
        Manages = Dossier.MaySayWhoWrites(me.Id, Authors[0].IsGone);
    }

    public async Task<IActionResult> OnPostAsync(int id, string? email, CancellationToken cancel)
    {
        await OnGetAsync(id, cancel);
        if (!Manages)
        {
            throw new NotFoundException($"dossier {id}");
        }

        Email = email?.Trim() ?? "";
        var key = Person.Normalize(Email);
        var with = await db.People.FirstOrDefaultAsync(
            person => person.NormalizedEmail == key && person.DisabledAt == null && person.Grants.Any(grant => grant.Role == Role.Contributor), cancel);
        try
        {
            Dossier.Share(with?.Id ?? throw new RuleException("Ninguna persona con ese correo puede escribir fichas. Pida a quien administra el sitio que le "
                + "dé el rol o la invite."), me.Id, Authors[0].IsGone);
        }
        catch (RuleException refusal)
        {
            EmailError = refusal.Message;
            ModelState.AddModelError("email", refusal.Message);
            return Page();
        }

        await mails.SharedAsync(Dossier, with, await db.People.GetAsync(me.Id, cancel), cancel);
        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}/autores");
    }
}

/// <summary>One of those who write it, as the page shows them.</summary>
internal sealed record Author(int Id, string Name, bool IsMe, bool IsFirst, bool IsGone);
