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
    private readonly double gutter;

    private LooseTable(IEnumerable<TextLine> lines, double gutter)
    {
        this.gutter = gutter;
        foreach (var line in lines)
        {
            left.AddRange(Side(line, segment => segment.Left < gutter - Near));
            right.AddRange(Side(line, segment => segment.Left >= gutter - Near));
        }
    }

    /// <summary>The blocks of these lines: loose tables as tables, what stands around them as paragraphs.</summary>
    public static IEnumerable<DocumentBlock> Build(IReadOnlyList<TextLine> lines, int page, TextMeasure measure)
    {
        if (Find(lines) is not { } found)
        {
            return ParagraphBuilder.Build(lines, page, measure);
        }

        var (from, to, gutter) = found;
        return [.. Build([.. lines.Take(from)], page, measure), new LooseTable(lines.Skip(from).Take(to - from), gutter).Block(page, measure), .. Build([.. lines.Skip(to)], page, measure)];
    }

    private static (int From, int To, double Gutter)? Find(IReadOnlyList<TextLine> lines)
    {
        var starts = lines.SelectMany(Starts).Order().ToList();
        var best = starts.GroupBy(start => starts.First(other => start - other < Near)).Where(group => group.Count() >= FewestSplits)
            .Select(group => Run(lines, group.Min())).Where(run => run.Splits >= FewestSplits).OrderByDescending(run => run.Splits).ToList();
        return best.Count == 0 ? null : (best[0].From, best[0].To, best[0].Gutter);
    }

    /// <summary>The longest stretch of lines that this gutter parts; it begins on a parted line and keeps the lines that go on with one.</summary>
    private static (int From, int To, int Splits, double Gutter) Run(IReadOnlyList<TextLine> lines, double gutter)
    {
        var best = (From: 0, To: 0, Splits: 0, Gutter: gutter);
        for (var from = 0; from < lines.Count; from++)
        {
            if (!IsSplit(lines[from], gutter))
            {
                continue;
            }

            var (splits, to, next) = (0, from, from);
            for (; next < lines.Count && !Crosses(lines[next], gutter); next++)
            {
                var split = IsSplit(lines[next], gutter);
                splits += split ? 1 : 0;
                to = split || lines[next].Left >= gutter - Near || to == next ? next + 1 : to;
            }

            best = splits > best.Splits ? (from, to, splits, gutter) : best;
            from = next;
        }

        return best;
    }

    /// <summary>Where words begin after a white that no blank explains, with more than a list mark before it.</summary>
    private static IEnumerable<double> Starts(TextLine line) => line.Segments.Zip(line.Segments.Skip(1))
        .Where(pair => pair.Second.Left - pair.First.Right > line.Height * NarrowestWhite && IsSplit(line, pair.Second.Left)).Select(pair => pair.Second.Left);

    private static bool IsSplit(TextLine line, double gutter) => !Crosses(line, gutter)
        && line.Segments.Any(segment => Math.Abs(segment.Left - gutter) < Near)
        && line.Segments.Where(segment => segment.Right <= gutter + 1) is var before && before.Sum(segment => segment.Text.Count(char.IsLetter)) > 2
        && line.Left < gutter - NarrowestColumn;

    private static bool Crosses(TextLine line, double gutter) => line.Segments.Any(segment => segment.Left < gutter - Near && segment.Right > gutter + 1);

    private static IEnumerable<TextLine> Side(TextLine line, Func<Segment, bool> belongs)
    {
        var segments = line.Segments.Where(belongs).ToList();
        return segments.Count == line.Segments.Count ? [line] : TextLine.Of(segments);
    }

    private DocumentBlock Block(int page, TextMeasure measure)
    {
        var (labels, answers) = (measure.Within(measure.Left, gutter - 2 * CellMargin), measure.Within(gutter, measure.Right));
        var tops = Rows(ParagraphBuilder.Openings(left, labels), ParagraphBuilder.Openings(right, answers));
        var rows = tops.Select((top, index) => (Top: top, Bottom: index + 1 < tops.Count ? tops[index + 1] : double.MaxValue)).Select(row => new DocumentRow(
        [
            new DocumentCell(0, ParagraphBuilder.Build(Between(left, row.Top, row.Bottom), page, labels)),
            new DocumentCell(1, ParagraphBuilder.Build(Between(right, row.Top, row.Bottom), page, answers)),
        ]));
        return new DocumentBlock { Page = page, Rows = [.. rows] };
    }

    /// <summary>A row begins where a paragraph begins on the left and none goes on on the right; a bold one or one after a colon begins it in any case.</summary>
    private List<double> Rows(HashSet<TextLine> labels, HashSet<TextLine> answers)
    {
        var tops = new List<double> { double.MinValue };
        foreach (var (before, line) in left.Zip(left.Skip(1)).Where(pair => !pair.Second.Muted))
        {
            var ended = before.Text.TrimEnd('*', ' ') is [.., ':' or '?'];
            var beside = right.Find(other => other.Bottom > line.Top + line.Height * 0.3);
            if (ended || (labels.Contains(line) && (line.Bold || beside is null || answers.Contains(beside))))
            {
                tops.Add(line.Top - line.Height * 0.3);
            }
        }

        return tops;
    }

    private static List<TextLine> Between(List<TextLine> lines, double top, double bottom) => lines.FindAll(line => line.Top >= top && line.Top < bottom);
}
