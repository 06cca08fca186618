using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Acervo.Platform.Documents.Cleaning;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>The public copy of a PDF shows what is drawn and says what is seen of it, nothing else.</summary>
public sealed class PdfCleanerTests
{
    private const string Band = "-y 160 -H 42";

    public static TheoryData<string> Ways => [.. HiddenPages.Ways.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public void No_hidden_word_survives(string way)
    {
        NeedsPrograms();
        var before = HiddenPages.Ways[way]();
        var cleaned = DocumentCleaner.Clean(before, CleanableKind.Pdf);

        Assert.NotEmpty(Canaries.In(before));
        Assert.Empty(Canaries.In(cleaned.Bytes));
        var text = Run("pdftotext", cleaned.Bytes, "IN", "-");
        Assert.Contains("VISIBLE", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CANARIO", text, StringComparison.Ordinal);

        // Not a shade of it either, where it stood.
        var band = Run("pdftoppm", cleaned.Bytes, ["-gray", "-r", "72", "-x", "40", "-W", "360", .. Band.Split(' '), "IN"]);
        var shades = band[^(360 * 42)..];
        Assert.InRange(shades.Max() - shades.Min(), 0, 2);
    }

    [Fact]
    public void The_copy_says_its_language_and_title_and_what_was_not_seen()
    {
        NeedsPrograms();
        var cleaned = DocumentCleaner.Clean(HiddenPages.Ways["white"](), CleanableKind.Pdf);
        var properties = Run("pdfinfo", cleaned.Bytes, "IN");

        Assert.Matches(@"Title:\s+VISIBLE texto del informe", properties);
        Assert.Matches(@"Tagged:\s+yes", properties);
        Assert.Matches(@"Page size:\s+612 x 792 pts", properties);
        Assert.Contains("/Lang(es-CO)", Encoding.Latin1.GetString(cleaned.Bytes), StringComparison.Ordinal);
        Assert.Contains(cleaned.Removed, sentence => sentence.Contains("nadie ve: 2 (páginas: 1)", StringComparison.Ordinal));
        Assert.Contains("VISIBLE texto del informe", Run("pdftotext", cleaned.Bytes, "IN", "-"), StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_that_say_others_are_told_and_what_is_seen_is_what_is_read()
    {
        NeedsPrograms();
        var cleaned = DocumentCleaner.Clean(HiddenPages.Ways["letters that say others"](), CleanableKind.Pdf);

        Assert.Contains("abcdef", Run("pdftotext", cleaned.Bytes, "IN", "-"), StringComparison.Ordinal);
        Assert.Contains(cleaned.Removed, sentence => sentence.Contains("no se reconocieron en la imagen", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_planted_at_once_is_gone_and_a_field_that_is_seen_stays()
    {
        NeedsPrograms();
        var before = HiddenPdf.Write();
        var cleaned = DocumentCleaner.Clean(before, CleanableKind.Pdf).Bytes;

        Assert.True(Canaries.In(before).Count > 15);
        Assert.Empty(Canaries.In(cleaned));
        Assert.Contains("VISIBLE campo", Run("pdftotext", cleaned, "IN", "-"), StringComparison.Ordinal);
        Assert.Matches(@"Form:\s+none", Run("pdfinfo", cleaned, "IN"));
    }

    [Fact]
    public void The_copy_looks_like_the_original()
    {
        NeedsPrograms();
        var before = HiddenPdf.Page("0.1 0.3 0.5 rg 60 400 200 100 re f 0.8 g 300 400 200 100 re f 0 g BT /F1 11 Tf 60 560 Td (Un renglon corriente de un "
            + "documento corriente.) Tj ET");
        var cleaned = DocumentCleaner.Clean(before, CleanableKind.Pdf).Bytes;
        var (one, other) = (Run("pdftoppm", before, "-r", "50", "IN"), Run("pdftoppm", cleaned, "-r", "50", "IN"));

        Assert.Equal(one.Length, other.Length);
        Assert.InRange(one.Zip(other, (a, b) => Math.Abs(a - b)).Average(), 0, 3);
        Assert.True(cleaned.Length < 100_000, $"One page takes {cleaned.Length} bytes.");
    }

    [Theory]
    [InlineData("%PDF-1.7\nnada")]
    [InlineData("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>")]
    public void A_PDF_that_cannot_be_drawn_is_refused_in_words(string file)
    {
        NeedsPrograms();
        Assert.Contains("PDF", Assert.Throws<CleaningException>(() => DocumentCleaner.Clean(Encoding.ASCII.GetBytes(file), CleanableKind.Pdf)).Message);
    }

    [Fact]
    public void A_page_as_large_as_a_wall_is_drawn_small_and_too_many_pages_are_refused()
    {
        NeedsPrograms();
        var wall = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(HiddenPdf.Page("")).Replace("[0 0 612 792]", "[0 0 9999 999]", StringComparison.Ordinal));
        var many = Encoding.Latin1.GetString(HiddenPdf.Page(""))
            .Replace("/Kids[3 0 R]/Count 1", $"/Kids[{string.Concat(Enumerable.Repeat("3 0 R ", 201))}]/Count 201", StringComparison.Ordinal);

        Assert.InRange(int.Parse(Regex.Match(Encoding.Latin1.GetString(DocumentCleaner.Clean(wall, CleanableKind.Pdf).Bytes), @"/Width (\d+)").Groups[1].Value,
            System.Globalization.CultureInfo.InvariantCulture), 1, 3000);
        Assert.Contains("200 páginas", Assert.Throws<CleaningException>(() => DocumentCleaner.Clean(Encoding.Latin1.GetBytes(many), CleanableKind.Pdf)).Message,
            StringComparison.Ordinal);
    }

    private static void NeedsPrograms()
    {
        try
        {
            Run("pdftocairo", [], "-v");
            Run("tesseract", [], "-v");
        }
        catch (Win32Exception)
        {
            Assert.Skip("poppler-utils or tesseract is not installed.");
        }
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
