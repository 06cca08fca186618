using System.Diagnostics;
using Acervo.Platform.Documents;

namespace Acervo.Tests.Platform.Documents;

/// <summary>A page that somebody photographed with a phone and sent as it came: shaded, askew, lying on its side.</summary>
public sealed class PhotographTests
{
    private static readonly string[] Lines = ["El equipo revisó cada trámite durante doce semanas", "y anotó lo que salió distinto de lo esperado."];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public async Task A_photograph_is_read_the_way_up_that_the_camera_noted(ushort turn)
    {
        var jpeg = await JpegAsync((await PageAsync()).Quarters(QuartersBack(turn)));
        var document = await DocumentParser.ParseAsync([jpeg[0], jpeg[1], .. Exif(turn), .. jpeg[2..]], cancel: TestContext.Current.CancellationToken);
        AssertRead(document);
    }

    [Theory]
    [InlineData(2.5, 0.35)]
    [InlineData(-3, 0.6)]
    public async Task A_shaded_photograph_of_a_page_laid_askew_is_read(double degrees, double darkest)
    {
        var photograph = (await PageAsync()).Turned(degrees).Photographed(darkest, 6, 1).ToPng();
        AssertRead(await DocumentParser.ParseAsync(photograph, cancel: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_hidden_in_a_photograph_is_not_taken_for_its_page()
    {
        var jpeg = await JpegAsync(await PageAsync());
        var comment = System.Text.Encoding.ASCII.GetBytes("\n3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 8000 8000]/Contents 9 0 R>> endobj\n9 0 obj "
            + "<</Length 5>> stream\nBT ET\nendstream endobj\n");
        byte[] segment = [0xFF, 0xFE, (byte)((comment.Length + 2) >> 8), (byte)(comment.Length + 2), .. comment];
        AssertRead(await DocumentParser.ParseAsync([jpeg[0], jpeg[1], .. segment, .. jpeg[2..]], cancel: TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(10, 2000)]
    [InlineData(2000, 10)]
    [InlineData(1, 1)]
    public async Task A_strip_with_shadows_is_refused_in_words(int width, int height)
    {
        var strip = new Drawing(width, height, [.. Enumerable.Range(0, width * height).Select(dot => (byte)(dot / 200 % 2 == 0 ? 20 : 250))]).ToPng();
        var refusal = await Assert.ThrowsAsync<DocumentException>(() => DocumentParser.ParseAsync(strip, cancel: TestContext.Current.CancellationToken));
        Assert.Contains("imagen", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_larger_than_any_sheet_is_refused_before_it_is_drawn()
    {
        var pdf = LinePdf.Of(24_000, 24_000, Lines);
        var refusal = await Assert.ThrowsAsync<DocumentException>(() => DocumentParser.ParseAsync(pdf, cancel: TestContext.Current.CancellationToken));
        Assert.Contains("más grandes", refusal.Message, StringComparison.Ordinal);
    }

    private static void AssertRead(DocumentText document)
    {
        var text = string.Join(' ', DocumentLines.Of(document.Blocks));
        Assert.All(Lines, line => Assert.Contains(line, text, StringComparison.Ordinal));
    }

    /// <summary>How many quarters of a turn undo what the camera noted.</summary>
    private static int QuartersBack(ushort turn) => turn switch { 3 => 2, 6 => 3, 8 => 1, _ => 0 };

    private static byte[] Exif(ushort turn) =>
        [0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turn, 0, 0, 0, 0, 0, 0];

    private static async Task<Drawing> PageAsync() =>
        Drawing.FromPgm(await RunAsync("pdftoppm", LinePdf.Of(Enumerable.Range(0, 12).Select(line => Lines[line % 2])), "-gray", "-r", "200", "-"));

    /// <summary>The picture as a camera packs it: the page of a PDF, drawn as JPEG.</summary>
    private static async Task<byte[]> JpegAsync(Drawing drawing) =>
        await RunAsync("pdftoppm", PicturePdf.Of([drawing], 200), "-jpeg", "-gray", "-r", "200", "-");

    private static async Task<byte[]> RunAsync(string program, byte[] input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync();
        return output.ToArray();
    }
}
