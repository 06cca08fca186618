using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Acervo.Platform.Reference;
using Acervo.Platform.Text;
using CsvHelper;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>
/// A catalogue as a table file: what the CSV of a catalogue holds, changed in a spreadsheet and sent back. What cannot be understood is told by its row.
/// </summary>
internal sealed class TermFile(string catalogue)
{
    public const int MostRows = 5_000;

    private static readonly CsvReaderOptions Options = new() { HasHeader = false, MaxRecordSize = 200_000 };

    private readonly List<TermLine> lines = [];
    private readonly List<string> problems = [];

    public IReadOnlyList<TermLine> Lines => lines;

    /// <summary>Sentences for the person, each with its row; with any, nothing is taken.</summary>
    public IReadOnlyList<string> Problems => problems;

    public static TermFile Read(string catalogue, string text)
    {
        var file = new TermFile(catalogue);
        try
        {
            using var csv = CsvReader.FromText(text, Options);
            file.Read(csv);
        }
        catch (CsvFormatException)
        {
            file.problems.Add("El archivo no es una tabla CSV: hay una celda que empieza con comillas y no las cierra.");
        }

        return file;
    }

    private void Read(CsvReader csv)
    {
        var columns = csv.Read() ? Cells(csv).Select(name => Slug.Of(name).Replace('-', '_')).ToList() : [];
        if (!columns.Contains("codigo") || !columns.Contains("nombre"))
        {
            problems.Add("La primera fila debe tener los nombres de las columnas, al menos «codigo» y «nombre». Descargue el CSV de este catálogo y úselo "
                + "como plantilla.");
            return;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        var row = 1;
        while (csv.Read())
        {
            row++;
            if (row > MostRows + 1)
            {
                problems.Add($"El archivo tiene más de {Ui.Spanish.Number(MostRows)} filas. Divídalo.");
                return;
            }

            var cells = columns.Zip(Cells(csv)).GroupBy(pair => pair.First)
                .ToDictionary(group => group.Key, group => group.First().Second, StringComparer.Ordinal);
            if (cells.Values.Any(cell => cell.Length > 0))
            {
                Take(row, cells, seen);
            }
        }
    }

    private void Take(int row, Dictionary<string, string> cells, HashSet<string> seen)
    {
        var form = new TermForm
        {
            Code = cells["codigo"],
            Name = cells.GetValueOrDefault("nombre"),
            Short = cells.GetValueOrDefault("sigla_o_dato"),
            Aliases = string.Join('\n', cells.GetValueOrDefault("otros_nombres", "")
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
            From = Day(row, cells, "desde"),
            To = Day(row, cells, "hasta"),
            Source = cells.GetValueOrDefault("fuente"),
            Confidence = cells.GetValueOrDefault("confianza"),
        };
        List<ValidationResult> wrong = [];
        Validator.TryValidateObject(form, new ValidationContext(form), wrong, validateAllProperties: true);
        problems.AddRange(wrong.Select(one => $"Fila {row}: {one.ErrorMessage}"));
        if (Term.CodeProblem(catalogue, form.Code) is { } problem)
        {
            problems.Add($"Fila {row}: {problem}");
        }
        else if (!seen.Add(form.Code))
        {
            problems.Add($"Fila {row}: el código «{form.Code}» está repetido en el archivo.");
        }

        if (form.From > form.To)
        {
            problems.Add($"Fila {row}: la vigencia termina antes de empezar.");
        }

        lines.Add(new TermLine(row, form));
    }

    private DateOnly? Day(int row, Dictionary<string, string> cells, string column)
    {
        var written = cells.GetValueOrDefault(column, "");
        if (written.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(written, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        problems.Add($"Fila {row}: «{written}» no es una fecha. Escríbala como 2026-12-31 o 31/12/2026.");
        return null;
    }

    /// <summary>The apostrophe that keeps a spreadsheet from running a cell is not part of what it says.</summary>
    private static List<string> Cells(CsvReader csv) =>
        [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).Select(cell => CsvCell.Unguard(cell).Trim())];
}

/// <summary>A row of the file: its number as a spreadsheet counts, and the term it describes.</summary>
internal sealed record TermLine(int Row, TermForm Form);
