using System.Runtime.CompilerServices;

namespace Acervo.Tests.Snapshots;

/// <summary>A text that others depend on, kept as a file beside this one: a change to it must be seen and accepted.</summary>
internal static class Snapshot
{
    private const string Accept = "ACERVO_ACCEPT_SNAPSHOTS";

    public static void Matches(string name, string text)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        var kept = File.Exists(path) ? File.ReadAllText(path) : "";
        if (kept != text)
        {
            Assert.Fail($"Snapshots/{name} differs at line {FirstDifference(kept, text)}. If the change is meant, run the tests once with {Accept}=1 and "
                + "commit the file.");
        }
    }

    private static int FirstDifference(string kept, string text)
    {
        var (left, right) = (kept.Split('\n'), text.Split('\n'));
        return Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(i => left.ElementAtOrDefault(i) != right.ElementAtOrDefault(i)) + 1;
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
