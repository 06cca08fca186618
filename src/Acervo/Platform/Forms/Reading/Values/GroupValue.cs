using Acervo.Platform.Forms.Kinds;

namespace Acervo.Platform.Forms.Reading.Values;

/// <summary>Reads the rows of a group out of the table that stands in its answer. What finds no place is told, never dropped in silence.</summary>
internal static class GroupValue
{
    private const int LongestQuote = 160;

    public static IEnumerable<FormAnswers> Read(FormQuestion question, AnswerLines lines)
    {
        var rows = lines.Lines.Where(line => line.Row > 0).GroupBy(line => line.Row).Select(RowOf).ToList();
        TellLoose(question, lines);
        if (rows.Count == 0)
        {
            return [];
        }

        var head = rows.FindIndex(row => IsHead(question, row));
        if (head < 0 && rows.Max(row => row.Cells.Keys.Max()) >= question.Columns.Count)
        {
            lines.Tell(question, "group-unread", ObservationSeverity.Warning,
                $"La tabla de «{question.Label}» tiene columnas distintas de las del formato y no se leyó: «{Short(Written(rows))}». Escriba los datos en los "
                + "renglones.");
            return [];
        }

        if (head < 0)
        {
            lines.Tell(question, "group-by-order", ObservationSeverity.Warning,
                $"La tabla de «{question.Label}» no repite los títulos de sus columnas: se leyó por su orden. Compruebe que cada dato esté en su casilla.");
        }

        var places = head < 0 ? question.Columns.Select((column, place) => (place, column)).ToDictionary(pair => pair.place, pair => pair.column)
            : Places(question, rows[head]);
        return rows.Skip(head + 1).Select((row, number) => Answers(question, row, places, number, lines));
    }

    private static FormAnswers Answers(FormQuestion question, TableRow row, Dictionary<int, FormQuestion> places, int number, AnswerLines lines)
    {
        var answers = new FormAnswers();
        foreach (var (place, said) in row.Cells)
        {
            if (!places.TryGetValue(place, out var column))
            {
                lines.Tell(question, "group-cell-unplaced", ObservationSeverity.Warning,
                    $"En «{question.Label}», renglón {number + 1}, «{Short(said)}» está en una columna que el formato no tiene y no se leyó. "
                    + "Si hace falta, escríbalo en otra casilla.");
                continue;
            }

            var (cell, read, told) = (GroupKind.CellOf(question, column, number), new FormAnswers(), new List<Observation>());
            column.Kind.Read(cell, lines with { Lines = [row.Line.Saying(said) with { IsRow = false, Marker = null }], Observations = told }, read);
            answers.Copy(column.Key, read, cell.Key);
            lines.Observations.AddRange(told.Select(one => one with { Key = question.Key, Cell = cell.Key }));
        }

        return answers;
    }

    private static Dictionary<int, FormQuestion> Places(FormQuestion question, TableRow head) => head.Cells
        .Select(cell => (cell.Key, Column: question.Columns.FirstOrDefault(column => Names(column, cell.Value)))).Where(pair => pair.Column is not null)
        .ToDictionary(pair => pair.Key, pair => pair.Column!);

    /// <summary>Half of the titles are enough: people add a number, or a column of their own, and the rest is told.</summary>
    private static bool IsHead(FormQuestion question, TableRow row) => Places(question, row).Values.Distinct().Count() * 2 >= question.Columns.Count;

    private static bool Names(FormQuestion column, string said) =>
        column.Aliases.Append(column.Label).Any(label => Words.Key(label) == Words.Key(said.Replace("**", "", StringComparison.Ordinal)));

    private static TableRow RowOf(IGrouping<int, ReadingLine> lines) => new(lines.First(), lines.SelectMany(line => line.Cells)
        .GroupBy(cell => cell.Column).ToDictionary(cell => cell.Key, cell => TextValue.Plain(string.Join(' ', cell.Select(part => part.Text)))));

    private static void TellLoose(FormQuestion question, AnswerLines lines)
    {
        var loose = string.Join(' ', lines.Lines.Where(line => line.Row == 0).Select(TextValue.Plain).Where(text => text.Any(char.IsLetterOrDigit)));
        if (loose.Length > 0)
        {
            lines.Tell(question, "group-loose", ObservationSeverity.Warning,
                $"En «{question.Label}» el documento dice fuera de la tabla: «{Short(loose)}». No se tomó: páselo usted a los renglones si hace falta.");
        }
    }

    private static string Written(IEnumerable<TableRow> rows) => string.Join(" / ", rows.Select(row => string.Join(" | ", row.Cells.Values)));

    private static string Short(string text) => text.Length > LongestQuote ? text[..LongestQuote] + "…" : text;

    /// <summary>A row of a table by the number of its columns, and a line of it that says where it stood.</summary>
    private sealed record TableRow(ReadingLine Line, Dictionary<int, string> Cells);
}
