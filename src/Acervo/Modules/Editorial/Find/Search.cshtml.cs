using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Find;
using Acervo.Platform.Publications;
using Acervo.Platform.Reference;
using Acervo.Platform.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Find;

/// <summary>The search box of the staff: fichas by name, number, form, people and unit, among those that this person may open and what is public.</summary>
[Allow]
internal sealed class SearchModel(AppDb db, PublicationKinds kinds, DossierSearch search) : PageModel
{
    private const int PageSize = 50;

    private const int LongestText = 200;

    internal string Words { get; private set; } = "";

    internal Stage? Stage { get; private set; }

    internal int At { get; private set; }

    internal int Total { get; private set; }

    internal bool HasMore => Total > At + PageSize;

    internal List<FoundRow> Rows { get; private set; } = [];

    /// <summary>A draft of others that goes by the number that was typed.</summary>
    internal int? Askable { get; private set; }

    internal string Later => HrefAt(At + PageSize);

    internal string Earlier => HrefAt(Math.Max(0, At - PageSize));

    internal static string CodeOf(Stage stage) => Slug.Of(stage.Spanish());

    public async Task OnGetAsync(string? q, string? estado, int desde, CancellationToken cancel)
    {
        var asked = (q ?? "").Trim();
        Words = asked.Length > LongestText ? asked[..LongestText] : asked;
        Stage = Enum.GetValues<Stage>().Cast<Stage?>().FirstOrDefault(stage => CodeOf(stage!.Value) == estado);
        At = Math.Max(0, desde);
        var found = await search.FindAsync(Words, Stage, cancel);
        (Total, Askable) = (found.Count, await search.AskableAsync(Words, cancel));
        var page = found.Skip(At).Take(PageSize).ToList();
        int[] ids = [.. page.Select(one => one.Id)];
        var (dossiers, people, terms) = (db.Dossiers, db.People, db.Terms);
        var rows = await dossiers.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new
        {
            p.Id,
            p.Kind,
            p.Editorial.Stage,
            p.Ending,
            Author = people.Where(person => person.Id == p.AuthorId).Select(person => person.Name).First(),
            Unit = terms.Where(term => term.Id == p.UnitId).Select(term => term.Name).FirstOrDefault(),
        }).ToDictionaryAsync(p => p.Id, cancel);
        Rows = [.. page.Where(one => rows.ContainsKey(one.Id)).Select(one =>
        {
            var row = rows[one.Id];
            var stage = one.IsOpen ? row.Stage : Platform.Editorial.Stage.Published;
            return new FoundRow(one.Id, one.Title.Length == 0 ? "Sin título" : one.Title, kinds.Of(row.Kind).Singular, stage,
                stage == Platform.Editorial.Stage.Withdrawn ? row.Ending?.Spanish() : null, row.Author, row.Unit, one.EditedAt,
                one.IsOpen ? $"/fichas/{one.Id}" : kinds.Href(row.Kind, one.PublicSlug!));
        })];
    }

    private string HrefAt(int from) =>
        $"/fichas/buscar?q={Uri.EscapeDataString(Words)}&estado={(Stage is { } stage ? CodeOf(stage) : "")}&desde={from}";
}

/// <summary>A ficha that answers a search of the staff.</summary>
internal sealed record FoundRow(int Id, string Title, string Kind, Stage Stage, string? EndedAs, string Author, string? Unit, DateTime Since, string Href);
