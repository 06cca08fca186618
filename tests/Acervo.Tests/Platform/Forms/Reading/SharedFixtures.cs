using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>The fichas that lie beside the repository, and their scoring program; tests are skipped where they are missing.</summary>
internal static partial class SharedFixtures
{
    private static readonly string? Folder = Find();

    public static string Path(string name)
    {
        if (Folder is null)
        {
            Assert.Skip("The shared fixtures are not beside the repository.");
        }

        return System.IO.Path.Combine(Folder, name);
    }

    /// <summary>The same for a record that a test invented.</summary>
    public static async Task<(double Total, string Report)> ScoreRecordsAsync(string expected, string actual)
    {
        var folder = Directory.CreateTempSubdirectory("acervo-prueba-");
        try
        {
            await File.WriteAllTextAsync(System.IO.Path.Combine(folder.FullName, "invented.expected.json"), expected);
            return await ScoreAsync(System.IO.Path.Combine(folder.FullName, "invented"), actual);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The share of the record that is right, in percent, and what the scoring program says.</summary>
    public static async Task<(double Total, string Report)> ScoreAsync(string ficha, string json)
    {
        var actual = System.IO.Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(actual, json);
            using var process = Process.Start(new ProcessStartInfo("python3",
                [Path("score.py"), Path(ficha + ".expected.json"), actual])
            { RedirectStandardOutput = true, UseShellExecute = false })!;
            var report = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (double.Parse(Total().Match(report).Groups["percent"].Value, System.Globalization.CultureInfo.InvariantCulture), report);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not installed.");
            throw;
        }
        finally
        {
            File.Delete(actual);
        }
    }

    private static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Acervo.slnx")))
        {
            folder = folder.Parent;
        }

        var shared = folder is null ? null : System.IO.Path.GetFullPath(System.IO.Path.Combine(folder.FullName, "..", "shared", "fixtures"));
        return Directory.Exists(shared) ? shared : null;
    }

    [GeneratedRegex(@"TOTAL (?<percent>[\d.]+) %", RegexOptions.None, 1000)]
    private static partial Regex Total();
}
