using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The words of printed pages that leave ink: where a word should stand the page is not of one colour, and it is large enough to be read.</summary>
internal static class InkedWords
{
    private const int LeastContrast = 40;
    private const double LeastHeight = 3;

    /// <param name="pages">The pages as <c>pdftotext -bbox</c> tells them, in points.</param>
    /// <param name="pictures">The same pages one after the other as PPM, one dot a point.</param>
    public static IReadOnlyList<string> Of(IEnumerable<XElement> pages, byte[] pictures)
    {
        List<string> words = [];
        var at = 0;
        foreach (var page in pages)
        {
            var (width, height) = (Number(pictures, ref at, skip: 2), Number(pictures, ref at));
            Number(pictures, ref at);
            var dots = pictures.AsSpan(at + 1, checked(width * height * 3));
            at += 1 + dots.Length;
            foreach (var word in page.Elements().Where(element => element.Name.LocalName == "word"))
            {
                if (HasInk(dots, width, height, word))
                {
                    words.AddRange(WrittenWords.Pieces(word.Value));
                }
            }
        }

        return words;
    }

    private static bool HasInk(ReadOnlySpan<byte> dots, int width, int height, XElement word)
    {
        var (left, top, right, bottom) = (Side(word, "xMin"), Side(word, "yMin"), Side(word, "xMax"), Side(word, "yMax"));
        if (bottom - top < LeastHeight)
        {
            return false;
        }

        Span<byte> least = [255, 255, 255];
        Span<byte> most = [0, 0, 0];
        for (var y = Math.Max((int)top, 0); y < Math.Min(bottom, height); y++)
        {
            for (var x = Math.Max((int)left, 0); x < Math.Min(right, width); x++)
            {
                for (var channel = 0; channel < 3; channel++)
                {
                    var dot = dots[(((y * width) + x) * 3) + channel];
                    least[channel] = Math.Min(least[channel], dot);
                    most[channel] = Math.Max(most[channel], dot);
                }
            }
        }

        return most[0] - least[0] > LeastContrast || most[1] - least[1] > LeastContrast || most[2] - least[2] > LeastContrast;
    }

    private static double Side(XElement word, string name) =>
        double.TryParse((string?)word.Attribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var side) ? side : 0;

    private static int Number(byte[] picture, ref int at, int skip = 0)
    {
        at += skip;
        while (at < picture.Length && !char.IsAsciiDigit((char)picture[at]))
        {
            at++;
        }

        var digits = new StringBuilder();
        while (at < picture.Length && char.IsAsciiDigit((char)picture[at]))
        {
            digits.Append((char)picture[at++]);
        }

        return int.TryParse(digits.ToString(), CultureInfo.InvariantCulture, out var number) ? number
            : throw new FileNotFoundException("A page was not drawn.");
    }
}
