namespace Acervo.Platform.Tables.Sheets;

/// <summary>The columns of a sheet that somebody hid. They are read like the others, and those that say something are told once.</summary>
internal sealed class HiddenColumns(string sheet, Action<string> tell)
{
    private readonly SortedSet<int> hidden = [];
    private readonly SortedSet<int> told = [];

    /// <param name="first">Its place, from 0.</param>
    /// <param name="count">How many next to each other.</param>
    public void Add(int first, int count = 1)
    {
        for (var column = first; column < Math.Min((long)first + count, TableLimits.Columns); column++)
        {
            hidden.Add(column);
        }
    }

    /// <summary>Notes which of them say something in a row.</summary>
    public void Look(IReadOnlyList<TableCell?> cells)
    {
        foreach (var column in hidden)
        {
            if (column < cells.Count && cells[column] is not null)
            {
                told.Add(column);
            }
        }
    }

    /// <summary>When the sheet is over.</summary>
    public void Tell()
    {
        var names = string.Join(", ", told.Select(TableRow.Letters));
        if (told.Count == 1)
        {
            tell($"La columna {names} de la hoja «{sheet}» está oculta: se leyó como las demás.");
        }
        else if (told.Count > 1)
        {
            tell($"Las columnas {names} de la hoja «{sheet}» están ocultas: se leyeron como las demás.");
        }
    }
}
