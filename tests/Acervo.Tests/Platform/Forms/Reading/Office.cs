using System.Diagnostics;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>LibreOffice as the outside printer of test files.</summary>
internal static class Office
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, "soffice"))
        .FirstOrDefault(File.Exists);

    public static bool IsInstalled => Program is not null;

    /// <summary>Converts Word files by one start of the program.</summary>
    /// <param name="words">The files by name.</param>
    /// <param name="format">The ending of the format.</param>
    public static async Task<IReadOnlyDictionary<string, byte[]>> ConvertAsync(IReadOnlyDictionary<string, byte[]> words, string format)
    {
        var folder = Directory.CreateTempSubdirectory("acervo-office-").FullName;
        try
        {
            foreach (var (name, word) in words)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, name + ".docx"), word);
            }

            // Nobody reads what it says, and a full pipe would stop it.
            using var process = Process.Start(new ProcessStartInfo(
                Program!,
                ["-env:UserInstallation=file://" + Path.Combine(folder, "profile"), "--headless", "--norestore", "--convert-to", format, "--outdir", folder,
                .. words.Keys.Select(name => Path.Combine(folder, name + ".docx"))])
            {
                UseShellExecute = false,
            })!;
            await process.WaitForExitAsync();
            var converted = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            foreach (var name in words.Keys)
            {
                converted[name] = await File.ReadAllBytesAsync(Path.Combine(folder, $"{name}.{format}"));
            }

            return converted;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
