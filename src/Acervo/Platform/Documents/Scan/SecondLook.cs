using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Acervo.Platform.Documents.Layout;

namespace Acervo.Platform.Documents.Scan;

/// <summary>
/// Looks again, with the English model, at the words that the Spanish one reads badly: addresses, file names and uncertain mixtures of
/// signs. The Spanish model does not know the «@».
/// </summary>
internal static partial class SecondLook
{
    private const double Uncertain = 0.6;
    private const int MostWords = 12;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static async Task<List<ScannedWord>> ImproveAsync(List<ScannedWord> words, string image, double scale, WorkFolder folder, CancellationToken cancel)
    {
        var doubtful = words.Select((word, index) => (word.Place, Index: index)).Where(item => IsDoubtful(item.Place)).Take(MostWords).ToList();
        if (doubtful.Count == 0)
        {
            return words;
        }

        var pixels = await File.ReadAllBytesAsync(image, cancel);
        var better = new List<ScannedWord>(words);
        foreach (var (place, index) in doubtful)
        {
            var crop = folder.File(Path.GetFileNameWithoutExtension(image) + "-detalle.pgm");
            var pad = place.Height * 0.25;
            await File.WriteAllBytesAsync(crop,
                PageBitmap.Cut(pixels, (place.Left - pad) / scale, (place.Top - pad) / scale, (place.Right + pad) / scale, (place.Bottom + pad) / scale),
                cancel);
            var text = Encoding.UTF8.GetString(await ExternalTool.RunAsync("tesseract",
                [crop, "stdout", "-l", "eng", "--psm", "7", "--dpi", (72 / scale).ToString("0", CultureInfo.InvariantCulture)], Limit, cancel)).Trim();
            if (IsBetter(place.Text.Trim(), text))
            {
                better[index] = words[index] with { Place = place with { Text = text + " " } };
            }
        }

        return better;
    }

    private static bool IsDoubtful(Segment word)
    {
        var text = word.Text.Trim();
        return text.Length > 4 && (Address().IsMatch(text)
            || (word.Confidence < Uncertain && text.Any(char.IsLetter) && text.Any(letter => !char.IsLetter(letter))));
    }

    /// <summary>The new reading must be of one word and close to the old one, or else it is of something beside it.</summary>
    private static bool IsBetter(string old, string text) => text.Length > 3 && !text.Contains(' ', StringComparison.Ordinal)
        && Forms.Reading.Distance.Between(old, text, Math.Max(2, old.Length / 4)) <= Math.Max(2, old.Length / 4) && !Accent().IsMatch(old);

    [GeneratedRegex(@"\S\.(?:gov|edu|com|org|net|mil|info|co|pdf|docx?|xlsx?|pptx?|jpe?g|png|zip)\b|^(?:https?:|www\.)|@", RegexOptions.IgnoreCase,
        ReadingLimits.PatternMilliseconds)]
    private static partial Regex Address();

    [GeneratedRegex(@"[áéíóúñüÁÉÍÓÚÑÜ]", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Accent();
}
