namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>One face of letters, out of which the look of any word is put together.</summary>
internal sealed class LetterFace(LetterPicture?[] letters, int size)
{
    private const double ColumnsPerSize = 8;
    public const int MostLetters = 60;

    private readonly Dictionary<(string Word, double Trim), WordShape?> known = [];

    /// <summary>The look of a word of these letters, each beside the other without a gap; null when the face has none of them.</summary>
    public WordShape? Shape(byte[] codes, double trim)
    {
        var key = (Convert.ToHexString(codes), trim);
        if (!known.TryGetValue(key, out var shape))
        {
            shape = Make([.. codes.Select(code => letters[code]).OfType<LetterPicture>().Take(MostLetters)], trim);
            known[key] = shape;
        }

        return shape;
    }

    private WordShape? Make(LetterPicture[] word, double trim)
    {
        if (word.Length == 0)
        {
            return null;
        }

        var (from, to) = ((int)(trim * word[0].Line), (int)Math.Ceiling((1 - trim) * word[0].Line));
        var (top, bottom) = (Math.Max(word.Min(letter => letter.Top), from), Math.Min(word.Max(letter => letter.Bottom), to));
        if (bottom - top < 2)
        {
            return null;
        }

        var columns = Array.ConvertAll(word, letter => Math.Max(1, (int)Math.Round((letter.Right - letter.Left) * ColumnsPerSize / size)));
        var shares = new float[columns.Sum() * WordShape.Rows];
        var at = 0;
        for (var letter = 0; letter < word.Length; letter++)
        {
            for (var column = 0; column < columns[letter]; column++)
            {
                var (x0, x1) = WordShape.Span(word[letter].Left, word[letter].Right, column, columns[letter]);
                for (var row = 0; row < WordShape.Rows; row++)
                {
                    var (y0, y1) = WordShape.Span(top, bottom, row, WordShape.Rows);
                    shares[at++] = (float)word[letter].Share(x0, y0, x1, y1);
                }
            }
        }

        return WordShape.Of(shares);
    }
}
