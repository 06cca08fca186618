using System.Text.Json.Serialization;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>A row with something in it: its sheet, its number as a spreadsheet program counts, and its cells by column; null where a cell is empty.</summary>
public sealed record TableRow(string Sheet, int Number, IReadOnlyList<TableCell?> Cells)
{
    /// <summary>Somebody hid it in the sheet.</summary>
    public bool Hidden { get; init; }

    /// <summary>How much it says in all.</summary>
    [JsonIgnore]
    public int Weight => Sheet.Length + Cells.Sum(cell => cell is null ? 0 : cell.Text.Length + (cell.Format?.Length ?? 0));

    /// <summary>The letters of a column, as a spreadsheet program names it.</summary>
    public static string Letters(int column) => (column < 26 ? "" : Letters((column / 26) - 1)) + (char)('A' + (column % 26));
}
