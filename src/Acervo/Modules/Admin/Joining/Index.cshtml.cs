using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Acervo.Ui;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Joining;

/// <summary>The invitations that nobody has accepted yet and that still open an account, those that end first at the top.</summary>
[Allow(Role.Administrator)]
internal sealed class IndexModel(AppDb db, SiteIdentity site) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    internal IReadOnlyList<InvitationRow> Rows { get; private set; } = [];

    internal int Total { get; private set; }

    internal Pages Pages => new(Math.Max(1, Number), (Total + PageSize - 1) / PageSize, page => $"?pagina={page}");

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var waiting = db.Invitations.AsNoTracking().Waiting(await db.NowAsync(cancel));
        var (terms, people) = (db.Terms, db.People);
        Total = await waiting.CountAsync(cancel);
        var rows = await waiting.OrderBy(invitation => invitation.ExpiresAt).ThenBy(invitation => invitation.Id)
            .Skip((Math.Max(1, Number) - 1) * PageSize).Take(PageSize)
            .Select(invitation => new
            {
                Invitation = invitation,
                Unit = terms.Where(term => term.Id == invitation.UnitId).Select(term => term.Name).FirstOrDefault(),
                By = people.Where(person => person.Id == invitation.InvitedBy).Select(person => person.Name).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        Rows = rows.ConvertAll(row => new InvitationRow(row.Invitation.Id, row.Invitation.Name, row.Invitation.Email, row.Invitation.Role, row.Unit, row.By,
            row.Invitation.ExpiresAt, !site.HasMail(row.Invitation.Email)));
    }
}
