using System.Text.Json;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Tables.Imports;

/// <summary>The saved columns: which fit a sheet, and how they come to be.</summary>
public sealed class MappingShelf(AppDb db, ImportKinds kinds, Me me, TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>
    /// As a sheet with these headings was understood; else as one whose columns are all here, the most of them, and the others by their names.
    /// </summary>
    public async Task<(IReadOnlyDictionary<int, string> Mapping, SavedMapping? Saved)> ProposeAsync(TableImport import, ImportKind kind, Heading heading,
        CancellationToken cancel)
    {
        var unit = import.UnitId ?? 0;
        var known = await db.Mappings.AsNoTracking().Where(one => one.Kind == import.Kind && one.UnitId == unit)
            .OrderByDescending(one => one.Headings == heading.Hash).ThenByDescending(one => one.UsedAt).Take(Most).ToListAsync(cancel);
        if (known.FirstOrDefault() is { } same && same.Headings == heading.Hash)
        {
            return (same.Apply(heading), same);
        }

        var proposed = heading.Propose(kind.Fields);
        if (known.Where(one => one.Fits(heading, kind.Fields)).MaxBy(one => one.Fields.Count) is not { } saved)
        {
            return (proposed, null);
        }

        var mapping = saved.Apply(heading);
        foreach (var (column, field) in proposed.Where(pair => !mapping.ContainsKey(pair.Key) && !mapping.ContainsValue(pair.Value)).ToList())
        {
            mapping.Add(column, field);
        }

        return (mapping, saved);
    }

    /// <summary>Keeps how a person understood the columns, in the transaction of the caller, and says under which number.</summary>
    public async Task<int> RememberAsync(TableImport import, Heading heading, IReadOnlyDictionary<int, string> mapping, string name, CancellationToken cancel)
    {
        var fields = JsonSerializer.Serialize(heading.Words.Where(word => mapping.ContainsKey(word.Key)).OrderBy(word => word.Key)
            .DistinctBy(word => Slug.Of(word.Value)).ToDictionary(word => word.Value, word => mapping[word.Key]));
        var saved = await db.Database.SqlQuery<int>($"""
            INSERT INTO app.mappings (kind, unit_id, headings, name, fields, used_at)
            VALUES ({import.Kind}, {import.UnitId ?? 0}, {heading.Hash}, {name}, {fields}::jsonb, {clock.Now()})
            ON CONFLICT (kind, unit_id, headings) DO UPDATE SET name = excluded.name, fields = excluded.fields, used_at = excluded.used_at
            RETURNING id AS "Value"
            """).ToListAsync(cancel);
        return saved[0];
    }

    /// <summary>Those that this person may use, the last used first.</summary>
    public async Task<IReadOnlyList<(SavedMapping Saved, ImportKind Kind)>> ListAsync(CancellationToken cancel) =>
        [.. (await db.Mappings.AsNoTracking().OrderByDescending(one => one.UsedAt).ToListAsync(cancel)).Select(one => (one, kinds.Of(one.Kind)!))
            .Where(pair => MayUse(pair.one, pair.Item2))];

    public async Task<SavedMapping> GetAsync(int id, CancellationToken cancel)
    {
        var saved = await db.Mappings.Where(one => one.Id == id).OneAsync(cancel);
        return MayUse(saved, kinds.Of(saved.Kind)) ? saved : throw new NotFoundException($"mapping {id}");
    }

    private bool MayUse(SavedMapping saved, ImportKind? kind) => kind is not null && me.Has(kind.Role, Circle.Unit(saved.UnitId == 0 ? null : saved.UnitId));
}
