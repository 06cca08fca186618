using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Reference;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>Sectors, entities and offices, each under the one it hangs under, with how many people belong to it.</summary>
[Allow(Role.Administrator)]
internal sealed class TreeModel(AppDb db, TimeProvider clock) : PageModel
{
    internal IReadOnlyList<UnitNode> Roots { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (today, people) = (clock.Today(), db.People);
        string[] shown = [Units.Sectors, .. Units.Catalogues];
        var terms = await db.Terms.AsNoTracking().Where(term => shown.Contains(term.Catalogue)).OrderBy(term => term.Name)
            .Select(term => new UnitLine(term.Id, term.ParentId, term.Name, term.ValidFrom, term.ValidTo,
                people.Count(person => person.UnitId == term.Id && person.DisabledAt == null)))
            .ToListAsync(cancel);
        var under = terms.ToLookup(term => term.ParentId);
        var ids = terms.ConvertAll(term => term.Id).ToHashSet();
        HashSet<int> placed = [];
        Roots = [.. terms.Where(term => term.ParentId is not { } above || !ids.Contains(above)).Select(NodeOf).OrderBy(node => node.Under.Count == 0)];
        // A ring has no beginning: what is in none of the branches is shown all the same.
        Roots = [.. Roots, .. terms.Where(term => !placed.Contains(term.Id))
            .Select(term => new UnitNode(term.Id, term.Name, "En un ciclo: corrija de quién depende", []))];

        UnitNode NodeOf(UnitLine line)
        {
            placed.Add(line.Id);
            return new UnitNode(line.Id, line.Name, NoteOf(line, today), [.. under[line.Id].Where(child => !placed.Contains(child.Id)).Select(NodeOf)]);
        }
    }

    private static string NoteOf(UnitLine line, DateOnly today) => string.Join(", ", new[]
    {
        line.People == 0 ? "" : Spanish.Count(line.People, "persona", "personas"),
        line.To < today ? "ya no está vigente" : line.From > today ? "aún no está vigente" : "",
    }.Where(note => note.Length > 0));

    /// <summary>A unit as the database tells it.</summary>
    private sealed record UnitLine(int Id, int? ParentId, string Name, DateOnly? From, DateOnly? To, int People);
}

/// <summary>A unit of the tree with those under it.</summary>
internal sealed record UnitNode(int Id, string Name, string Note, IReadOnlyList<UnitNode> Under);
