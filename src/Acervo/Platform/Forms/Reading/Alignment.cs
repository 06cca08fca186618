namespace Acervo.Platform.Forms.Reading;

/// <summary>Finds a printed sentence at one place of a text although a few of its words were changed, dropped or misread.</summary>
internal static class Alignment
{
    private const double Tolerance = 0.25;

    /// <summary>How many words from <paramref name="from"/> on say the sentence; 0 when they do not.</summary>
    public static int Consume(IReadOnlyList<string> words, int from, IReadOnlyList<string> sentence)
    {
        var window = Math.Min(words.Count - from, sentence.Count + sentence.Count / 3 + 1);
        var allowed = sentence.Count < 4 ? 0 : (int)(sentence.Count * Tolerance);
        if (sentence.Count == 0 || window < sentence.Count - allowed)
        {
            return 0;
        }

        var last = new int[window + 1];
        var row = new int[window + 1];
        for (var column = 0; column <= window; column++)
        {
            last[column] = column;
        }

        for (var line = 1; line <= sentence.Count; line++)
        {
            row[0] = line;
            var best = line;
            for (var column = 1; column <= window; column++)
            {
                var cost = Distance.Alike(sentence[line - 1], words[from + column - 1]) ? 0 : 1;
                row[column] = Math.Min(Math.Min(row[column - 1], last[column]) + 1, last[column - 1] + cost);
                best = Math.Min(best, row[column]);
            }

            if (best > allowed)
            {
                return 0;
            }

            (last, row) = (row, last);
        }

        var end = Array.IndexOf(last, last.Min());
        return last[end] <= allowed ? end : 0;
    }
}
