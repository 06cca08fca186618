using System.Text.RegularExpressions;

namespace Acervo.Tests.HouseRules;

/// <summary>Small, plain files with the names of the house, and nothing in them of one machine or one person.</summary>
public sealed partial class FileTests
{
    private const int Longest = 250;
    private const int Widest = 160;

    /// <summary>Lines of tests that were too wide when the rule was set: files of others written out. Whoever mends one lowers the number.</summary>
    private const int WideLinesLeft = 53;

    [Fact]
    public void No_file_is_over_250_lines() => SourceTree.None(
        from file in SourceTree.Files(".cs", ".cshtml", ".css", ".js")
        let lines = SourceTree.Lines(file).Length
        where lines > Longest
        select $"{file}: {lines}");

    [Fact]
    public void No_line_of_the_program_is_over_160_letters() => SourceTree.None(Wide("src/"));

    [Fact]
    public void No_more_lines_of_tests_are_over_160_letters()
    {
        var wide = Wide("tests/").ToList();
        Assert.True(wide.Count <= WideLinesLeft, $"{wide.Count} lines, {WideLinesLeft} at most:\n{string.Join('\n', wide)}");
    }

    [Fact]
    public void Half_of_the_files_are_short_and_nine_in_ten_are_not_long()
    {
        var lengths = SourceTree.Files(".cs", ".cshtml").Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .Select(path => SourceTree.Lines(path).Length).Order().ToArray();
        Assert.True(lengths[lengths.Length / 2] <= 45 && lengths[lengths.Length * 9 / 10] <= 120,
            $"median {lengths[lengths.Length / 2]}, p90 {lengths[lengths.Length * 9 / 10]}");
    }

    [Fact]
    public void No_type_is_called_what_says_nothing() => SourceTree.None(
        from declaration in Declarations()
        where Empty().IsMatch(declaration.Name)
        select $"{declaration.File}:{declaration.Line} {declaration.Name}");

    [Fact]
    public void Every_type_says_in_a_line_what_it_is_for() => SourceTree.None(
        from declaration in Declarations()
        where !declaration.IsExplained
        select $"{declaration.File}:{declaration.Line} {declaration.Name}");

    [Fact]
    public void Nothing_committed_names_a_place_of_one_machine() => SourceTree.None(
        from file in SourceTree.Files(".cs", ".cshtml", ".css", ".js", ".json", ".md", ".csv", ".txt", ".sql", ".sh", ".csproj", ".props", ".slnx")
        where !file.EndsWith("packages.lock.json", StringComparison.Ordinal)
        from line in SourceTree.Lines(file).Select((text, index) => (Text: text, Number: index + 1))
        where MachinePlace().IsMatch(line.Text)
        select $"{file}:{line.Number} {line.Text.Trim()}");

    /// <summary>From 19:00 to midnight in Bogotá, UTC is already at the next day: a day taken from a moment goes through BogotaDay.</summary>
    [Fact]
    public void A_day_is_counted_as_Bogota_counts_it() => SourceTree.None(
        from file in SourceTree.Files(".cs", ".cshtml")
        where !file.EndsWith("/BogotaTime.cs", StringComparison.Ordinal) && file != "src/Acervo/Ui/Spanish.cs"
        from line in SourceTree.Lines(file).Select((text, index) => (Text: text, Number: index + 1))
        where DayOfMoment().IsMatch(line.Text)
        select $"{file}:{line.Number} {line.Text.Trim()}");

    [Fact]
    public void Every_mobile_number_is_an_invented_one() => SourceTree.None(
        from file in SourceTree.Files(".cs", ".cshtml", ".js", ".json", ".md", ".csv", ".txt", ".sql")
        from line in SourceTree.Lines(file).Select((text, index) => (Text: text, Number: index + 1))
        from Match phone in Mobile().Matches(line.Text)
        where !Digits(phone.Value).StartsWith("30000000", StringComparison.Ordinal)
        select $"{file}:{line.Number} {phone.Value}");

    private static string Digits(string phone) => string.Concat(phone.Where(char.IsDigit));

    private static IEnumerable<Declaration> Declarations()
    {
        foreach (var file in SourceTree.Files(".cs"))
        {
            var lines = SourceTree.Lines(file);
            var isQuoted = false;
            for (var index = 0; index < lines.Length; index++)
            {
                isQuoted ^= RawQuote().Count(lines[index]) % 2 == 1;
                if (!isQuoted && Type().Match(lines[index]) is { Success: true } type)
                {
                    yield return new Declaration(file, index + 1, type.Groups["name"].Value, HasSummary(lines, index));
                }
            }
        }
    }

    /// <summary>Attributes may stand between the summary and the type. A second part of a type is introduced by the first.</summary>
    private static bool HasSummary(string[] lines, int index)
    {
        var above = index - 1;
        while (above >= 0 && (lines[above].TrimStart().StartsWith('[')
            || lines[above].TrimStart().StartsWith("/// <", StringComparison.Ordinal) && !lines[above].Contains("summary>", StringComparison.Ordinal)))
        {
            above--;
        }

        return above >= 0 && lines[above].Contains("</summary>", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Wide(string folder) =>
        from file in SourceTree.Files(".cs")
        where file.StartsWith(folder, StringComparison.Ordinal)
        from line in SourceTree.Lines(file).Select((text, index) => (Place: $"{file}:{index + 1}", text.Length))
        where line.Length > Widest
        select line.Place;

    [GeneratedRegex(@"DateOnly\.FromDateTime\(|At\.(Year|Month|Day)\b|GetDateTime\(\d+\)\.(Year|Month|Day)\b|DateTime\.Today", RegexOptions.None, 1000)]
    private static partial Regex DayOfMoment();

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref)\s+)*(?:class|record struct|record class|record|struct|interface|enum)\s+(?<name>[A-Z]\w*)", RegexOptions.None, 1000)]
    private static partial Regex Type();

    [GeneratedRegex("\"\"\"", RegexOptions.None, 1000)]
    private static partial Regex RawQuote();

    // A tag helper is what the framework calls it.
    [GeneratedRegex(@"(?:Manager|Helpers?|Utils?|Utilities|Common|Base|Impl|Dto|Extensions)$", RegexOptions.None, 1000)]
    private static partial Regex Empty();

    [GeneratedRegex(@"/wor[k]/|/tm[p]/[a-z]|/roo[t]/|/hom[e]/[a-z]", RegexOptions.None, 1000)]
    private static partial Regex MachinePlace();

    [GeneratedRegex(@"(?<![\d.\w+-])3\d{2}[ -]?\d{3}[ -]?\d{4}(?![\d\w-])", RegexOptions.None, 1000)]
    private static partial Regex Mobile();

    /// <summary>Where a type is declared.</summary>
    private sealed record Declaration(string File, int Line, string Name, bool IsExplained);
}
