namespace Acervo.Platform.Documents.Layout;

/// <summary>Makes blocks of printed pages: furniture out, bordered tables as tables, the rest as paragraphs.</summary>
internal static class LayoutReader
{
    public static (IReadOnlyList<DocumentBlock> Blocks, IReadOnlyList<string> Margins) Read(IReadOnlyList<LayoutPage> pages)
    {
        var lines = pages.Select(page => TextLine.Of(page.Segments)).ToList();
        var parted = PageFurniture.Part(pages, lines);
        var bodies = parted.Select((part, index) => ScannedBullets.Mark(part.Body, pages[index])).ToList();
        var all = bodies.SelectMany(body => body).ToList();
        var right = all.Count == 0 ? 0 : all.Max(line => line.Right);
        var left = all.Count == 0 ? 0 : all.Select(line => line.Left).Order().ElementAt(all.Count / 20);
        var gap = ParagraphBuilder.UsualGap(bodies, right);
        var blocks = pages.SelectMany((page, index) => Page(page, bodies[index], left, right, gap)).ToList();
        return (blocks, [.. parted.SelectMany(part => part.Margin).Select(line => line.Text).Distinct(StringComparer.Ordinal)]);
    }

    private static IEnumerable<DocumentBlock> Page(LayoutPage page, IReadOnlyList<TextLine> lines, double left, double right, double gap)
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
                foreach (var block in ParagraphBuilder.Build(pending, page.Number, left, right, gap))
                {
                    yield return block;
                }

                pending.Clear();
                table.Lines.AddRange(lines.Where(table.Holds));
                yield return table.Block(page.Number, gap);
            }
        }

        foreach (var block in ParagraphBuilder.Build(pending, page.Number, left, right, gap))
        {
            yield return block;
        }
    }
}
