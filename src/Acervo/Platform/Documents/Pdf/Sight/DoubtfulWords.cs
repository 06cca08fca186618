using System.Globalization;
using System.Text;
using Acervo.Platform.Documents.Layout;
using Acervo.Platform.Documents.Scan;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>Recognises the pictures of words that do not look like what they say, all of them on one sheet and at once, and decides whom to believe.</summary>
internal sealed class DoubtfulWords(string path, WorkFolder folder)
{
    private const int Resolution = 250;
    private const int MostWords = 40;
    private const int MostPages = 4;
    private const int Gap = 24;
    private const double PointsPerInch = 72;

    /// <summary>From this share of all words on, the pages are read as pictures.</summary>
    private const double LieShare = 0.25;
    private const int FewestDoubtful = 10;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public bool IsLie { get; private set; }

    /// <summary>The pages of which so much is drawn otherwise, by their numbers.</summary>
    public IReadOnlySet<int> Lies { get; private set; } = new HashSet<int>();

    public IReadOnlyList<string> Findings { get; private set; } = [];

    public async Task SettleAsync(IReadOnlyList<(int Page, PdfPiece Piece)> doubtful, IReadOnlyList<int> compared, CancellationToken cancel)
    {
        var pages = doubtful.GroupBy(each => each.Page).OrderByDescending(page => page.Count()).Take(MostPages).Select(page => page.Key).ToHashSet();
        var chosen = doubtful.Where(each => pages.Contains(each.Page)).OrderBy(each => each.Piece.Likeness).Take(MostWords).ToList();
        var drawn = await RecogniseAsync(chosen, cancel);
        var denied = 0;
        foreach (var (index, (_, piece)) in chosen.Index())
        {
            if (!Says(drawn[index], piece.Word.Text))
            {
                piece.Loss = "Se dibuja otra cosa";
                denied++;
            }
        }

        IsLie = IsMuch(denied, chosen.Count, doubtful.Count, compared.Sum());
        Lies = chosen.GroupBy(each => each.Page).Where(page => IsMuch(page.Count(each => each.Piece.Loss is not null), page.Count(),
            doubtful.Count(each => each.Page == page.Key), compared[page.Key])).Select(page => page.Key + 1).ToHashSet();
        if (doubtful.Count > chosen.Count && denied > chosen.Count / 4)
        {
            Findings = [$"Hay {doubtful.Count - chosen.Count} palabras más cuyo dibujo no se parece a lo que dicen y que no se alcanzaron a comparar. Compare "
                + "lo leído con el PDF."];
        }
    }

    private static bool IsMuch(int denied, int chosen, int doubtful, int compared) =>
        denied > chosen / 2 && doubtful > Math.Max(compared * LieShare, FewestDoubtful);

    /// <summary>
    /// The picture says the word, but for what recognition usually gets wrong, and figures are figures. Of two or three letters alone little can be told.
    /// </summary>
    private static bool Says(string drawn, string word)
    {
        var (seen, meant) = (Words.Key(drawn), Words.Key(word));
        if (meant.Length == 0 || seen == meant || seen.Contains(meant, StringComparison.Ordinal))
        {
            return true;
        }

        if (meant.Any(char.IsDigit) && seen.Any(char.IsDigit) && !seen.Where(char.IsDigit).SequenceEqual(meant.Where(char.IsDigit)))
        {
            return false;
        }

        return meant.Length < 4 ? seen.Length == 0 || seen.Intersect(meant).Any()
            : Distance.Between(seen, meant, meant.Length) <= Math.Max(1, meant.Length * 2 / 5);
    }

    private async Task<string[]> RecogniseAsync(List<(int Page, PdfPiece Piece)> words, CancellationToken cancel)
    {
        var pictures = new byte[words.Count][];
        foreach (var page in words.Select((word, index) => (word.Page, word.Piece.Word, Index: index)).GroupBy(word => word.Page))
        {
            var number = (page.Key + 1).ToString(CultureInfo.InvariantCulture);
            var sheet = await ExternalTool.RunAsync("pdftoppm",
                ["-gray", "-r", Resolution.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, path], Limit, cancel);
            foreach (var (_, word, index) in page)
            {
                const double Scale = Resolution / PointsPerInch;
                var pad = word.Height * 0.1;
                pictures[index] = PageBitmap.Cut(sheet, (word.Left - pad) * Scale, (word.Top - pad) * Scale, (word.Right + pad) * Scale,
                    (word.Bottom + pad) * Scale);
            }
        }

        return await ReadAsync(pictures, words.ConvertAll(word => word.Piece.Turned), cancel);
    }

    /// <summary>One word under the other, dark on light, each with white around.</summary>
    private async Task<string[]> ReadAsync(byte[][] pictures, List<bool> isTurned, CancellationToken cancel)
    {
        var rows = pictures.Select((picture, index) => PageBitmap.Read(picture, Resolution) is var row && isTurned[index] ? row.Turned() : row).ToList();
        var (width, height) = (rows.Max(row => row.Width) + (2 * Gap), rows.Sum(row => row.Height + Gap) + Gap);
        var sheet = new byte[width * height];
        Array.Fill(sheet, (byte)255);
        var (tops, top) = (new List<int>(), Gap);
        foreach (var row in rows)
        {
            tops.Add(top);
            var dark = row.Dots.Order().ElementAt(row.Dots.Length / 2) < 128;
            for (var y = 0; y < row.Height; y++)
            {
                for (var x = 0; x < row.Width; x++)
                {
                    var dot = row.Dots[(y * row.Width) + x];
                    sheet[((top + y) * width) + Gap + x] = dark ? (byte)(255 - dot) : dot;
                }
            }

            top += row.Height + Gap;
        }

        var file = folder.File("palabras.pgm");
        await File.WriteAllBytesAsync(file, [.. Encoding.ASCII.GetBytes($"P5\n{width} {height}\n255\n"), .. sheet], cancel);
        var table = await ExternalTool.RunAsync("tesseract",
            [file, "stdout", "-l", "spa", "--psm", "6", "-c", "tessedit_create_tsv=1", "--dpi", Resolution.ToString(CultureInfo.InvariantCulture)], Limit,
            cancel);
        var read = new string[pictures.Length];
        Array.Fill(read, "");
        foreach (var word in TesseractTable.Words(table, 1))
        {
            var row = tops.FindLastIndex(start => start - (Gap / 2) <= (word.Place.Top + word.Place.Bottom) / 2);
            read[Math.Max(row, 0)] += word.Place.Text;
        }

        return read;
    }
}
