using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading;

/// <summary>
/// Puts a table together again that the end of a page had cut (two tables on one page are two): a row that opens with no label goes on with the row
/// before.
/// </summary>
internal static class TableJoin
{
    public static IEnumerable<DocumentBlock> Of(IReadOnlyList<DocumentBlock> blocks, Func<DocumentCell, bool> isLabel)
    {
        DocumentBlock? open = null;
        foreach (var block in blocks)
        {
            if (open?.Rows is { } before && block.Rows is { Count: > 0 } rows && block.Page is { } page && page == LastPage(open) + 1
                && Columns(before[^1]).SequenceEqual(Columns(rows[0])) && (HasOnlyNumber(before[^1]) || !rows[0].Cells.Any(isLabel)))
            {
                open = open with { Rows = [.. before.SkipLast(1), Joined(before[^1], rows[0]), .. rows.Skip(1)] };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = block;
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    /// <summary>The number of a question at the foot of the page; its label stands on the next.</summary>
    private static bool HasOnlyNumber(DocumentRow row) =>
        row.Cells is [{ Blocks: [{ Rows: null } number] }, ..] && number.Text.Any(char.IsDigit) && !number.Text.Any(char.IsLetter);

    private static int? LastPage(DocumentBlock table) =>
        table.Rows!.SelectMany(row => row.Cells).SelectMany(cell => cell.Blocks).Max(block => block.Page) ?? table.Page;

    private static IEnumerable<int> Columns(DocumentRow row) => row.Cells.Select(cell => cell.Column);

    private static DocumentRow Joined(DocumentRow row, DocumentRow next) =>
        row with { Cells = [.. row.Cells.Zip(next.Cells, (cell, more) => cell with { Blocks = [.. cell.Blocks, .. more.Blocks] })] };
}
