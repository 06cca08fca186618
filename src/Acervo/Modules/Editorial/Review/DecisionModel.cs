using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Review;

/// <summary>What both decisions of a review show before they are taken: the remarks still open, and a note.</summary>
public abstract class DecisionModel(AppDb db, Me me) : PageModel
{
    public Dossier Dossier { get; private set; } = null!;

    public IReadOnlyList<string> OpenRemarks { get; private set; } = [];

    public string Note { get; protected set; } = "";

    /// <summary>The round that was read before deciding: what a page left open shows may be another.</summary>
    [BindProperty(SupportsGet = true, Name = "envio")]
    public int? Seen { get; set; }

    protected ReviewRound Round { get; private set; } = null!;

    protected AppDb Db { get; } = db;

    protected Me Me { get; } = me;

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        Seen ??= Dossier.Editorial.Round;
    }

    /// <summary>Loads it to decide on it.</summary>
    protected async Task LoadReadAsync(int id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        Dossier.RequireRead(Seen);
    }

    private async Task LoadAsync(int id, CancellationToken cancel)
    {
        Dossier = await Db.GetForReviewAsync(id, Me, cancel);
        var remarks = await Db.Remarks.Where(remark => remark.Subject == Dossier.Subject && remark.ParentId == null && remark.ResolvedAt == null)
            .OrderBy(remark => remark.Id).ToListAsync(cancel);
        OpenRemarks = remarks.ConvertAll(remark => remark.Text);
        Round = await Db.Rounds.Where(round => round.Subject == Dossier.Subject).OrderByDescending(round => round.Round).OneAsync(cancel);
    }
}
