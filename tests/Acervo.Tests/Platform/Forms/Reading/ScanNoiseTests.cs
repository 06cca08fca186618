using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms;
using Acervo.Tests.Platform.Documents;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>
/// Fichas scanned at several resolutions, laid askew, or photographed with a shadow over the page: the best and the worst of them, and with
/// <c>ACERVO_BARS=full</c>, as <c>bin/bench</c> runs it, those between too.
/// </summary>
public sealed class ScanNoiseTests
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("ACERVO_BARS") == "full";

    public static TheoryData<int, double, double, int> Papers => Full
        ? new() { { 150, 0, 1, 0 }, { 200, 2.5, 0.4, 8 }, { 200, 1.2, 1, 6 }, { 300, -0.8, 1, 10 }, { 200, 0.5, 0.25, 4 } }
        : new() { { 150, 0, 1, 0 }, { 200, 2.5, 0.25, 8 } };

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task A_scan_or_photograph_is_read_nearly_as_well_as_the_paper(int resolution, double degrees, double darkest, int grain)
    {
        Assert.SkipUnless(Office.IsInstalled, "LibreOffice is not installed.");
        var ficha = PrintedPapers.Scanned;
        var form = ficha.Form;

        var pages = await PicturesAsync(await PrintedPapers.ScannedPdfAsync(), resolution);
        var scan = PicturePdf.Of(pages.Select((page, index) => (degrees == 0 ? page : page.Turned(degrees)).Photographed(darkest, grain, index)), resolution);
        var reading = FichaReader.Read(await DocumentParser.ParseAsync(scan, cancel: TestContext.Current.CancellationToken));

        var record = new Dictionary<string, object?>
        {
            ["format"] = form.Code,
            ["version"] = form.Version,
            ["filledOn"] = ficha.FilledOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["fields"] = ficha.Answers.ToJsonObject()
        };
        var read = new Dictionary<string, object?>
        {
            ["format"] = reading.Form.Code,
            ["version"] = reading.Form.Version,
            ["filledOn"] = reading.FilledOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["fields"] = reading.Answers.ToJsonObject()
        };
        var (total, report) = await SharedFixtures.ScoreRecordsAsync(JsonSerializer.Serialize(record, FormJson.Options),
            JsonSerializer.Serialize(read, FormJson.Options));
        Assert.True(total >= 95, report);
    }

    private static async Task<List<Drawing>> PicturesAsync(byte[] pdf, int resolution)
    {
        var folder = Directory.CreateTempSubdirectory("acervo-prueba-");
        try
        {
            var source = Path.Combine(folder.FullName, "ficha.pdf");
            await File.WriteAllBytesAsync(source, pdf);
            using var process = Process.Start(new ProcessStartInfo("pdftoppm",
                ["-gray", "-r", resolution.ToString(CultureInfo.InvariantCulture), source, Path.Combine(folder.FullName, "p")]))!;
            await process.WaitForExitAsync();
            return [.. folder.EnumerateFiles("*.pgm").OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => Drawing.FromPgm(File.ReadAllBytes(file.FullName)))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
