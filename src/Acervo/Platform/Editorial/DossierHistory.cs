using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial;

/// <summary>The life of a ficha as its audit trail tells it, in the words of the trail.</summary>
internal sealed class DossierHistory(AppDb db, TrailWords words)
{
    /// <summary>Acts whose detail says nothing to the people of the ficha: fingerprints, codes of forms.</summary>
    private static readonly HashSet<string> Silent = ["dossier.started", "dossier.read", "dossier.attached", "dossier.detached"];

    public async Task<IReadOnlyList<TimelineEntry>> OfAsync(Dossier dossier, CancellationToken cancel)
    {
        var subject = dossier.Subject;
        var rows = await db.Database.SqlQuery<HistoryRow>($"""
            SELECT a.at, a.verb, left(a.detail, 2000) AS detail, p.name FROM app.audit a LEFT JOIN app.people p ON p.id = a.person_id
            WHERE a.subject = {subject} ORDER BY a.id DESC LIMIT 200
            """).ToListAsync(cancel);
        var named = TrailDetail.PeopleIn(rows.Select(row => row.Detail));
        var people = named.Length == 0 ? [] : await db.People.Where(person => named.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        return rows.ConvertAll(row => new TimelineEntry(row.At, words.Of(row.Verb).Words, row.Name, NoteOf(row, people), words.Of(row.Verb).Icon));
    }

    private string? NoteOf(HistoryRow row, Dictionary<int, string> people) => Silent.Contains(row.Verb) || words.Of(row.Verb).Detail is not { } detail
        ? null
        : detail(new TrailDetail(row.Detail, new Dictionary<int, string>(), people)) is { Length: > 0 } note ? note : null;

    /// <summary>A row of the trail with the name of who did it.</summary>
    internal sealed record HistoryRow(DateTime At, string Verb, string Detail, string? Name);
}
