namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>The look of a word whatever its size and spacing: for each column that has ink, and each of some rows, how much of it is ink.</summary>
internal sealed class WordShape
{
    public const int Rows = 12;

    private readonly float[] shares;

    private WordShape(float[] shares) => this.shares = shares;

    public int Columns => shares.Length / Rows;

    public ReadOnlySpan<float> this[int column] => shares.AsSpan(column * Rows, Rows);

    /// <summary>Shares column by column, levelled so that thick and thin letters are alike; null where there is nothing to tell apart.</summary>
    public static WordShape? Of(float[] shares)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var share in shares)
        {
            sum += share;
            squares += share * share;
        }

        var mean = sum / shares.Length;
        var spread = Math.Sqrt(Math.Max(0, (squares / shares.Length) - (mean * mean)));
        if (spread < 0.01)
        {
            return null;
        }

        for (var at = 0; at < shares.Length; at++)
        {
            shares[at] = (float)((shares[at] - mean) / spread);
        }

        return new WordShape(shares);
    }

    public static (int From, int To) Span(int start, int end, int part, int parts)
    {
        var from = start + ((end - start) * part / parts);
        var to = start + ((((end - start) * (part + 1)) + parts - 1) / parts);
        return (from, Math.Max(to, from + 1));
    }
}
