using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.People;

/// <summary>Everybody with an account, found by name, e-mail, role or state.</summary>
[Allow(Role.Administrator)]
internal sealed class IndexModel(AppDb db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "rol")]
    public Role? Wanted { get; set; }

    [BindProperty(SupportsGet = true, Name = "estado")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    internal IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    internal int Total { get; private set; }

    /// <summary>Invitations that nobody has accepted yet.</summary>
    internal int Waiting { get; private set; }

    internal Pages Pages => new(Math.Max(1, Number), (Total + PageSize - 1) / PageSize,
        page => $"?q={Uri.EscapeDataString(Words ?? "")}&rol={Wanted}&estado={State}&pagina={page}");

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = Filter(db.People.AsNoTracking());
        Total = await found.CountAsync(cancel);
        Waiting = await db.Invitations.Waiting(await db.NowAsync(cancel)).CountAsync(cancel);
        var terms = db.Terms;
        var people = await found.OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Skip(Pages.Skipped(Number, PageSize)).Take(PageSize)
            .Select(person => new { Person = person, Unit = terms.Where(term => term.Id == person.UnitId).Select(term => term.Name).FirstOrDefault() })
            .ToListAsync(cancel);
        Rows = people.ConvertAll(row => new PersonRow(
            row.Person.Id,
            row.Person.Name,
            row.Person.Email,
            row.Unit ?? "Sin asignar",
            string.Join(", ", row.Person.Grants.Select(grant => grant.Role).Distinct().Order().Select(role => role.Spanish())),
            row.Person.DisabledAt is not null,
            row.Person.TwoFactorEnabled));
    }

    private IQueryable<Person> Filter(IQueryable<Person> people)
    {
        people = State switch
        {
            "desactivadas" => people.Where(person => person.DisabledAt != null),
            "todas" => people,
            "sin-segundo-factor" => people.WithoutSecondFactor(),
            _ => people.Where(person => person.DisabledAt == null),
        };
        if (Wanted is { } role)
        {
            people = people.Where(person => person.Grants.Any(grant => grant.Role == role));
        }

        if (!string.IsNullOrWhiteSpace(Words))
        {
            var pattern = LikePattern.Containing(Words);
            people = people.Where(person => EF.Functions.ILike(EF.Functions.Unaccent(person.Name), EF.Functions.Unaccent(pattern))
                || EF.Functions.ILike(person.Email, pattern));
        }

        return people;
    }
}

/// <summary>A person in the list.</summary>
internal sealed record PersonRow(int Id, string Name, string Email, string Unit, string Roles, bool IsDisabled, bool HasSecondFactor);
