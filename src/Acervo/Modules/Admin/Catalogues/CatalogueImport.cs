using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Reference;
using Acervo.Platform.Search;
using Acervo.Platform.Tables.Imports;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>Terms of a catalogue from a sheet. What no column says, and what is not in the sheet, stays as it is.</summary>
internal sealed class CatalogueImport(AppDb db, SynonymTable synonyms, TimeProvider clock) : ImportKind
{
    public const string Kind = "catalogue";

    private const string Edited = "edited";
    private const string ChangedMeanwhile = "El catálogo cambió después de que se revisó esta fila: suba el archivo otra vez para verla como está ahora.";

    public override string Name => "Términos de catálogos";

    public override IReadOnlyList<TableField> Fields { get; } =
    [
        new("code", "Código", "codigo", "cod", "clave", "id") { IsRequired = true },
        new("name", "Nombre", "nombre", "nombre del término", "término", "denominación") { IsRequired = true },
        new("short", "Sigla o dato", "sigla_o_dato", "sigla", "abreviatura", "dato"),
        new("aliases", "Otros nombres", "otros_nombres", "alias", "sinónimos", "también llamado"),
        new("from", "Vigente desde", "desde", "fecha inicial", "inicio"),
        new("to", "Vigente hasta", "hasta", "fecha final", "fin"),
        new("source", "Fuente", "fuente"),
        new("confidence", "Confianza", "confianza"),
    ];

    public override Role Role => Role.Administrator;

    public override string HomeOf(TableImport import) => $"/admin/catalogos/{import.Scope}";

    public override async Task JudgeAsync(TableImport import, IReadOnlyList<SheetRecord> rows, IReadOnlyList<ImportRow> before, CancellationToken cancel)
    {
        var known = await db.Terms.AsNoTracking().Include(term => term.Aliases).Where(term => term.Catalogue == import.Scope)
            .ToDictionaryAsync(term => term.Code, StringComparer.Ordinal, cancel);
        var reading = new TermReading(import.Scope, known);
        foreach (var row in before)
        {
            reading.Remember(row);
        }

        foreach (var row in rows)
        {
            row.Row.Judge(reading.Judge(row));
        }
    }

    public override async Task<IReadOnlyList<Entered>> EnterAsync(TableImport import, IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        var codes = rows.Select(row => row.Became["code"]).ToList();
        var mine = db.Terms.Include(term => term.Aliases).Where(term => term.Catalogue == import.Scope);
        var known = await mine.Where(term => codes.Contains(term.Code)).ToDictionaryAsync(term => term.Code, StringComparer.Ordinal, cancel);
        var last = await mine.MaxAsync(term => (int?)term.Sort, cancel) ?? 0;
        List<Entered> entered = [];
        foreach (var row in rows)
        {
            var term = known.GetValueOrDefault(row.Became["code"]);
            if (term is null ? row.Subject is not null : row.Subject != $"term/{term.Id}" || row.Seen != term.Revision)
            {
                row.Doubt(ChangedMeanwhile);
                continue;
            }

            if (term is null)
            {
                term = Term.Add(import.Scope, row.Became["code"], row.Became["name"], ++last, import.PersonId);
                db.Add(term);
            }

            FormOf(row.Became).WriteTo(term, clock.Now(), import.PersonId);
            entered.Add(new Entered(row, () => $"term/{term.Id}", () => term.Revision));
        }

        return entered;
    }

    public override async Task<IReadOnlyDictionary<long, string>> ChangedAsync(TableImport import, IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        var codes = rows.Select(row => row.Became["code"]).ToList();
        var now = await db.Terms.Where(term => term.Catalogue == import.Scope && codes.Contains(term.Code))
            .ToDictionaryAsync(term => $"term/{term.Id}", term => term.Revision, cancel);
        return rows.Where(row => now.GetValueOrDefault(row.Subject!, -1) != row.Applied)
            .ToDictionary(row => row.Id, row => $"«{row.Became["name"]}» (fila {row.Number}) cambió después de esta importación.");
    }

    public override async Task LeaveAsync(TableImport import, IReadOnlyList<ImportRow> rows, int by, CancellationToken cancel)
    {
        var codes = rows.Select(row => row.Became["code"]).ToList();
        var terms = await db.Terms.Include(term => term.Aliases).Where(term => term.Catalogue == import.Scope && codes.Contains(term.Code))
            .ToDictionaryAsync(term => $"term/{term.Id}", StringComparer.Ordinal, cancel);
        foreach (var row in rows)
        {
            var term = terms[row.Subject!];
            if (row.Was.Count > 0)
            {
                DateTime? edited = row.Was.TryGetValue(Edited, out var at) && at.Length > 0
                    ? DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null;
                FormOf(row.Was).WriteTo(term, edited, by);
            }
            else
            {
                term.Leave(by);
                db.Remove(term);
            }
        }
    }

    public override Task SettleAsync(TableImport import, CancellationToken cancel) =>
        synonyms.FillAsync(clock.Today(), cancel);

    internal static Dictionary<string, string> ValuesOf(TermForm form) => new(StringComparer.Ordinal)
    {
        ["name"] = form.Name ?? "",
        ["short"] = form.Short ?? "",
        ["aliases"] = form.Aliases ?? "",
        ["from"] = form.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        ["to"] = form.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        ["source"] = form.Source ?? "",
        ["confidence"] = form.Confidence ?? "",
    };

    /// <summary>What there was, with what only undoing needs.</summary>
    internal static Dictionary<string, string> ValuesOf(Term term)
    {
        var values = ValuesOf(TermForm.Of(term));
        values[Edited] = term.EditedAt?.ToString("O", CultureInfo.InvariantCulture) ?? "";
        return values;
    }

    private static TermForm FormOf(IReadOnlyDictionary<string, string> values) => new()
    {
        Name = values["name"],
        Short = values["short"],
        Aliases = values["aliases"],
        From = DayOf(values["from"]),
        To = DayOf(values["to"]),
        Source = values["source"],
        Confidence = values["confidence"],
    };

    private static DateOnly? DayOf(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
