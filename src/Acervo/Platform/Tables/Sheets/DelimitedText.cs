using Acervo.Platform.Text;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>The text of a delimited file in whatever encoding it was saved, and the sign that parts its cells.</summary>
internal static class DelimitedText
{
    private const int Looked = 200_000;
    private const int Rows = 40;

    private static readonly char[] Separators = [';', ',', '\t', '|'];

    public static string Decode(byte[] file) => (IsWide(file) ? System.Text.Encoding.Unicode.GetString(file) : TextFile.Decode(file)).TrimStart('\uFEFF')
        .Replace("\0", "", StringComparison.Ordinal);

    /// <summary>UTF-16 without its mark: every other byte of plain letters is zero.</summary>
    public static bool IsWide(ReadOnlySpan<byte> file)
    {
        var (length, zeros) = (Math.Min(file.Length, 400) & ~1, 0);
        for (var i = 1; i < length; i += 2)
        {
            zeros += file[i] == 0 && file[i - 1] != 0 ? 1 : 0;
        }

        return length >= 8 && zeros * 10 > length / 2 * 7;
    }

    /// <summary>The sign by which most of the first rows have equally many cells, and more than one.</summary>
    public static char SeparatorOf(string text)
    {
        var (best, most) = (';', 0);
        foreach (var sign in Separators)
        {
            var widths = new DelimitedRecords(text[..Math.Min(text.Length, Looked)], sign).Read().Take(Rows).Select(record => record.Count)
                .Where(width => width > 1).ToList();
            var score = widths.Count == 0 ? 0 : widths.GroupBy(width => width).Max(group => group.Count() * 1000) + Math.Min(widths.Max(), 900);
            (best, most) = score > most ? (sign, score) : (best, most);
        }

        return best;
    }
}
