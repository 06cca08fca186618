namespace Acervo.Platform.Forms.Reading;

/// <summary>How far two spellings are apart, in letters changed, added, dropped or swapped with a neighbour.</summary>
public static class Distance
{
    /// <summary>The distance, or <paramref name="limit"/> + 1 as soon as it is certain to be larger.</summary>
    public static int Between(string first, string second, int limit)
    {
        if (Math.Abs(first.Length - second.Length) > limit)
        {
            return limit + 1;
        }

        if (first == second)
        {
            return 0;
        }

        var (before, last, row) = (new int[second.Length + 1], new int[second.Length + 1], new int[second.Length + 1]);
        for (var column = 0; column <= second.Length; column++)
        {
            last[column] = column;
        }

        for (var line = 1; line <= first.Length; line++)
        {
            var best = row[0] = line;
            for (var column = 1; column <= second.Length; column++)
            {
                var cost = first[line - 1] == second[column - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(row[column - 1] + 1, last[column] + 1), last[column - 1] + cost);
                if (line > 1 && column > 1 && first[line - 1] == second[column - 2] && first[line - 2] == second[column - 1])
                {
                    value = Math.Min(value, before[column - 2] + 1);
                }

                row[column] = value;
                best = Math.Min(best, value);
            }

            if (best > limit)
            {
                return limit + 1;
            }

            (before, last, row) = (last, row, before);
        }

        return Math.Min(last[second.Length], limit + 1);
    }

    /// <summary>The same word as a person may mistype or a scanner misread it.</summary>
    public static bool Alike(string first, string second) =>
        first == second || Between(first, second, Math.Max(first.Length, second.Length) / 4) <= Math.Max(first.Length, second.Length) / 4;
}
