using System.Text.RegularExpressions;

namespace Acervo.Tests.HouseRules;

/// <summary>The walls of the house: modules meet in Platform or through Public, and nothing below knows a module.</summary>
public sealed partial class ModuleWallTests
{
    private static readonly HashSet<string> Modules =
        [.. Directory.GetDirectories(Path.Combine(SourceTree.Program, "Modules")).Select(folder => Path.GetFileName(folder))];

    private static readonly string[] Shared =
        ["src/Acervo/Platform/", "src/Acervo/Ui/", "src/Acervo/Modules/Editorial/", "src/Acervo/Modules/Home/Publications/", "src/Acervo/wwwroot/"];

    [Fact]
    public void There_are_modules_to_keep_apart() => Assert.True(Modules.Count >= 3, string.Join(", ", Modules));

    [Fact]
    public void A_module_uses_of_another_only_what_it_offers_in_Public() => SourceTree.None(
        from use in Uses()
        let home = HomeOf(use.File)
        where home is not null && use.Module != home && !use.IsPublic
        select $"{use.File}:{use.Line} uses {use.Module}");

    [Fact]
    public void Platform_and_Ui_know_no_module() => SourceTree.None(
        from use in Uses()
        where use.File.StartsWith("src/Acervo/Platform/", StringComparison.Ordinal) || use.File.StartsWith("src/Acervo/Ui/", StringComparison.Ordinal)
        select $"{use.File}:{use.Line} uses {use.Module}");

    /// <summary>Texts count too: whoever adds a kind would meet the words of another.</summary>
    [Fact]
    public void Platform_Ui_and_the_editorial_pages_say_no_word_of_a_module() => SourceTree.None(
        from file in SourceTree.Files(".cs", ".cshtml", ".js")
        where Shared.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))
        from line in SourceTree.Lines(file).Select((text, index) => (Text: text, Number: index + 1))
        where !file.EndsWith("/PassphraseRule.cs", StringComparison.Ordinal)
            && !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal) && Trade().IsMatch(line.Text)
        select $"{file}:{line.Number} {line.Text.Trim()}");

    private static IEnumerable<ModuleUse> Uses() =>
        from file in SourceTree.Files(".cs", ".cshtml").Where(path => path.StartsWith("src/Acervo/", StringComparison.Ordinal))
        from line in SourceTree.Lines(file).Select((text, index) => (Text: text, Number: index + 1))
        from Match match in Mention().Matches(line.Text)
        where Modules.Contains(match.Groups["module"].Value) && !line.Text.TrimStart().StartsWith("namespace ", StringComparison.Ordinal)
        select new ModuleUse(file, line.Number, match.Groups["module"].Value, match.Groups["public"].Success);

    private static string? HomeOf(string file) => file.Split('/') is ["src", "Acervo", "Modules", var module, _, ..] ? module : null;

    [GeneratedRegex(@"(?<!Platform\.)\bModules\.(?<module>[A-Z]\w+)(?<public>\.Public\b)?", RegexOptions.None, 1000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\b(?:buenas? )?pr[aá]cticas?\b|\blecci(?:ón|ones)\b|\bbanco\b|FT-1311|\bpractices?\b|\blessons?\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Trade();

    /// <summary>A line that names a module.</summary>
    private sealed record ModuleUse(string File, int Line, string Module, bool IsPublic);
}
