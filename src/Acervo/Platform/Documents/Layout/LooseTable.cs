namespace Acervo.Platform.Documents.Layout;

/// <summary>
/// Finds tables of two columns that were printed without borders: on several lines in a row the words on the right begin at one and the
/// same place and nothing crosses the white before it.
/// </summary>
internal sealed class LooseTable
{
    private const int FewestSplits = 3;
    private const double NarrowestWhite = 0.7;
    private const double NarrowestColumn = 40;
    private const double Near = 3;

    /// <summary>Word leaves this much white on each side of a border that is not drawn.</summary>
    private const double CellMargin = 5.4;

    private readonly List<TextLine> left = [];
    private readonly List<TextLine> right = [];
    private readonly Gutter gutter;

    private LooseTable(IEnumerable<TextLine> lines, Gutter gutter)
    {
        this.gutter = gutter;
        foreach (var line in lines)
        {
            left.AddRange(Side(line, segment => segment.Left < gutter.Start - Near));
            right.AddRange(Side(line, segment => segment.Left >= gutter.Start - Near));
        }
    }

    /// <summary>The blocks of these lines: loose tables as tables, what stands around them as paragraphs.</summary>
    public static IEnumerable<DocumentBlock> Build(IReadOnlyList<TextLine> lines, int page, TextMeasure measure)
    {
        if (Find(lines, measure.Gutters) is not { } found)
        {
            return ParagraphBuilder.Build(lines, page, measure);
        }

        var (from, to, gutter) = found;
        return [.. Build([.. lines.Take(from)], page, measure), new LooseTable(lines.Skip(from).Take(to - from), gutter).Block(page, measure),
            .. Build([.. lines.Skip(to)], page, measure)];
    }

    /// <summary>Where columns begin on these pages: a gutter must part several lines in a row once; then it parts single lines elsewhere too.</summary>
    public static IReadOnlyList<Gutter> Gutters(IReadOnlyList<IReadOnlyList<TextLine>> pages)
    {
        var starts = pages.SelectMany(lines => lines.SelectMany(Starts)).Order().ToList();
        return [.. starts.GroupBy(start => starts.First(other => start - other < Near)).Where(group => group.Count() >= FewestSplits)
            .Select(group => group.Min())
            .Where(start => pages.Any(lines => Run(lines, start, IsAligned).Splits >= FewestSplits))
            .Select(start => new Gutter(start, pages.Max(lines => RightEdge(lines, start))))];
    }

    private static double RightEdge(IReadOnlyList<TextLine> lines, double start) =>
        Run(lines, start, IsAligned) is { Splits: > 0 } run
        ? lines.Skip(run.From).Take(run.To - run.From).Where(line => line.Right > start).Select(line => line.Right).DefaultIfEmpty(start).Max() : start;

    private static (int From, int To, Gutter Gutter)? Find(IReadOnlyList<TextLine> lines, IReadOnlyList<Gutter> gutters)
    {
        var runs = gutters.Select(gutter => (Run: Run(lines, gutter.Start, IsParted), Gutter: gutter)).Where(each => each.Run.Splits > 0)
            .OrderByDescending(each => each.Run.Splits).ToList();
        return runs.Count == 0 ? null : (runs[0].Run.From, runs[0].Run.To, runs[0].Gutter);
    }

    /// <summary>The longest stretch of lines that this gutter parts; it begins on a parted line and keeps the lines that go on with one.</summary>
    private static (int From, int To, int Splits) Run(IReadOnlyList<TextLine> lines, double gutter, Func<TextLine, double, bool> isSplit)
    {
        var best = (From: 0, To: 0, Splits: 0);
        for (var from = 0; from < lines.Count; from++)
        {
            if (!isSplit(lines[from], gutter))
            {
                continue;
            }

            var (splits, to, next) = (0, from, from);
            for (; next < lines.Count && !Crosses(lines[next], gutter); next++)
            {
                splits += isSplit(lines[next], gutter) ? 1 : 0;
                to = lines[next].Right > gutter || to == next ? next + 1 : to;
            }

            best = splits > best.Splits ? (from, to, splits) : best;
            from = next;
        }

        return best;
    }

    /// <summary>Where words begin after a white that no blank explains, with more than a list mark before it.</summary>
    private static IEnumerable<double> Starts(TextLine line) => line.Segments.Zip(line.Segments.Skip(1))
        .Where(pair => IsAligned(line, pair.Second.Left)).Select(pair => pair.Second.Left);

    /// <summary>Words on the left, white, and words that begin right at the gutter.</summary>
    private static bool IsAligned(TextLine line, double gutter) =>
        IsParted(line, gutter) && line.Segments.Any(segment => Math.Abs(segment.Left - gutter) < Near);

    /// <summary>Words on the left, white, and anything on the right, as an indented item.</summary>
    private static bool IsParted(TextLine line, double gutter)
    {
        var before = line.Segments.Where(segment => segment.Left < gutter - Near).ToList();
        var after = line.Segments.Where(segment => segment.Left >= gutter - Near).ToList();
        return before.Count > 0 && after.Count > 0 && !Crosses(line, gutter) && line.Left < gutter - NarrowestColumn
            && after.Min(segment => segment.Left) - before.Max(segment => segment.Right) > line.Height * NarrowestWhite
            && before.Sum(segment => segment.Text.Count(char.IsLetter)) > 2;
    }

    private static bool Crosses(TextLine line, double gutter) => line.Segments.Any(segment => segment.Left < gutter - Near && segment.Right > gutter + 1);

    private static IEnumerable<TextLine> Side(TextLine line, Func<Segment, bool> belongs)
    {
        var segments = line.Segments.Where(belongs).ToList();
        return segments.Count == line.Segments.Count ? [line] : TextLine.Of(segments);
    }

    private DocumentBlock Block(int page, TextMeasure measure)
    {
        var (labels, answers) = (measure.Within(measure.Left, gutter.Start - CellMargin), measure.Within(gutter.Start, gutter.End));
        var tops = Rows(ParagraphBuilder.Openings(left, labels), ParagraphBuilder.Openings(right, answers));
        var rows = tops.Select((row, index) => (row.Top, Bottom: index + 1 < tops.Count ? tops[index + 1].Top : double.MaxValue, row.Start))
            .Select(row => new DocumentRow(
        [
            new DocumentCell(0, ParagraphBuilder.Build(Between(left, row.Top, row.Bottom), page, labels)),
            new DocumentCell(1, ParagraphBuilder.Build(Between(right, row.Top, row.Bottom), page, answers)),
        ], row.Start));
        return new DocumentBlock { Page = page, Rows = [.. rows] };
    }

    /// <summary>
    /// A row begins where a paragraph begins on the left and none goes on on the right; a bold one or one after a colon begins it in any
    /// case, and so does an answer that begins after a white. Where both columns just go on with a new line, a row may begin.
    /// </summary>
    private List<(double Top, RowStart Start)> Rows(HashSet<TextLine> labels, HashSet<TextLine> answers)
    {
        var tops = new List<(double Top, RowStart Start)> { (double.MinValue, RowStart.Certain) };
        foreach (var (before, line) in left.Zip(left.Skip(1)).Where(pair => !pair.Second.Muted))
        {
            var ended = before.Text.TrimEnd('*', ' ') is [.., ':' or '?'];
            var beside = right.Find(other => other.Bottom > line.Top + line.Height * 0.3);
            var restarts = beside is not null && IsBeside(beside, line) && !right.Exists(other => IsBeside(other, before)) && answers.Contains(beside);
            var sure = ended || restarts || (labels.Contains(line) && (line.Bold || beside is null || answers.Contains(beside)));
            if (sure || (beside is not null && IsBeside(beside, line)))
            {
                tops.Add((line.Top - line.Height * 0.3, sure ? RowStart.Certain : answers.Contains(beside!) ? RowStart.Possible : RowStart.Unlikely));
            }
        }

        return tops;
    }

    private static bool IsBeside(TextLine first, TextLine second) =>
        first.Top < second.Bottom - second.Height * 0.3 && second.Top < first.Bottom - first.Height * 0.3;

    private static List<TextLine> Between(List<TextLine> lines, double top, double bottom) => lines.FindAll(line => line.Top >= top && line.Top < bottom);
}

/// <summary>The white between two columns: where the second one begins, and how far its lines reach.</summary>
internal sealed record Gutter(double Start, double End);
