using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Publications;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>The fichas a person writes, with where each stands and who has it.</summary>
[Allow]
internal sealed class IndexModel(AppDb db, Me me, PublicationKinds kinds) : PageModel
{
    internal bool MayWrite => me.Has(Role.Contributor);

    internal List<DossierRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var people = db.People;
        var rows = await db.Dossiers.AsNoTracking()
            .By(me)
            .OrderByDescending(p => p.EditedAt)
            .Select(p => new
            {
                p.Id,
                p.Title,
                p.Kind,
                p.Editorial.Stage,
                p.Ending,
                p.EditedAt,
                Author = p.AuthorId == me.Id ? "" : people.Where(person => person.Id == p.AuthorId).Select(person => person.Name).First(),
                Shared = p.Coauthors.Length,
                Reviewer = people.Where(person => person.Id == p.Editorial.ReviewerId).Select(person => person.Name).FirstOrDefault(),
            })
            .Take(500)
            .ToListAsync(cancel);
        Rows = rows.ConvertAll(p => new DossierRow(p.Id, p.Title.Length == 0 ? "Sin título" : p.Title,
            KindOf(kinds.Of(p.Kind).Singular, p.Author, p.Shared), p.Stage,
            p.Stage == Stage.Withdrawn ? p.Ending?.Spanish() : null, HolderOf(p.Stage, p.Reviewer), p.EditedAt));
    }

    private static string KindOf(string kind, string author, int shared) =>
        author.Length > 0 ? $"{kind} de {author}" : shared > 0 ? $"{kind}, con {Spanish.Count(shared, "persona más", "personas más")}" : kind;

    private static string HolderOf(Stage stage, string? reviewer) => stage switch
    {
        Stage.Draft or Stage.ChangesRequested => "Usted",
        Stage.InReview => reviewer ?? "Sin revisor asignado",
        Stage.Approved => "Falta publicarla",
        Stage.Scheduled => "El sitio la publicará",
        Stage.Published => "Nadie: ya está publicada",
        _ => "Nadie: terminó",
    };
}

/// <summary>A line of the list of fichas.</summary>
internal sealed record DossierRow(int Id, string Title, string Kind, Stage Stage, string? EndedAs, string Holder, DateTime EditedAt);
