namespace Acervo.Platform.Documents.Layout;

/// <summary>A bordered table of a page, rebuilt from its drawn lines. Cells merged in any direction are cells without a line between.</summary>
internal sealed class TableGrid
{
    private const double Near = 4;

    private readonly List<Ruling> rulings;
    private readonly List<double> columns;
    private readonly List<double> rows;

    private TableGrid(List<Ruling> rulings)
    {
        this.rulings = rulings;
        columns = Positions(rulings.Where(ruling => ruling.IsVertical).Select(ruling => ruling.Left));
        rows = Positions(rulings.Where(ruling => !ruling.IsVertical).Select(ruling => ruling.Top));
    }

    /// <summary>The printed lines inside the table.</summary>
    public List<TextLine> Lines { get; } = [];

    public double Height => rows[^1] - rows[0];

    /// <summary>It stands on both sides of this place.</summary>
    public bool Spans(double across) => columns[0] < across - Near && columns[^1] > across + Near;

    public static List<TableGrid> Find(IReadOnlyList<Ruling> rulings)
    {
        var groups = new List<List<Ruling>>();
        foreach (var ruling in rulings)
        {
            var touching = groups.FindAll(group => group.Exists(other => Touch(ruling, other)));
            groups.RemoveAll(touching.Contains);
            groups.Add([ruling, .. touching.SelectMany(group => group)]);
        }

        return [.. groups.Select(group => new TableGrid(group)).Where(grid => grid.columns.Count >= 2 && grid.rows.Count >= 2)];
    }

    public bool Holds(TextLine line)
    {
        var middle = (line.Top + line.Bottom) / 2;
        return middle > rows[0] && middle < rows[^1] && line.Left > columns[0] - Near && line.Right < columns[^1] + Near;
    }

    public DocumentBlock Block(int page, TextMeasure measure)
    {
        var cells = Cells();
        var segments = Lines.SelectMany(line => line.Segments).GroupBy(segment => cells.FindIndex(cell => cell.Holds(segment))).Where(group => group.Key >= 0)
            .ToDictionary(group => group.Key, group => TextLine.Of(group));
        var filled = cells.Select((cell, index) => (cell.Row, Cell: new DocumentCell(cell.Column,
            segments.TryGetValue(index, out var lines) ? ParagraphBuilder.Build(lines, page, measure.Within(cell.Left + Near, cell.Right - Near)) : [])));
        return new DocumentBlock
        {
            Page = page,
            Rows = [.. filled.GroupBy(item => item.Row).OrderBy(group => group.Key)
            .Select(group => new DocumentRow([.. group.Select(item => item.Cell).OrderBy(cell => cell.Column)]))],
        };
    }

    private List<Box> Cells()
    {
        var taken = new HashSet<(int, int)>();
        var cells = new List<Box>();
        for (var row = 0; row + 1 < rows.Count; row++)
        {
            for (var column = 0; column + 1 < columns.Count; column++)
            {
                if (taken.Contains((row, column)))
                {
                    continue;
                }

                var lastColumn = column;
                while (lastColumn + 2 < columns.Count && !Wall(columns[lastColumn + 1], rows[row], rows[row + 1]))
                {
                    lastColumn++;
                }

                var lastRow = row;
                while (lastRow + 2 < rows.Count && !Floor(rows[lastRow + 1], columns[column], columns[column + 1]))
                {
                    lastRow++;
                }

                taken.UnionWith(from y in Enumerable.Range(row, lastRow - row + 1) from x in Enumerable.Range(column, lastColumn - column + 1) select (y, x));
                cells.Add(new Box(row, column, columns[column], rows[row], columns[lastColumn + 1], rows[lastRow + 1]));
            }
        }

        return cells;
    }

    private bool Wall(double x, double top, double bottom)
    {
        var middle = (top + bottom) / 2;
        return rulings.Exists(ruling => ruling.IsVertical && Math.Abs(ruling.Left - x) < Near && ruling.Top < middle && ruling.Bottom > middle);
    }

    private bool Floor(double y, double left, double right)
    {
        var middle = (left + right) / 2;
        return rulings.Exists(ruling => !ruling.IsVertical && Math.Abs(ruling.Top - y) < Near && ruling.Left < middle && ruling.Right > middle);
    }

    private static bool Touch(Ruling first, Ruling second) =>
        first.Left < second.Right + Near && second.Left < first.Right + Near && first.Top < second.Bottom + Near && second.Top < first.Bottom + Near;

    private static List<double> Positions(IEnumerable<double> values)
    {
        var positions = new List<double>();
        foreach (var value in values.Order())
        {
            if (positions.Count == 0 || value - positions[^1] > Near)
            {
                positions.Add(value);
            }
        }

        return positions;
    }

    /// <summary>One cell and its place on the page.</summary>
    private sealed record Box(int Row, int Column, double Left, double Top, double Right, double Bottom)
    {
        public bool Holds(Segment segment)
        {
            var (x, y) = (segment.Left + Math.Min(4, (segment.Right - segment.Left) / 2), (segment.Top + segment.Bottom) / 2);
            return x >= Left - 1 && x < Right && y >= Top && y < Bottom;
        }
    }
}
