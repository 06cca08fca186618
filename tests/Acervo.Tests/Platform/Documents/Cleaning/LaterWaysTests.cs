using System.Diagnostics;
using System.Text;
using Acervo.Platform.Documents.Cleaning;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>What was tried against the cleaners once they were done.</summary>
public sealed class LaterWaysTests
{
    public static TheoryData<string> Ways => [.. LaterWays.Ways.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public void No_word_hidden_by_a_later_way_survives(string way)
    {
        var (kind, write) = LaterWays.Ways[way];
        var copy = DocumentCleaner.Clean(write(), kind).Bytes;

        Assert.Empty(Canaries.In(copy));
        if (kind == CleanableKind.Pdf)
        {
            Assert.DoesNotContain("CANARIO", Text(copy), StringComparison.Ordinal);
            Assert.DoesNotContain(";", Text(copy), StringComparison.Ordinal);
            Assert.DoesNotContain(Shades(copy), shade => shade is > (char)225 and < (char)250);
        }
        else if (kind == CleanableKind.Png)
        {
            Assert.All(Pictures.Pixels(copy).Cast<SkiaSharp.SKColor>(), pixel => Assert.Equal(SkiaSharp.SKColors.White, pixel));
        }
    }

    private static string Text(byte[] pdf) => Run("pdftotext", pdf, "-");

    // Letters that are seen leave few pixels of each shade; pale ones leave many of one.
    private static IEnumerable<char> Shades(byte[] pdf) =>
        Run("pdftoppm", pdf, null, "-gray", "-r", "150").Skip(20).GroupBy(shade => shade).Where(group => group.Count() > 200).Select(group => group.Key);

    private static string Run(string program, byte[] pdf, string? last, params string[] options)
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, pdf);
        using var process = Process.Start(new ProcessStartInfo(program,
            [.. options, path, .. last is null ? Array.Empty<string>() : [last]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.Latin1
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        File.Delete(path);
        return output;
    }
}
