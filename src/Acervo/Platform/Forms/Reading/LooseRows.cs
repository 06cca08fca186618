using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading;

/// <summary>Decides by the labels of the forms where the rows of a table without borders end: a label is never cut and never shares its row.</summary>
internal static class LooseRows
{
    private const int LinesOfLabel = 6;
    private const int LongestPair = 160;

    public static IReadOnlyList<DocumentRow> Join(IReadOnlyList<DocumentRow> rows, Func<string, bool> isLabel)
    {
        var joined = new List<DocumentRow>();
        for (var index = 0; index < rows.Count;)
        {
            var end = index + Math.Max(1, LabelAt(rows, index, isLabel));
            while (end < rows.Count && rows[end].Start != RowStart.Certain && LabelAt(rows, end, isLabel) == 0)
            {
                end++;
            }

            joined.AddRange(Apart(end == index + 1 ? rows[index] : One([.. rows.Skip(index).Take(end - index)]), isLabel));
            index = end;
        }

        return joined;
    }

    /// <summary>A label and the heading under it, or the next label, may have become one paragraph: then the answer belongs to the first.</summary>
    private static IEnumerable<DocumentRow> Apart(DocumentRow row, Func<string, bool> isLabel)
    {
        if (row.Cells is not [{ Blocks: [{ Rows: null } said] } first, { Blocks.Count: > 0 } answer] || said.Text.Length > LongestPair || isLabel(said.Text))
        {
            return [row];
        }

        for (var at = said.Text.IndexOf(' ', StringComparison.Ordinal); at > 0; at = said.Text.IndexOf(' ', at + 1))
        {
            var (label, next) = (said.Text[..at], said.Text[(at + 1)..]);
            if (isLabel(label) && isLabel(next))
            {
                return [row with { Cells = [first with { Blocks = [said with { Text = label }] }, answer] },
                    row with { Cells = [first with { Blocks = [said with { Text = next }] }, answer with { Blocks = [] }] }];
            }
        }

        return [row];
    }

    /// <summary>How many rows from here on say one label; 0 when none begins here.</summary>
    private static int LabelAt(IReadOnlyList<DocumentRow> rows, int index, Func<string, bool> isLabel)
    {
        var most = 1 + rows.Skip(index + 1).Take(LinesOfLabel - 1).TakeWhile(row => row.Start != RowStart.Certain).Count();
        return rows[index].Start == RowStart.Certain && most == 1 ? 0
            : Enumerable.Range(1, most).FirstOrDefault(length => isLabel(Text(rows.Skip(index).Take(length).SelectMany(row => row.Cells[0].Blocks)
            .Where(block => !block.Muted))));
    }

    private static DocumentRow One(IReadOnlyList<DocumentRow> rows)
    {
        var left = rows.SelectMany(row => row.Cells[0].Blocks).ToList();
        var label = left.FindAll(block => !block.Muted) is { Count: > 0 } said ? [said[0] with { Text = Text(said) }, .. left.Where(block => block.Muted)]
            : left;
        var right = new List<DocumentBlock>();
        foreach (var row in rows)
        {
            var blocks = row.Cells[1].Blocks;
            var goesOn = row.Start == RowStart.Unlikely && right is [.., { Rows: null }] && blocks is [{ Rows: null, Marker: null }, ..];
            if (goesOn)
            {
                right[^1] = blocks[0] with { Text = Text([right[^1], blocks[0]]), Marker = right[^1].Marker, Level = right[^1].Level };
            }

            right.AddRange(blocks.Skip(goesOn ? 1 : 0));
        }

        return new DocumentRow([new DocumentCell(0, label), new DocumentCell(1, right)]);
    }

    private static string Text(IEnumerable<DocumentBlock> blocks) =>
        string.Join(' ', blocks.Select(block => block.Text)).Replace("** **", " ", StringComparison.Ordinal);
}
