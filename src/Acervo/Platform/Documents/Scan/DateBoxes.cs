using System.Globalization;
using System.Text;
using Acervo.Platform.Documents.Layout;

namespace Acervo.Platform.Documents.Scan;

/// <summary>
/// Looks again at the boxes under «día», «mes» and «año» that do not make a day: a border that touches a figure is read as a sign or as another
/// figure. Only figures are looked for, with the borders taken off; what is found counts where two recognisers agree and it is a day that exists.
/// </summary>
internal static class DateBoxes
{
    private const double Uncertain = 0.6;
    private const int MostDates = 6;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly string[][] Captions = [["dia", "dd"], ["mes", "mm"], ["ano", "aaaa", "aa"]];
    private static readonly string[] Models = ["spa", "eng"];

    public static async Task<List<ScannedWord>> ImproveAsync(List<ScannedWord> words, string image, double scale, WorkFolder folder, CancellationToken cancel)
    {
        var better = words;
        byte[]? page = null;
        foreach (var boxes in Find(words).Where(boxes => !IsSure(boxes)).Take(MostDates))
        {
            page ??= await File.ReadAllBytesAsync(image, cancel);
            var cuts = boxes.Select(box => PageBitmap.Cut(page, box.Left / scale, box.Top / scale, box.Right / scale, box.Bottom / scale)).ToList();
            var strip = FigureStrip.Of(cuts, boxes[0].Letters / scale);
            var crop = folder.File(Path.GetFileNameWithoutExtension(image) + "-fecha.pgm");
            await File.WriteAllBytesAsync(crop, strip.Picture, cancel);
            if (strip.Figures.All(count => count > 0) && await AgreedAsync(crop, scale, cancel) is { } figures && strip.Part(figures) is { } parts
                && IsDay(parts))
            {
                better = [.. better.Except(boxes.SelectMany(box => box.Words)), .. boxes.Zip(parts, (box, part) => box.Says(part))];
            }
        }

        return better;
    }

    /// <summary>Three captions side by side, each with what stands under it; a date of which nothing was written is none.</summary>
    private static IEnumerable<IReadOnlyList<DateBox>> Find(List<ScannedWord> words)
    {
        foreach (var day in words.Where(word => IsCaption(word, 0)))
        {
            var place = day.Place;
            var besides = words.Where(word => Math.Abs(word.Place.Bottom - place.Bottom) < place.Height && word.Place.Left > place.Right)
                .OrderBy(word => word.Place.Left).Take(2).ToList();
            if (besides is not [var month, var year] || !IsCaption(month, 1) || !IsCaption(year, 2))
            {
                continue;
            }

            var boxes = DateBox.Under([day.Place, month.Place, year.Place], words);
            if (boxes.Any(box => box.Words.Count > 0))
            {
                yield return boxes;
            }
        }
    }

    private static bool IsCaption(ScannedWord word, int which) =>
        Captions[which].Contains(Forms.Reading.Words.Fold(word.Place.Text.Trim().Trim('.', ':', '/', '|', '[', ']')), StringComparer.Ordinal);

    /// <summary>The name of a month is not for a reader of figures.</summary>
    private static bool IsSure(IReadOnlyList<DateBox> boxes) => boxes.Any(box => box.Text.Count(char.IsLetter) > 2)
        || (IsDay(boxes.Select(box => box.Text)) && boxes.SelectMany(box => box.Words).All(word => word.Place.Confidence >= Uncertain));

    private static bool IsDay(IEnumerable<string> parts) =>
        DateOnly.TryParseExact(string.Join('-', parts), ["d-M-yyyy", "d-M-yy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1990 and < 2100;

    /// <summary>What both models read; null where they differ.</summary>
    private static async Task<string?> AgreedAsync(string crop, double scale, CancellationToken cancel)
    {
        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (var model in Models)
        {
            var text = await ExternalTool.RunAsync("tesseract",
                [crop, "stdout", "-l", model, "--psm", "7", "-c", "tessedit_char_whitelist=0123456789",
                "--dpi", (72 / scale).ToString("0", CultureInfo.InvariantCulture)], Limit, cancel);
            read.Add(string.Concat(Encoding.UTF8.GetString(text).Where(char.IsAsciiDigit)));
        }

        return read.Count == 1 ? read.Single() : null;
    }
}
