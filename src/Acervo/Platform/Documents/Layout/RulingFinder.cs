namespace Acervo.Platform.Documents.Layout;

/// <summary>Finds the straight lines drawn on a page: long unbroken runs of ink, longer than any stroke of a letter.</summary>
internal static class RulingFinder
{
    private const double LeastLevel = 22;
    private const double LeastUpright = 15;

    public static IReadOnlyList<Ruling> Find(PageBitmap page)
    {
        var rulings = new List<Ruling>();
        for (var y = 0; y < page.Height; y++)
        {
            foreach (var (from, to) in Runs(page.Pixels, y * page.Width, 1, page.Width, LeastLevel / page.Points(1)))
            {
                rulings.Add(new Ruling(page.Points(from), page.Points(y), page.Points(to), page.Points(y)));
            }
        }

        for (var x = 0; x < page.Width; x++)
        {
            foreach (var (from, to) in Runs(page.Pixels, x, page.Width, page.Height, LeastUpright / page.Points(1)))
            {
                rulings.Add(new Ruling(page.Points(x), page.Points(from), page.Points(x), page.Points(to)));
            }
        }

        return rulings;
    }

    /// <summary>The long runs of ink along one row or one column of dots.</summary>
    private static List<(int From, int To)> Runs(ReadOnlySpan<byte> pixels, int start, int step, int length, double least)
    {
        List<(int, int)> runs = [];
        var from = -1;
        for (var at = 0; at <= length; at++)
        {
            var dark = at < length && pixels[start + at * step] < PageBitmap.Ink;
            if (dark && from < 0)
            {
                from = at;
            }
            else if (!dark && from >= 0)
            {
                if (at - from >= least)
                {
                    runs.Add((from, at));
                }

                from = -1;
            }
        }

        return runs;
    }
}
