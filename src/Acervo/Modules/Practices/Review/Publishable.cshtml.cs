using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Review;

/// <summary>What was approved and waits for a second person, or for its hour.</summary>
[Allow(Role.Reviewer)]
internal sealed class PublishableModel(AppDb db) : PageModel
{
    internal List<PublishableRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var people = db.People;
        Rows = await db.Practices.AsNoTracking()
            .Where(p => p.Editorial.Stage == Stage.Approved || p.Editorial.Stage == Stage.Scheduled)
            .OrderBy(p => p.Editorial.ChangedAt)
            .Select(p => new PublishableRow(p.Id, p.Title, p.Editorial.Stage, people.Where(person => person.Id == p.Editorial.ApprovedBy).Select(person => person.Name).FirstOrDefault() ?? "", p.Editorial.ChangedAt))
            .Take(500)
            .ToListAsync(cancel);
    }
}

/// <summary>A line of what waits to be published.</summary>
internal sealed record PublishableRow(int Id, string Title, Stage Stage, string Approver, DateTime Since);
