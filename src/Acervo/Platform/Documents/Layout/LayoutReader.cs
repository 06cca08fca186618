namespace Acervo.Platform.Documents.Layout;

/// <summary>Makes blocks of printed pages: furniture out, tables as tables, the rest as paragraphs.</summary>
internal static class LayoutReader
{
    public static (IReadOnlyList<DocumentBlock> Blocks, IReadOnlyList<string> Margins) Read(IReadOnlyList<LayoutPage> printed)
    {
        var pages = TwoUp.Part([.. printed.Select(DrawnBullets.Restore)]);
        var lines = pages.Select(page => TextLine.Of(page.Segments)).ToList();
        var parted = PageFurniture.Part(pages, lines).Select((part, index) => WithWholeTables(part, pages[index])).ToList();
        var bodies = parted.Select((part, index) => ScannedBullets.Mark(part.Body, pages[index])).ToList();
        var parts = Columns.Part(pages, bodies);
        var measures = parts.GroupBy(part => part.Page.IsColumn)
            .ToDictionary(kind => kind.Key, kind => TextMeasure.Of([.. kind.Select(part => part.Lines)]) with
            {
                Gutters = LooseTable.Gutters([.. kind.Select(part => part.Page.Recognised ? [] : Outside(part.Lines, part.Page))]),
            });
        var blocks = parts.SelectMany(part => Page(part.Page, part.Lines, measures[part.Page.IsColumn])).ToList();
        return (blocks, [.. parted.SelectMany(part => part.Margin).Select(line => line.Text).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>A small table of which some lines repeat on other pages is the page header, to its last line.</summary>
    private static (IReadOnlyList<TextLine> Body, IReadOnlyList<TextLine> Margin) WithWholeTables(
        (IReadOnlyList<TextLine> Body, IReadOnlyList<TextLine> Margin) part, LayoutPage page)
    {
        var headers = TableGrid.Find(page.Rulings).FindAll(table => table.Height < page.Height * 0.35 && part.Margin.Any(table.Holds));
        var taken = part.Body.Where(line => headers.Exists(table => table.Holds(line))).ToList();
        return taken.Count == 0 ? part : ([.. part.Body.Except(taken)], [.. part.Margin, .. taken]);
    }

    private static IReadOnlyList<TextLine> Outside(IReadOnlyList<TextLine> lines, LayoutPage page) =>
        TableGrid.Find(page.Rulings) is { Count: > 0 } tables ? [.. lines.Where(line => !tables.Exists(table => table.Holds(line)))] : lines;

    private static IEnumerable<DocumentBlock> Page(LayoutPage page, IReadOnlyList<TextLine> lines, TextMeasure measure)
    {
        var pending = new List<TextLine>();
        var tables = TableGrid.Find(page.Rulings);
        foreach (var line in lines)
        {
            if (tables.Find(table => table.Holds(line)) is not { } table)
            {
                pending.Add(line);
                continue;
            }

            if (table.Lines.Count == 0)
            {
                foreach (var block in LooseTable.Build(pending, page.Number, measure))
                {
                    yield return block;
                }

                pending.Clear();
                table.Lines.AddRange(lines.Where(table.Holds));
                yield return table.Block(page.Number, measure);
            }
        }

        foreach (var block in LooseTable.Build(pending, page.Number, measure))
        {
            yield return block;
        }
    }
}
