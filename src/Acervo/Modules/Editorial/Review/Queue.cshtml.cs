using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Review;

/// <summary>What waits for review, with who has it and since when.</summary>
[Allow(Role.Reviewer)]
internal sealed class QueueModel(AppDb db, Me me) : PageModel
{
    internal List<QueueRow> Rows { get; private set; } = [];

    internal IReadOnlyList<MenuItem> Tabs =>
        [new("Por revisar", "/revision", Rows.Count), new("Por publicar", "/revision/por-publicar"), new("Publicadas", "/revision/publicadas")];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var people = db.People;
        Rows = await db.Dossiers.AsNoTracking().ToReview(me)
            .Select(p => new QueueRow(
                p.Id,
                p.Title,
                people.Where(person => person.Id == p.AuthorId).Select(person => person.Name).First(),
                p.Editorial.Round,
                p.Editorial.SubmittedAt ?? p.Editorial.ChangedAt,
                people.Where(person => person.Id == p.Editorial.ReviewerId).Select(person => person.Name).FirstOrDefault()))
            .Take(500)
            .ToListAsync(cancel);
    }
}

/// <summary>A line of the review queue.</summary>
internal sealed record QueueRow(int Id, string Title, string Author, int Round, DateTime Since, string? Reviewer);
