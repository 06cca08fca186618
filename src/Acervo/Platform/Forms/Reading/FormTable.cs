using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading;

/// <summary>Tells a table that asks (label left, answer right, whatever the order of its rows) from one that somebody drew in an answer.</summary>
internal static class FormTable
{
    private const int LongestLabel = 12;

    /// <summary>At least half of the rows with two cells open with a label.</summary>
    public static bool Asks(IReadOnlyList<DocumentRow> rows, LabelProbe labels)
    {
        var pairs = rows.Select(row => Unnumbered([.. row.Cells.Where(cell => cell.Blocks.Count > 0)], IsSaid)).Where(cells => cells.Count >= 2
            && cells[0].Column < 2).ToList();
        var asking = pairs.Count(cells => Line(cells[0]) is { } line && (labels.Opens(line) || labels.IsShort(line)));
        return asking > 0 && asking * 2 >= pairs.Count && (asking >= 3 || asking == rows.Count);
    }

    /// <summary>The row without the number of its question.</summary>
    public static IReadOnlyList<DocumentCell> Unnumbered(IReadOnlyList<DocumentCell> cells, Func<DocumentCell, bool> isLabel) =>
        cells.Count >= 2 && IsNumber(cells[0]) && isLabel(cells[1]) ? [.. cells.Skip(1)] : cells;

    /// <summary>A row of the table that opens with something the form does not ask: its text is no part of the answer above.</summary>
    public static bool IsForeign(IReadOnlyList<DocumentCell> cells) => cells.Count == 2 && Line(cells[0]) is { } line
        && line.Words.Count <= LongestLabel && line.Words.Sum(word => word.Folded.Length) > 2 && !line.Text.EndsWith('.') && cells[1].Blocks.Any(HasText);

    private static bool IsNumber(DocumentCell cell) => cell.Blocks is [{ Rows: null } number] && number.Text.Length <= 6
        && (number.Marker is not null && number.Text.Length == 0 || number.Text.Any(char.IsDigit)) && !number.Text.Any(char.IsLetter);

    private static bool IsSaid(DocumentCell cell) => Line(cell) is { } line && line.Text.Any(char.IsLetter);

    private static bool HasText(DocumentBlock block) => block.Rows is not null || block.Text.Any(char.IsLetterOrDigit);

    private static ReadingLine? Line(DocumentCell cell) =>
        cell.Blocks.FirstOrDefault(block => block.Rows is not null || block.Text.Length > 0) is { Rows: null } first
        ? new ReadingLine { Text = first.Text.Split('\n')[0] } : null;
}
