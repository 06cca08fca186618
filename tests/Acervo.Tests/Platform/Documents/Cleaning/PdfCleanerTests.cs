using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Acervo.Platform.Documents.Cleaning;
using Xunit;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>A PDF printed again holds what is drawn and nothing else.</summary>
public sealed class PdfCleanerTests
{
    [Fact]
    public void Nothing_planted_survives_and_the_drawn_text_stays()
    {
        NeedsPoppler();
        var cleaned = DocumentCleaner.Clean(HiddenPdf.Write(), CleanableKind.Pdf);

        Assert.True(Canaries.In(HiddenPdf.Write()).Count > 15);
        Assert.Empty(Canaries.In(cleaned.Bytes));
        var text = Run("pdftotext", cleaned.Bytes, "IN", "-");
        Assert.Contains("VISIBLE texto", text);
        Assert.Contains("VISIBLE campo", text);
        Assert.DoesNotContain("CANARIO", text);
        var properties = Run("pdfinfo", cleaned.Bytes, "IN");
        Assert.Matches(@"JavaScript:\s+no", properties);
        Assert.Matches(@"Form:\s+none", properties);
        Assert.Equal(3, cleaned.Removed.Count);
    }

    [Fact]
    public void Pictures_inside_lose_their_EXIF_and_still_draw()
    {
        NeedsPoppler();
        var photo = Planted(Jpeg());
        var (width, height) = Size(photo);
        var before = HiddenPdf.Write(photo, width, height);
        var cleaned = DocumentCleaner.Clean(before, CleanableKind.Pdf).Bytes;

        Assert.Contains(Canaries.In(before), place => place.Contains("CANARIO-exif", StringComparison.Ordinal));
        Assert.Empty(Canaries.In(cleaned));
        Assert.Contains(Photo(before).Skip(20), shade => shade < 200);
        Assert.Equal(Photo(before), Photo(cleaned));
    }

    [Theory]
    [InlineData("%PDF-1.7\nnada")]
    [InlineData("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>")]
    public void A_PDF_that_cannot_be_printed_is_refused_in_words(string file)
    {
        NeedsPoppler();
        Assert.Contains("PDF", Assert.Throws<CleaningException>(() => DocumentCleaner.Clean(Encoding.ASCII.GetBytes(file), CleanableKind.Pdf)).Message);
    }

    private static void NeedsPoppler()
    {
        try
        {
            Run("pdftocairo", [], "-v");
        }
        catch (Win32Exception)
        {
            Assert.Skip("poppler-utils is not installed.");
        }
    }

    private static byte[] Jpeg() => Encoding.Latin1.GetBytes(Run("pdftoppm", HiddenPdf.Write(), "-r", "10", "-jpeg", "IN"));

    // Only the square where the photo stands: letters around it may differ by a shade.
    private static string Photo(byte[] pdf) => Run("pdftoppm", pdf, "-r", "72", "-x", "52", "-y", "404", "-W", "86", "-H", "86", "IN");

    private static byte[] Planted(byte[] jpeg)
    {
        var exif = Encoding.Latin1.GetBytes("Exif\0\0CANARIO-exif");
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    private static (int Width, int Height) Size(byte[] jpeg)
    {
        var at = Enumerable.Range(0, jpeg.Length).First(i => jpeg[i] == 0xFF && jpeg[i + 1] == 0xC0);
        return ((jpeg[at + 7] << 8) | jpeg[at + 8], (jpeg[at + 5] << 8) | jpeg[at + 6]);
    }

    private static string Run(string program, byte[] input, params string[] arguments)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, input);
            var start = new ProcessStartInfo(program, arguments.Select(argument => argument == "IN" ? path : argument))
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.Latin1,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
