namespace Acervo.Platform.Tables.Sheets;

/// <summary>
/// The merged cells of one sheet, row after row: what the first says holds for the rows below it, and what lies hidden under them says nothing.
/// </summary>
internal sealed class MergedDown
{
    private readonly List<MergedBlock> open = [];

    /// <summary>A block that begins in the row that is shown next.</summary>
    public void Begin(MergedBlock block) => open.Add(block);

    /// <summary>The cells as a person sees them; none where the row has nothing but what is merged over it.</summary>
    public List<TableCell?> Show(int row, List<TableCell?> cells)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var block = open[i];
            if (block.LastRow < row)
            {
                open.RemoveAt(i);
                continue;
            }

            if (block.Row == row)
            {
                open[i] = block with { Cell = cells.ElementAtOrDefault(block.Column) };
            }

            for (var column = block.Column + (block.Row == row ? 1 : 0); column <= block.LastColumn && column < cells.Count; column++)
            {
                cells[column] = null;
            }
        }

        return cells.TrueForAll(cell => cell is null) ? [] : Filled(row, cells);
    }

    private List<TableCell?> Filled(int row, List<TableCell?> cells)
    {
        foreach (var block in open.Where(block => block.Row < row && block.Cell is not null))
        {
            while (cells.Count <= block.Column)
            {
                cells.Add(null);
            }

            cells[block.Column] = block.Cell! with { From = block.Row };
        }

        return cells;
    }
}

/// <summary>Cells merged into one: the rows from 1, the columns from 0, and what the first of them says.</summary>
internal sealed record MergedBlock(int Row, int LastRow, int Column, int LastColumn)
{
    public TableCell? Cell { get; init; }
}
