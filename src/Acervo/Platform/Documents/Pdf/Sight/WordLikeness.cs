namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>How much the ink of one word is like the ink of another, whatever their sizes: 1 for the same, near 0 for two different words.</summary>
internal static class WordLikeness
{
    private const int Rows = 12;
    private const int ColumnsPerLetter = 4;
    private const int MostColumns = 120;
    private const int Shift = 2;

    public static double Between(WordInk one, WordInk other, int letters)
    {
        var columns = Math.Min(letters * ColumnsPerLetter, MostColumns);
        return Grid(one, columns) is { } first && Grid(other, columns) is { } second
            ? Enumerable.Range(-Shift, 2 * Shift + 1).Max(shift => Correlation(first, second, columns, shift))
            : -1;
    }

    /// <summary>The inked part of the picture as a small grid of shares of ink.</summary>
    private static double[]? Grid(WordInk ink, int columns)
    {
        var (left, right, top, bottom) = (int.MaxValue, -1, int.MaxValue, -1);
        for (var y = 0; y < ink.Height; y++)
        {
            for (var x = 0; x < ink.Width; x++)
            {
                if (ink[x, y])
                {
                    (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x + 1), Math.Min(top, y), Math.Max(bottom, y + 1));
                }
            }
        }

        if (right < 0)
        {
            return null;
        }

        var grid = new double[Rows * columns];
        for (var row = 0; row < Rows; row++)
        {
            var (y0, y1) = Span(top, bottom, row, Rows);
            for (var column = 0; column < columns; column++)
            {
                var (x0, x1) = Span(left, right, column, columns);
                var count = 0;
                for (var y = y0; y < y1; y++)
                {
                    for (var x = x0; x < x1; x++)
                    {
                        count += ink[x, y] ? 1 : 0;
                    }
                }

                grid[row * columns + column] = (double)count / ((y1 - y0) * (x1 - x0));
            }
        }

        return grid;
    }

    private static (int From, int To) Span(int start, int end, int part, int parts)
    {
        var from = start + (int)((double)(end - start) * part / parts);
        return (from, Math.Max(from + 1, start + (int)Math.Ceiling((double)(end - start) * (part + 1) / parts)));
    }

    private static double Correlation(double[] first, double[] second, int columns, int shift)
    {
        var (count, sumA, sumB, sumAA, sumBB, sumAB) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var row = 0; row < Rows; row++)
        {
            for (var column = Math.Max(0, -shift); column < Math.Min(columns, columns - shift); column++)
            {
                var (a, b) = (first[row * columns + column], second[row * columns + column + shift]);
                count++;
                sumA += a;
                sumB += b;
                sumAA += a * a;
                sumBB += b * b;
                sumAB += a * b;
            }
        }

        var (spreadA, spreadB) = (sumAA - sumA * sumA / count, sumBB - sumB * sumB / count);
        return spreadA <= 0 || spreadB <= 0 ? -1 : (sumAB - sumA * sumB / count) / Math.Sqrt(spreadA * spreadB);
    }
}
