using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Acervo.Platform.Reference;
using Acervo.Platform.Tables.Imports;
using Acervo.Platform.Text;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>Judges the rows of a sheet as terms of one catalogue, from the first to the last: a later one may repeat an earlier.</summary>
internal sealed class TermReading(string catalogue, Dictionary<string, Term> known)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy"];

    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>Names as they are compared, and whose they are.</summary>
    private readonly Dictionary<string, string> names = known.Values.GroupBy(term => Slug.Of(term.Name), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().Code, StringComparer.Ordinal);

    private readonly List<string> wrong = [];

    /// <summary>Takes in a row that was judged before: what comes later may repeat it.</summary>
    public void Remember(ImportRow row)
    {
        if (row.Became.TryGetValue("code", out var code) && Term.CodeProblem(catalogue, code) is null)
        {
            seen.TryAdd(code, row.Number);
        }

        if (code is not null && (row.Triage is Triage.Accepted or Triage.Warning or Triage.Decision))
        {
            names.TryAdd(Slug.Of(row.Became["name"]), code);
        }
    }

    public Verdict Judge(SheetRecord record)
    {
        wrong.Clear();
        var code = record.Text("code");
        var term = known.GetValueOrDefault(code);
        var form = Read(record, term);
        if (code.Length == 0 && string.IsNullOrEmpty(form.Name))
        {
            return new Verdict(Triage.None, []); // nothing in the columns of the table
        }

        Check(form, code, record.Row.Number);
        var became = CatalogueImport.ValuesOf(form);
        became["code"] = code;
        var verdict = new Verdict(Triage.Rejected, [.. wrong, .. record.Warnings])
        {
            Became = became,
            Was = term is null ? null : CatalogueImport.ValuesOf(term),
            Subject = term is null ? null : $"term/{term.Id}",
            Seen = term?.Revision,
        };
        return wrong.Count > 0 ? verdict : Weigh(verdict, form, code, term);
    }

    private Verdict Weigh(Verdict verdict, TermForm form, string code, Term? term)
    {
        if (term is not null && !TermForm.Of(term).Differences(form).Any())
        {
            return verdict with { Triage = Triage.Unchanged };
        }

        var name = Slug.Of(form.Name!);
        if (names.TryAdd(name, code) || names[name] == code)
        {
            return verdict with { Triage = verdict.Messages.Count > 0 ? Triage.Warning : Triage.Accepted };
        }

        var question = $"Ya hay un término con ese nombre y el código «{names[name]}»: diga si este entra también.";
        return verdict with { Triage = Triage.Decision, Messages = [.. verdict.Messages, question], Question = question };
    }

    /// <summary>The term as it would be: what the sheet says over what there is.</summary>
    private TermForm Read(SheetRecord record, Term? term)
    {
        var form = term is null ? new TermForm() : TermForm.Of(term);
        (form.Name, form.Short) = (Said("name", form.Name), Said("short", form.Short));
        (form.Source, form.Confidence) = (Said("source", form.Source), Said("confidence", form.Confidence));
        form.Aliases = record.Says("aliases")
            ? string.Join('\n', record.Text("aliases").Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture))
            : form.Aliases;
        (form.From, form.To) = (record.Says("from") ? Day(record, "from") : form.From, record.Says("to") ? Day(record, "to") : form.To);
        return form;

        string? Said(string field, string? now) => record.Says(field) ? string.Join(' ', record.Text(field).Split((char[]?)null,
            StringSplitOptions.RemoveEmptyEntries)) : now;
    }

    private void Check(TermForm form, string code, int row)
    {
        List<ValidationResult> faults = [];
        form.Code = code;
        Validator.TryValidateObject(form, new ValidationContext(form), faults, validateAllProperties: true);
        wrong.AddRange(faults.Select(fault => fault.ErrorMessage!));
        if (Term.CodeProblem(catalogue, code) is { } problem)
        {
            wrong.Add(problem);
        }
        else if (!seen.TryAdd(code, row))
        {
            wrong.Add($"El código «{code}» ya está en la fila {seen[code]}.");
        }

        if (form.From > form.To)
        {
            wrong.Add("La vigencia termina antes de empezar.");
        }
    }

    private DateOnly? Day(SheetRecord record, string field)
    {
        if (record[field] is not { } cell)
        {
            return null;
        }

        if (cell.Day is { } day || DateOnly.TryParseExact(record.Text(field), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return day;
        }

        wrong.Add($"«{cell.Text}» no es una fecha. Escríbala como 2026-12-31 o 31/12/2026.");
        return null;
    }
}
