using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Reference;
using Acervo.Ui;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Trail;

/// <summary>A row of the trail as an administrator reads it: the act in Spanish and the record by its name.</summary>
internal sealed record TrailLine(TrailRow Row, string Act, string Record, string? Href, string Detail)
{
    /// <summary>What the link to the rows of a batch says.</summary>
    public string Opens => Spanish.Count(Row.Rows, "fila que lleva", "filas que lleva");

    /// <summary>Finds the names of everything the rows speak of, one question a kind of record.</summary>
    public static async Task<IReadOnlyList<TrailLine>> OfAsync(IReadOnlyList<TrailRow> rows, TrailWords words, AppDb db, CancellationToken cancel)
    {
        var units = await db.Set<Term>().Where(term => Units.Catalogues.Contains(term.Catalogue)).ToDictionaryAsync(term => term.Id, term => term.Name, cancel);
        var named = TrailDetail.PeopleIn(rows.Select(row => row.Detail));
        var people = await db.Set<Person>().Where(person => named.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        var records = await RecordsAsync(rows.Select(row => row.Subject), words, db, cancel);
        return [.. rows.Select(row => Line(row, words, records.GetValueOrDefault(row.Subject), new TrailDetail(row.Detail, units, people)))];
    }

    /// <summary>What these subjects are called and where they are seen; a record that is gone is not in it.</summary>
    public static async Task<Dictionary<string, TrailRecord>> RecordsAsync(IEnumerable<string> subjects, TrailWords words, AppDb db, CancellationToken cancel)
    {
        Dictionary<string, TrailRecord> records = [];
        foreach (var group in subjects.Distinct().GroupBy(words.SubjectOf))
        {
            if (group.Key is not { } kind)
            {
                continue;
            }

            foreach (var (id, record) in await kind.FindAsync(db, [.. group.Select(NumberOf)], cancel))
            {
                records[string.Create(CultureInfo.InvariantCulture, $"{kind.Kind}/{id}")] = record;
            }
        }

        return records;
    }

    /// <summary>A record's name, or its kind and number when it is gone.</summary>
    public static string NameOf(string subject, TrailWords words, TrailRecord? record) =>
        record?.Name ?? (words.SubjectOf(subject) is { } kind ? $"{kind.Singular} {NumberOf(subject)}" : subject);

    private static TrailLine Line(TrailRow row, TrailWords words, TrailRecord? record, TrailDetail detail)
    {
        var act = words.Of(row.Verb);
        return new TrailLine(row, act.Words, NameOf(row.Subject, words, record), record?.Href, act.Detail?.Invoke(detail) ?? row.Detail);
    }

    private static int NumberOf(string subject) => int.TryParse(subject.Split('/')[^1], CultureInfo.InvariantCulture, out var id) ? id : 0;
}
