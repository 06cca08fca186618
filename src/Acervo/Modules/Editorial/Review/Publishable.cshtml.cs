using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Review;

/// <summary>What was approved and waits for a second person, and what waits for its hour.</summary>
[Allow(Role.Reviewer)]
internal sealed class PublishableModel(AppDb db, Me me) : PageModel
{
    internal List<PublishableRow> Approved { get; private set; } = [];

    internal List<PublishableRow> Scheduled { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var people = db.People;
        var rows = await db.Dossiers.AsNoTracking().ForReviewer(me)
            .Where(p => p.Editorial.Stage == Stage.Approved || p.Editorial.Stage == Stage.Scheduled)
            .OrderBy(p => p.Editorial.ScheduledFor ?? p.Editorial.ChangedAt)
            .Select(p => new PublishableRow(
                p.Id,
                p.Title,
                p.Editorial.ApprovedBy == me.Id ? "Usted"
                : people.Where(person => person.Id == p.Editorial.ApprovedBy).Select(person => person.Name).FirstOrDefault() ?? "",
                p.Editorial.ChangedAt,
                p.Editorial.ScheduledFor))
            .Take(500)
            .ToListAsync(cancel);
        Approved = rows.FindAll(row => row.Hour is null);
        Scheduled = rows.FindAll(row => row.Hour is not null);
    }
}

/// <summary>A line of what waits to be published.</summary>
internal sealed record PublishableRow(int Id, string Title, string Approver, DateTime Since, DateTime? Hour);
