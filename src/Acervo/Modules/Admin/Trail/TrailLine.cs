using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Trail;

/// <summary>A row of the trail as an administrator reads it: the act in Spanish and the record by its name.</summary>
internal sealed record TrailLine(TrailRow Row, string Act, string Record, string? Href, string Detail)
{
    /// <summary>Finds the names of everything the rows speak of, one question a kind of record.</summary>
    public static async Task<IReadOnlyList<TrailLine>> OfAsync(IReadOnlyList<TrailRow> rows, TrailWords words, AppDb db, CancellationToken cancel)
    {
        var units = await db.Set<Term>().Where(term => Units.Catalogues.Contains(term.Catalogue)).ToDictionaryAsync(term => term.Id, term => term.Name, cancel);
        Dictionary<string, TrailRecord> records = [];
        foreach (var group in rows.Select(row => row.Subject).Distinct().GroupBy(words.SubjectOf))
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

        return [.. rows.Select(row => Line(row, words, records.GetValueOrDefault(row.Subject), new TrailDetail(row.Detail, units)))];
    }

    private static TrailLine Line(TrailRow row, TrailWords words, TrailRecord? record, TrailDetail detail)
    {
        var act = words.Of(row.Verb);
        var name = record?.Name ?? (words.SubjectOf(row.Subject) is { } kind ? $"{kind.Singular} {NumberOf(row.Subject)}" : row.Subject);
        return new TrailLine(row, act.Words, name, record?.Href, act.Detail?.Invoke(detail) ?? row.Detail);
    }

    private static int NumberOf(string subject) => int.TryParse(subject.Split('/')[^1], CultureInfo.InvariantCulture, out var id) ? id : 0;
}
