using System.Diagnostics;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>LibreOffice as the outside printer of test files.</summary>
internal static class Office
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    public static bool IsInstalled => Program is not null;

    public static async Task<byte[]> ToPdfAsync(byte[] word) => await ConvertAsync(word, "pdf");

    public static async Task<byte[]> ConvertAsync(byte[] word, string format)
    {
        var folder = Directory.CreateTempSubdirectory("acervo-office-").FullName;
        try
        {
            var source = Path.Combine(folder, "ficha.docx");
            await File.WriteAllBytesAsync(source, word);
            using var process = Process.Start(new ProcessStartInfo(Program!, ["-env:UserInstallation=file://" + Path.Combine(folder, "profile"), "--headless", "--convert-to", format, "--outdir", folder, source])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            })!;
            await process.WaitForExitAsync();
            return await File.ReadAllBytesAsync(Path.Combine(folder, "ficha." + format));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
