using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Documents;
using Acervo.Platform.Files;
using Acervo.Platform.Http.Bodies;
using Acervo.Platform.Tables.Sheets;
using Acervo.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Tables.Imports;

/// <summary>Takes a sheet that was sent, keeps it with its rows, proposes what its columns are, and judges its rows once a person agrees.</summary>
public sealed class ImportDesk(AppDb db, FileStore files, SheetReader sheets, ImportKinds kinds, Me me, TimeProvider clock)
{
    /// <summary>Keeps the file and its rows, with a proposal of its columns.</summary>
    /// <exception cref="TableException">It is no table, or more than is taken.</exception>
    public async Task<TableImport> TakeAsync(SentFile file, string kindName, string scope, string title, int? unit, CancellationToken cancel)
    {
        var kind = kinds.Of(kindName)!;
        List<string> notes = [];
        List<ImportRow> rows = [];
        await using var bytes = file.OpenReadStream();
        await foreach (var row in sheets.ReadAsync(bytes, notes.Add, cancel))
        {
            rows.Add(new ImportRow { Sheet = row.Sheet, Number = row.Number, Hidden = row.Hidden, Cells = row.Cells });
            _ = rows.Count <= kind.MostRows + 100 ? true
                : throw new TableException($"El archivo tiene más de {Ui.Spanish.Number(kind.MostRows)} filas. Divídalo.");
        }

        var heading = Heading.Find(rows, kind.Fields)
            ?? throw new TableException("En el archivo no hay una tabla: hace falta una fila con los nombres de las columnas y, debajo, los datos.");
        bytes.Position = 0;
        await files.SaveAsync(bytes, file.Sha256, "application/octet-stream", cancel);
        var import = new TableImport
        {
            Kind = kindName,
            Scope = scope,
            Title = title,
            PersonId = me.Id,
            UnitId = unit,
            Sha256 = file.Sha256,
            Name = SentName.Clean(file.FileName),
            Notes = notes,
            Sheet = heading.Sheet,
            HeaderRow = heading.Row,
            Mapping = await ProposeAsync(kindName, unit, heading, kind, cancel),
            AskedAt = clock.Now(),
        };
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        db.Add(import);
        await db.SaveChangesAsync(cancel);
        db.AddRange(rows.Select(row => new ImportRow { ImportId = import.Id, Sheet = row.Sheet, Number = row.Number, Hidden = row.Hidden, Cells = row.Cells }));
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        return import;
    }

    /// <summary>As it was understood the last time that a sheet had these headings; by their names the first time.</summary>
    public async Task<Dictionary<int, string>> ProposeAsync(string kindName, int? unit, Heading heading, ImportKind kind, CancellationToken cancel)
    {
        var saved = await db.Database.SqlQuery<string>($"""
            SELECT fields::text AS "Value" FROM app.mappings WHERE kind = {kindName} AND unit_id = {unit ?? 0} AND headings = {heading.Hash}
            """).ToListAsync(cancel);
        if (saved.Count == 0)
        {
            return heading.Propose(kind.Fields);
        }

        var known = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(saved[0])!;
        return heading.Words.Where(word => known.ContainsKey(Slug.Of(word.Value))).DistinctBy(word => known[Slug.Of(word.Value)])
            .ToDictionary(word => word.Key, word => known[Slug.Of(word.Value)]);
    }

    /// <summary>Takes what the person says of the columns, remembers it, and judges the rows below the heading.</summary>
    public async Task JudgeAsync(TableImport import, ImportKind kind, Heading heading, IReadOnlyDictionary<int, string> mapping, CancellationToken cancel)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        import.Understand(heading, mapping);
        var fields = heading.Words.Where(word => mapping.ContainsKey(word.Key)).DistinctBy(word => Slug.Of(word.Value))
            .ToDictionary(word => Slug.Of(word.Value), word => mapping[word.Key]);
        var text = System.Text.Json.JsonSerializer.Serialize(fields);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO app.mappings (kind, unit_id, headings, fields) VALUES ({import.Kind}, {import.UnitId ?? 0}, {heading.Hash}, {text}::jsonb)
            ON CONFLICT (kind, unit_id, headings) DO UPDATE SET fields = excluded.fields
            """, cancel);
        var rows = await db.ImportRows.Of(import.Id).ToListAsync(cancel);
        rows.ForEach(row => row.Judge(new Verdict(Triage.None, [])));
        await kind.JudgeAsync(import, [.. rows.Where(row => row.Sheet == heading.Sheet && row.Number > heading.Row)
            .Select(row => new SheetRecord(row, mapping))], cancel);
        foreach (var row in rows.Where(row => row.Hidden && row.Triage is (Triage.Accepted or Triage.Warning)))
        {
            row.Doubt("La fila está oculta en la hoja: diga si entra.");
        }

        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
    }
}
