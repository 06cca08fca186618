namespace Acervo.Platform.Forms.Reading;

/// <summary>Lays the blocks of a document out as lines, so that in every layout of a form's tables a label comes right before its answer.</summary>
internal sealed class LineFlattener(LabelProbe labels)
{
    private readonly List<ReadingLine> lines = [];
    private int paragraph;
    private int tableRow;

    public IReadOnlyList<ReadingLine> Flatten(IReadOnlyList<Documents.DocumentBlock> blocks)
    {
        foreach (var block in TableJoin.Of(blocks, IsLabelCell))
        {
            Add(block);
        }

        return lines;
    }

    private void Add(Documents.DocumentBlock block)
    {
        if (block.Rows is not { } printed)
        {
            lines.AddRange(LinesOf(block, ++paragraph));
            return;
        }

        var rows = LooseRows.Join(printed, text => labels.IsWhole(new ReadingLine { Text = text }));

        var (index, asks) = (0, FormTable.Asks(rows, labels));
        while (index < rows.Count)
        {
            var cells = rows[index].Cells;
            var below = Headed(rows, index);
            if (below > 0)
            {
                foreach (var cell in cells)
                {
                    AddAll(cell.Blocks);
                    foreach (var row in rows.Skip(index + 1).Take(below))
                    {
                        AddAll(row.Cells.Where(other => other.Column == cell.Column).SelectMany(other => other.Blocks));
                    }
                }

            }
            else
            {
                AddRow(cells, block.Page, asks);
            }

            index += below + 1;
        }
    }

    /// <summary>How many rows of answers stand under this row of labels; 0 when it is no row of labels.</summary>
    private int Headed(IReadOnlyList<Documents.DocumentRow> rows, int index)
    {
        var cells = rows[index].Cells;
        if (cells.Count < 2 || !cells.All(cell => FirstLine(cell) is { } line && labels.IsWhole(line)))
        {
            return 0;
        }

        var columns = cells.Select(cell => cell.Column).ToHashSet();
        return rows.Skip(index + 1).TakeWhile(row => row.Cells.Count >= 2 && row.Cells.All(cell => columns.Contains(cell.Column))
            && !row.Cells.Any(IsLabelCell)).Count();
    }

    /// <summary>A row is read from left to right; short cells after one another, as day, month and year, become one line with bars.</summary>
    private void AddRow(IReadOnlyList<Documents.DocumentCell> row, int? page, bool asks)
    {
        var pending = new List<Documents.DocumentCell>();
        var cells = FormTable.Unnumbered([.. row.Where(cell => cell.Blocks.Count > 0)], cell => IsLabelCell(cell) || (asks && IsShortCell(cell)));
        var first = lines.Count;
        var isLabelled = false;
        tableRow++;
        for (var place = 0; place < cells.Count; place++)
        {
            var isLabel = IsLabelCell(cells[place]);
            if (isLabel || (asks && place % 2 == 0 && IsBeside(row, cells[place]) && IsShortCell(cells[place])))
            {
                Flush(pending, page);
                isLabelled = true;
                var (from, beside) = (lines.Count, cells[place]);
                AddAll(beside.Blocks);
                Mark(from, line => line with { Beside = IsBeside(row, beside) }, only: 1);
            }
            else
            {
                pending.Add(cells[place]);
            }
        }

        Flush(pending, page);
        if (asks && !isLabelled && FormTable.IsForeign(cells))
        {
            Mark(first, line => line with { Aside = true });
        }
    }

    /// <summary>A cell for the answer stands to the right, be it empty.</summary>
    private static bool IsBeside(IReadOnlyList<Documents.DocumentCell> row, Documents.DocumentCell cell) => row.Any(other => other.Column > cell.Column);

    private void Mark(int from, Func<ReadingLine, ReadingLine> with, int only = int.MaxValue)
    {
        for (var at = from; at < lines.Count && at - from < only; at++)
        {
            lines[at] = with(lines[at]);
        }
    }

    private void Flush(List<Documents.DocumentCell> cells, int? page)
    {
        if (cells.Count > 1 && cells.TrueForAll(cell => cell.Blocks is [{ Rows: null }]))
        {
            var text = string.Join(" | ", cells.Select(cell => cell.Blocks[0].Text.Replace('\n', ' ')).Where(text => text.Length > 0));
            lines.Add(new ReadingLine
            {
                Text = text,
                IsRow = true,
                Muted = cells.TrueForAll(cell => cell.Blocks[0].Muted),
                Page = cells[0].Blocks[0].Page ?? page,
                Confidence = cells.Average(cell => cell.Blocks[0].Confidence),
                Paragraph = ++paragraph,
                Row = tableRow,
                Cells = [.. cells.Select(cell => (cell.Column, cell.Blocks[0].Text.Replace('\n', ' ')))],
            });
        }
        else
        {
            cells.ForEach(cell => AddCell(cell, tableRow));
        }

        cells.Clear();
    }

    /// <summary>Paragraphs of one cell; a table inside it has rows of its own.</summary>
    private void AddCell(Documents.DocumentCell cell, int row)
    {
        foreach (var block in cell.Blocks)
        {
            var from = lines.Count;
            Add(block);
            for (var at = from; block.Rows is null && at < lines.Count; at++)
            {
                lines[at] = lines[at] with { Row = row, Cells = [(cell.Column, lines[at].Text)] };
            }
        }
    }

    private void AddAll(IEnumerable<Documents.DocumentBlock> blocks)
    {
        foreach (var block in blocks)
        {
            Add(block);
        }
    }

    private bool IsLabelCell(Documents.DocumentCell cell) => FirstLine(cell) is { } line && labels.Opens(line);

    private bool IsShortCell(Documents.DocumentCell cell) => FirstLine(cell) is { } line && labels.IsShort(line);

    private static ReadingLine? FirstLine(Documents.DocumentCell cell) =>
        cell.Blocks.FirstOrDefault(block => block.Rows is not null || block.Text.Length > 0) is { Rows: null } first ? LinesOf(first, 0).First() : null;

    private static IEnumerable<ReadingLine> LinesOf(Documents.DocumentBlock block, int paragraph) =>
        block.Text.Split('\n').Select((text, index) => new ReadingLine
        {
            Text = text,
            Marker = index == 0 ? block.Marker : null,
            Level = block.Level,
            Heading = block.Heading is not null,
            Muted = block.Muted,
            Page = block.Page,
            FillsLine = block.FillsLine,
            Confidence = block.Confidence,
            Quoted = block.Quoted,
            Aside = block.Aside,
            Paragraph = paragraph,
        });
}
