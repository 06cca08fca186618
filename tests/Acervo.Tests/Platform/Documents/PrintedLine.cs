using Acervo.Platform.Documents;

namespace Acervo.Tests.Platform.Documents;

/// <summary>A line as a machine prints it, as a picture and nothing but its dots.</summary>
internal static class PrintedLine
{
    public static async Task<Drawing> DrawnAsync(string line) => Drawing.FromPgm(await PictureAsync(line, "-gray"));

    /// <param name="line">What it says.</param>
    /// <param name="kind">As pdftoppm calls the format of the picture.</param>
    public static async Task<byte[]> PictureAsync(string line, string kind)
    {
        using var folder = new WorkFolder();
        var path = folder.File("linea.pdf");
        await File.WriteAllBytesAsync(path, LinePdf.Of(300, 760, line), TestContext.Current.CancellationToken);
        string[] top = [kind, "-r", "150", "-x", "0", "-y", "0", "-W", "625", "-H", "200", path];
        return await ExternalTool.RunAsync("pdftoppm", top, TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }
}
