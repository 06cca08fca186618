using System.Globalization;
using Acervo.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices;

/// <summary>The life of a ficha as its audit trail tells it.</summary>
internal sealed class PracticeHistory(AppDb db)
{
    private static readonly Dictionary<string, (string Words, string Icon)> Verbs = new(StringComparer.Ordinal)
    {
        ["started"] = ("Se creó la ficha", "plus"),
        ["read"] = ("Se leyó de un documento", "upload"),
        ["attached"] = ("Se adjuntó un archivo", "document"),
        ["detached"] = ("Se quitó un archivo", "close"),
        ["submitted"] = ("Se envió a revisión", "send"),
        ["recalled"] = ("Volvió a borrador", "return"),
        ["claimed"] = ("La tomó para revisar", "person"),
        ["released"] = ("Quedó disponible para otra persona", "return"),
        ["changes-requested"] = ("Se solicitaron cambios", "comment"),
        ["approved"] = ("Se aprobó", "check"),
        ["reopened"] = ("Volvió a revisión", "history"),
        ["scheduled"] = ("Se programó su publicación", "clock"),
        ["unscheduled"] = ("Se quitó la programación", "close"),
        ["published"] = ("Se publicó", "publish"),
        ["forced-confirmed"] = ("Se confirmó la publicación sin segunda persona", "check"),
        ["amendment-started"] = ("Empezó una corrección", "edit"),
        ["amendment-discarded"] = ("Se descartó la corrección", "close"),
        ["withdrawn"] = ("Se retiró del sitio", "withdraw"),
    };

    public async Task<IReadOnlyList<TimelineEntry>> OfAsync(Practice practice, CancellationToken cancel)
    {
        var subject = practice.Subject;
        var rows = await db.Database.SqlQuery<HistoryRow>($"""
            SELECT a.at, a.verb, a.detail, p.name FROM app.audit a LEFT JOIN app.people p ON p.id = a.person_id
            WHERE a.subject = {subject} ORDER BY a.seq DESC LIMIT 200
            """).ToListAsync(cancel);
        return
        [
            .. rows.Select(row => (Row: row, Known: Verbs.TryGetValue(row.Verb["practice.".Length..], out var words) ? words : (row.Verb, "clock")))
                .Select(entry => new TimelineEntry(entry.Row.At, entry.Known.Item1, entry.Row.Name, NoteOf(entry.Row), entry.Known.Item2)),
        ];
    }

    private static string? NoteOf(HistoryRow row) => row.Verb switch
    {
        "practice.withdrawn" => row.Detail,
        "practice.published" when row.Detail.EndsWith("forced", StringComparison.Ordinal) => "Sin segunda persona.",
        "practice.scheduled" => $"Para el {Ui.Spanish.Moment(DateTime.Parse(row.Detail, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind))}.",
        _ => null,
    };

    /// <summary>A row of the trail with the name of who did it.</summary>
    internal sealed record HistoryRow(DateTime At, string Verb, string Detail, string? Name);
}
