using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Publications;
using Acervo.Platform.Reference;
using Acervo.Platform.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Find;

/// <summary>The search box of the staff: fichas by name, number, author and unit, among those that this person may open.</summary>
[Allow]
internal sealed class SearchModel(AppDb db, Me me, PublicationKinds kinds) : PageModel
{
    private const int PageSize = 50;

    private const int LongestText = 200;

    internal string Words { get; private set; } = "";

    internal Stage? Stage { get; private set; }

    internal int At { get; private set; }

    internal bool HasMore { get; private set; }

    internal List<FoundRow> Rows { get; private set; } = [];

    internal string Later => HrefAt(At + PageSize);

    internal string Earlier => HrefAt(Math.Max(0, At - PageSize));

    internal static string CodeOf(Stage stage) => Slug.Of(stage.Spanish());

    public async Task OnGetAsync(string? q, string? estado, int desde, CancellationToken cancel)
    {
        var asked = (q ?? "").Trim();
        Words = asked.Length > LongestText ? asked[..LongestText] : asked;
        Stage = Enum.GetValues<Stage>().Cast<Stage?>().FirstOrDefault(stage => CodeOf(stage!.Value) == estado);
        At = Math.Max(0, desde);
        var number = int.TryParse(Words.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        var (people, terms) = (db.People, db.Terms);
        var named = Named(db.Dossiers.AsNoTracking().SeenBy(me));
        var rows = await (Stage is { } wanted ? named.Where(p => p.Editorial.Stage == wanted) : named)
            .OrderByDescending(p => p.Id == number).ThenByDescending(p => p.EditedAt).ThenBy(p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.Title,
                p.Kind,
                p.Editorial.Stage,
                p.Ending,
                p.EditedAt,
                Author = people.Where(person => person.Id == p.AuthorId).Select(person => person.Name).First(),
                Unit = terms.Where(term => term.Id == p.UnitId).Select(term => term.Name).FirstOrDefault(),
            })
            .Skip(At).Take(PageSize + 1).ToListAsync(cancel);
        HasMore = rows.Count > PageSize;
        Rows = [.. rows.Take(PageSize).Select(p => new FoundRow(
            p.Id, p.Title.Length == 0 ? "Sin título" : p.Title, kinds.Of(p.Kind).Singular, p.Stage,
            p.Stage == Platform.Editorial.Stage.Withdrawn ? p.Ending?.Spanish() : null, p.Author, p.Unit, p.EditedAt))];
    }

    /// <summary>Those that have every word somewhere in their name, author or unit, or as their number; accents and case do not matter.</summary>
    private IQueryable<Dossier> Named(IQueryable<Dossier> seen)
    {
        string[] words = [.. Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimStart('#'))
            .Where(word => word.Length > 0)];
        if (words.Length == 0)
        {
            return seen;
        }

        var named = db.Database.SqlQuery<int>($"""
            SELECT d.id AS "Value" FROM app.dossiers d JOIN app.people a ON a.id = d.author_id LEFT JOIN app.terms u ON u.id = d.unit_id
            WHERE NOT EXISTS (SELECT FROM unnest({words}) w
                WHERE w <> d.id::text AND position(site.fold(w) IN site.fold(concat_ws(' ', d.title, a.name, u.name))) = 0)
            """);
        return seen.Where(p => named.Contains(p.Id));
    }

    private string HrefAt(int from) =>
        $"/fichas/buscar?q={Uri.EscapeDataString(Words)}&estado={(Stage is { } stage ? CodeOf(stage) : "")}&desde={from}";
}

/// <summary>A ficha that answers a search of the staff.</summary>
internal sealed record FoundRow(int Id, string Title, string Kind, Stage Stage, string? EndedAs, string Author, string? Unit, DateTime Since);
