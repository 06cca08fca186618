using System.Globalization;
using System.Text;

namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>A PDF in which the words that a file claims to hold are set in a plain letter at the places where they claim to stand, to compare the look of both.</summary>
internal static class WordProof
{
    private const double LineHeight = 1.11;
    private const double Ascent = 0.9;

    /// <summary>Widths of Helvetica in thousandths, by width; letters that are not named have those of «a».</summary>
    private static readonly Dictionary<char, int> Widths = new (string Letters, int Width)[]
    {
        ("ijlíìï'", 222), (".,:;!I|/\\ ftr[]Í¡", 278), ("-()\"`", 333), ("Jcksvxyzç", 500), ("FTZ¿", 611), ("ABEKPSVXY&ÁÉÀÈ", 667),
        ("CDHNRUwÑÚÜ", 722), ("GOQÓÒ", 778), ("MmM", 833), ("W", 944), ("%", 889), ("@", 1015),
    }.SelectMany(group => group.Letters.Distinct().Select(letter => (letter, group.Width))).ToDictionary(pair => pair.letter, pair => pair.Width);

    public static byte[] Write(IReadOnlyList<(double Width, double Height, IReadOnlyList<PdfWord> Words)> pages)
    {
        var file = new StringBuilder("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
        file.Append(CultureInfo.InvariantCulture, $"2 0 obj <</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages.Select((_, page) => $"{page * 2 + 4} 0 R"))}]>> endobj\n")
            .Append("3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>> endobj\n");
        foreach (var (index, page) in pages.Index())
        {
            var draw = string.Concat(page.Words.Select(word => Draw(word, page.Height)));
            file.Append(CultureInfo.InvariantCulture, $"{index * 2 + 4} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 {page.Width:0.##} {page.Height:0.##}]/Contents {index * 2 + 5} 0 R/Resources<</Font<</F 3 0 R>>>>>> endobj\n")
                .Append(CultureInfo.InvariantCulture, $"{index * 2 + 5} 0 obj <</Length {draw.Length}>> stream\n{draw}\nendstream endobj\n");
        }

        return Encoding.Latin1.GetBytes(file.Append("trailer <</Root 1 0 R>>\n%%EOF").ToString());
    }

    private static string Draw(PdfWord word, double height)
    {
        var size = word.Height / LineHeight;
        var natural = word.Text.Sum(letter => Widths.GetValueOrDefault(letter, 556)) / 1000.0 * size;
        var text = string.Concat(word.Text.Select(letter => letter is '(' or ')' or '\\' ? "\\" + letter : letter > 255 || char.IsControl(letter) ? "?" : letter.ToString()));
        return size < 1 || natural < 1 ? ""
            : string.Create(CultureInfo.InvariantCulture, $"BT /F {size:0.##} Tf {100 * word.Width / natural:0.#} Tz {word.Left:0.##} {height - word.Top - Ascent * size:0.##} Td ({text}) Tj ET\n");
    }
}
