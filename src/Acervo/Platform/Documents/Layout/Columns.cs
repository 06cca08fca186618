namespace Acervo.Platform.Documents.Layout;

/// <summary>
/// Reads pages that are set in two columns by column: the right one is laid under the left one. A table without borders has two columns too, but its left
/// one is of labels, and never goes on for lines that reach its edge.
/// </summary>
internal static class Columns
{
    private const int FewestStarts = 5;
    private const int FewestLeft = 4;
    private const int FewestRight = 3;
    private const double Near = 3;
    private const double White = 0.7;

    /// <summary>Where the right column may begin, as shares of the width of the page.</summary>
    private const double From = 0.35;
    private const double To = 0.68;

    /// <summary>A line that lacks less than this share of the column is full.</summary>
    private const double Short = 0.2;
    private const double Narrowest = 0.6;

    /// <summary>The pages as they are read, with their lines: a page with columns comes in parts.</summary>
    public static IReadOnlyList<(LayoutPage Page, IReadOnlyList<TextLine> Lines)> Part(IReadOnlyList<LayoutPage> pages,
        IReadOnlyList<IReadOnlyList<TextLine>> bodies)
    {
        var gutters = pages.Select((page, index) => Gutter(page, bodies[index])).ToList();
        return [.. pages.SelectMany((page, index) =>
            (gutters[index] ?? gutters.Find(gutter => gutter is not null && Continues(page, bodies[index], gutter.Value))) is { } gutter
            ? Parts(page, bodies[index], gutter) : [(page, bodies[index])])];
    }

    /// <summary>Where the right column of this page begins, when it has two of running text.</summary>
    private static double? Gutter(LayoutPage page, IReadOnlyList<TextLine> lines)
    {
        var starts = lines.SelectMany(line => line.Segments.Zip(line.Segments.Skip(1)).Where(pair => pair.Second.Left > page.Width * From
                && pair.Second.Left < page.Width * To && pair.Second.Left - pair.First.Right > line.Height * White)
            .Select(pair => pair.Second.Left)).Order().ToList();
        return starts.GroupBy(start => starts.First(other => start - other < Near)).Where(group => group.Count() >= FewestStarts)
            .Select(group => (double?)group.Min()).Order()
            .FirstOrDefault(start => Runs(page, lines, start!.Value).Any(run => !run.Crosses && IsProse(run.Lines, start.Value)));
    }

    /// <summary>A page that goes on in the columns of another one.</summary>
    private static bool Continues(LayoutPage page, IReadOnlyList<TextLine> lines, double gutter) =>
        lines.Count > 0 && Runs(page, lines, gutter) is var runs
        && (runs.TrueForAll(run => !run.Crosses) || runs.Exists(run => !run.Crosses && Full(Side(run.Lines, gutter, right: false)) >= FewestLeft));

    private static bool IsProse(IReadOnlyList<TextLine> lines, double gutter)
    {
        var (left, right) = (Side(lines, gutter, right: false), Side(lines, gutter, right: true));
        return left.Count > 0 && right.Count > 0 && Width(right) > Width(left) * Narrowest && Width(left) > Width(right) * Narrowest
            && Full(left) >= FewestLeft && Full(right) >= FewestRight;
    }

    private static double Width(IReadOnlyList<TextLine> lines) => lines.Max(line => line.Right) - lines.Min(line => line.Left);

    /// <summary>The most lines one under the other that reach the edge, neither in bold nor in grey: labels and instructions may be long.</summary>
    private static int Full(IReadOnlyList<TextLine> lines)
    {
        var (best, row) = (0, 0);
        var edge = lines.Count == 0 ? 0 : lines.Max(line => line.Right) - (Width(lines) * Short);
        for (var at = 0; at < lines.Count; at++)
        {
            var near = at > 0 && lines[at].Top - lines[at - 1].Bottom < lines[at].Height;
            row = lines[at].Right < edge || lines[at].Bold || lines[at].Muted ? 0 : near ? row + 1 : 1;
            best = Math.Max(best, row);
        }

        return best;
    }

    private static IEnumerable<(LayoutPage, IReadOnlyList<TextLine>)> Parts(LayoutPage page, IReadOnlyList<TextLine> lines, double gutter)
    {
        var runs = Runs(page, lines, gutter);
        foreach (var (crosses, part) in runs)
        {
            var (left, right) = (Side(part, gutter, right: false), Side(part, gutter, right: true));
            var isFull = crosses || (right.Count == 0 && runs.Exists(run => run.Crosses) && Full(left) < FewestRight);
            yield return isFull ? (page, part) : Stacked(page, left, right, gutter);
        }
    }

    /// <summary>One sheet with the right column under the left one. A sentence that goes on there follows without a white.</summary>
    private static (LayoutPage, IReadOnlyList<TextLine>) Stacked(LayoutPage page, IReadOnlyList<TextLine> left, IReadOnlyList<TextLine> right, double gutter)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return (page with { IsColumn = true }, left.Count == 0 ? right : left);
        }

        var height = right[0].Height;
        var ended = left[^1].Text.TrimEnd('*', ' ') is [.., '.' or ':' or '?' or ';' or '!'];
        var across = left.Min(line => line.Left) - right.Min(line => line.Left);
        var down = left.Max(line => line.Bottom) + height * (ended ? 2 : 0.2) - right.Min(line => line.Top);
        var moved = right.SelectMany(line => line.Segments).Select(segment => segment with
        {
            Left = segment.Left + across,
            Right = segment.Right + across,
            Top = segment.Top + down,
            Bottom = segment.Bottom + down,
        });
        var sheet = page with
        {
            IsColumn = true,
            Bitmap = null,
            Height = page.Height + Math.Max(down, 0),
            Segments = [.. left.SelectMany(line => line.Segments), .. moved],
            Rulings = [.. page.Rulings.Where(ruling => ruling.Right < gutter), .. page.Rulings.Where(ruling => ruling.Left >= gutter - Near * 2)
                .Select(ruling => new Ruling(ruling.Left + across, ruling.Top + down, ruling.Right + across, ruling.Bottom + down))],
        };
        return (sheet, TextLine.Of(sheet.Segments));
    }

    /// <summary>Stretches of lines that the gutter parts, and of lines that run over it.</summary>
    private static List<(bool Crosses, List<TextLine> Lines)> Runs(LayoutPage page, IReadOnlyList<TextLine> lines, double gutter)
    {
        var tables = TableGrid.Find([.. page.Rulings]).FindAll(table => table.Spans(gutter));
        var runs = new List<(bool Crosses, List<TextLine> Lines)>();
        foreach (var line in lines)
        {
            var crosses = line.Segments.Any(segment => segment.Left < gutter - Near && segment.Right > gutter + 1) || tables.Exists(table => table.Holds(line));
            if (runs.Count == 0 || runs[^1].Crosses != crosses)
            {
                runs.Add((crosses, []));
            }

            runs[^1].Lines.Add(line);
        }

        return runs;
    }

    private static IReadOnlyList<TextLine> Side(IReadOnlyList<TextLine> lines, double gutter, bool right) =>
        TextLine.Of(lines.SelectMany(line => line.Segments).Where(segment => segment.Left >= gutter - Near == right));
}
