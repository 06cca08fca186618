namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>The ink of a word without gaps between its letters and without lines that run through the whole place: those are borders and underlines.</summary>
internal sealed class WordStrokes
{
    private readonly int[] sums;
    private readonly int height;

    private WordStrokes(int[] sums, int height, double trim) => (this.sums, this.height, Trim) = (sums, height, trim);

    public double Trim { get; }

    private int Width => (sums.Length / (height + 1)) - 1;

    public static WordStrokes? Of(WordInk ink)
    {
        var isLine = new bool[ink.Height];
        var inLine = new int[ink.Height];
        var inColumn = new int[ink.Width];
        for (var y = 0; y < ink.Height; y++)
        {
            for (var x = 0; x < ink.Width; x++)
            {
                inLine[y] += ink[x, y] ? 1 : 0;
            }

            isLine[y] = inLine[y] >= Math.Max(ink.Width - 1, 3);
            for (var x = 0; x < ink.Width && !isLine[y]; x++)
            {
                inColumn[x] += ink[x, y] ? 1 : 0;
            }
        }

        List<int> columns = [];
        for (var x = 0; x < ink.Width; x++)
        {
            if (inColumn[x] > 0 && (inColumn[x] < ink.Height - 1 || (x > 0 && x < ink.Width - 1)))
            {
                columns.Add(x);
            }
        }

        var (top, bottom) = (0, ink.Height);
        while (top < bottom && (isLine[top] || inLine[top] == 0))
        {
            top++;
        }

        while (bottom > top && (isLine[bottom - 1] || inLine[bottom - 1] == 0))
        {
            bottom--;
        }

        return columns.Count < 2 || bottom - top < 3 ? null : new WordStrokes(Sums(ink, columns, isLine, top, bottom), bottom - top, ink.Trim);
    }

    /// <summary>The strokes in that many columns.</summary>
    public WordShape? Shape(int columns)
    {
        var shares = new float[columns * WordShape.Rows];
        for (var column = 0; column < columns; column++)
        {
            var (x0, x1) = WordShape.Span(0, Width, column, columns);
            for (var row = 0; row < WordShape.Rows; row++)
            {
                var (y0, y1) = WordShape.Span(0, height, row, WordShape.Rows);
                var ink = Sum(x1, y1) - Sum(x0, y1) - Sum(x1, y0) + Sum(x0, y0);
                shares[(column * WordShape.Rows) + row] = (float)ink / ((x1 - x0) * (y1 - y0));
            }
        }

        return WordShape.Of(shares);
    }

    private static int[] Sums(WordInk ink, List<int> columns, bool[] isLine, int top, int bottom)
    {
        var height = bottom - top;
        var sums = new int[(columns.Count + 1) * (height + 1)];
        for (var x = 0; x < columns.Count; x++)
        {
            var run = 0;
            for (var y = 0; y < height; y++)
            {
                run += !isLine[top + y] && ink[columns[x], top + y] ? 1 : 0;
                sums[((x + 1) * (height + 1)) + y + 1] = sums[(x * (height + 1)) + y + 1] + run;
            }
        }

        return sums;
    }

    private int Sum(int x, int y) => sums[(x * (height + 1)) + y];
}
