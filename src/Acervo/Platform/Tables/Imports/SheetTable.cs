using Acervo.Platform.Text;

namespace Acervo.Platform.Tables.Imports;

/// <summary>
/// A table of a file, as a person chooses among them: where its heading stands, where it ends, how many rows it has. Row 0: a sheet without any.
/// </summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Row">The row of its heading.</param>
/// <param name="End">Its last row at most.</param>
/// <param name="Rows">Rows with something in them below the heading.</param>
/// <param name="Fields">How many of its headings name a field.</param>
public sealed record SheetTable(string Sheet, int Row, int End, int Rows, int Fields)
{
    /// <summary>Titles, notes and logos stand above the first heading.</summary>
    private const int Within = 30;

    /// <summary>A row that names two fields, and little else, is the heading of another table.</summary>
    private const int LeastNames = 2;

    /// <summary>The tables of a file in its order.</summary>
    public static IReadOnlyList<SheetTable> All(IReadOnlyList<ImportRow> rows, IReadOnlyList<TableField> fields)
    {
        var names = fields.SelectMany(field => field.Aliases.Append(field.Name).Append(field.Key)).Select(Slug.Of).ToHashSet(StringComparer.Ordinal);
        return [.. rows.GroupBy(row => row.Sheet, StringComparer.Ordinal).SelectMany(sheet => Of([.. sheet], fields, names))];
    }

    /// <summary>Whether a row says again what the columns are, as on each page of a printed list.</summary>
    public static bool Repeats(ImportRow row, Heading heading) => WordsOf(row) is { Count: > 1 } said && said.TrueForAll(heading.Compared.Contains);

    private static IEnumerable<SheetTable> Of(List<ImportRow> rows, IReadOnlyList<TableField> fields, HashSet<string> names)
    {
        List<(Heading Heading, int At)> found = [];
        var likely = Enumerable.Range(0, Math.Min(rows.Count, Within)).Select(at => (Heading: Heading.Of(rows, at), At: at))
            .Where(one => one.Heading.Words.Count > 1).ToList();
        if (likely.Count == 0)
        {
            return [new SheetTable(rows[0].Sheet, 0, 0, rows.Count, 0)];
        }

        var sure = likely.FindIndex(one => IsHeading(rows[one.At], names));
        var best = likely.MaxBy(one => one.Heading.Propose(fields).Count);
        found.Add(sure >= 0 && likely[sure].At < best.At ? likely[sure] : best);
        for (var at = found[0].At + 1; at < rows.Count; at++)
        {
            if (IsHeading(rows[at], names) && !Repeats(rows[at], found[^1].Heading))
            {
                if (found[^1].At == at - 1)
                {
                    found.RemoveAt(found.Count - 1); // one heading over two rows
                }

                found.Add((Heading.Of(rows, at), at));
            }
        }

        return found.Select((one, i) => Of(rows, one, i + 1 < found.Count ? found[i + 1].At : rows.Count, fields));
    }

    private static SheetTable Of(List<ImportRow> rows, (Heading Heading, int At) table, int next, IReadOnlyList<TableField> fields) =>
        new(table.Heading.Sheet, table.Heading.Row, next < rows.Count ? rows[next].Number - 1 : int.MaxValue,
            rows.Skip(table.At + 1).Take(next - table.At - 1).Count(row => !Repeats(row, table.Heading)), table.Heading.Propose(fields).Count);

    private static bool IsHeading(ImportRow row, HashSet<string> names) =>
        WordsOf(row) is { } said && said.Count(names.Contains) is var known && known >= LeastNames && known * 2 > said.Count;

    /// <summary>What its cells say; nothing when one of them is a number or a day, which no heading is.</summary>
    private static List<string> WordsOf(ImportRow row) => row.Cells.Any(cell => cell is { Number: not null } or { Day: not null }) ? []
        : [.. row.Cells.Where(cell => cell is not null).Select(cell => Slug.Of(cell!.Text))];
}
