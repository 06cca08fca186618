namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>
/// How much the ink of one word is like the ink of another: 1 for the same, near 0 for two different words. Letters are wider in one face
/// than in another, so columns may be matched up to one with two.
/// </summary>
internal static class WordLikeness
{
    private const int LeastBand = 3;
    private const double BandShare = 0.15;

    /// <summary>Both have as many columns.</summary>
    public static double Between(WordShape one, WordShape other)
    {
        var size = Math.Min(one.Columns, other.Columns);
        var band = Math.Max(LeastBand, (int)(BandShare * size));
        var width = (2 * band) + 1;
        var (costs, best) = (new float[(size + 1) * width], new float[(size + 1) * width]);
        Array.Fill(best, float.PositiveInfinity);
        best[band] = 0;
        for (var row = 1; row <= size; row++)
        {
            for (var at = Math.Max(0, band - row + 1); at < width && row - band + at <= size; at++)
            {
                var column = row - band + at;
                var here = Difference(one[row - 1], other[column - 1]);
                costs[(row * width) + at] = here;
                var least = best[((row - 1) * width) + at] + (2 * here);
                if (at > 0 && column > 1)
                {
                    least = Math.Min(least, best[((row - 1) * width) + at - 1] + here + (2 * costs[(row * width) + at - 1]));
                }

                if (at + 1 < width && row > 1)
                {
                    least = Math.Min(least, best[((row - 2) * width) + at + 1] + here + (2 * costs[((row - 1) * width) + at + 1]));
                }

                best[(row * width) + at] = least;
            }
        }

        var sum = best[(size * width) + band];
        return float.IsInfinity(sum) ? -1 : 1 - (sum / size / 4);
    }

    private static float Difference(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sum = 0f;
        for (var at = 0; at < WordShape.Rows; at++)
        {
            var difference = one[at] - other[at];
            sum += difference * difference;
        }

        return sum / WordShape.Rows;
    }
}
