namespace Acervo.Platform.Documents.Layout;

/// <summary>Finds the straight lines drawn on a page: long unbroken runs of ink, longer than any stroke of a letter.</summary>
internal static class RulingFinder
{
    private const double LeastLevel = 22;
    private const double LeastUpright = 15;

    public static IReadOnlyList<Ruling> Find(PageBitmap page)
    {
        var level = Runs(page.Height, page.Width, (line, at) => page.IsInk(at, line), LeastLevel / page.Points(1))
            .Select(run => new Ruling(page.Points(run.From), page.Points(run.Line), page.Points(run.To), page.Points(run.Line)));
        var upright = Runs(page.Width, page.Height, (line, at) => page.IsInk(line, at), LeastUpright / page.Points(1))
            .Select(run => new Ruling(page.Points(run.Line), page.Points(run.From), page.Points(run.Line), page.Points(run.To)));
        return [.. level, .. upright];
    }

    private static IEnumerable<(int Line, int From, int To)> Runs(int lines, int length, Func<int, int, bool> ink, double least)
    {
        for (var line = 0; line < lines; line++)
        {
            var from = -1;
            for (var at = 0; at <= length; at++)
            {
                var dark = at < length && ink(line, at);
                if (dark && from < 0)
                {
                    from = at;
                }
                else if (!dark && from >= 0)
                {
                    if (at - from >= least)
                    {
                        yield return (line, from, at);
                    }

                    from = -1;
                }
            }
        }
    }
}
