using System.Text.RegularExpressions;

namespace Acervo.Tests.HouseRules;

/// <summary>The files of the repository as the house rules see them: what is committed, not what is built.</summary>
internal static partial class SourceTree
{
    public static string Program { get; } = Path.Combine(TestCluster.Repository, "src", "Acervo");

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Files by the end of their name, as paths from the root of the repository.</summary>
    public static IEnumerable<string> Files(params string[] endings) => Directory.EnumerateFiles(TestCluster.Repository, "*", Everything)
        .Select(path => Path.GetRelativePath(TestCluster.Repository, path).Replace('\\', '/'))
        .Where(path => !Built().IsMatch(path) && endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal);

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(TestCluster.Repository, path));

    /// <summary>Fails with one line per offence.</summary>
    public static void None(IEnumerable<string> offences)
    {
        var found = offences.ToList();
        Assert.True(found.Count == 0, $"{found.Count} offences:\n{string.Join('\n', found)}");
    }

    [GeneratedRegex(@"(?:^|/)(?:bin/(?:Debug|Release)|obj|artifacts|data|\.git|\.vs|node_modules)(?:/|$)|^\.git$", RegexOptions.None, 1000)]
    private static partial Regex Built();
}
