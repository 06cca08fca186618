using System.Text.RegularExpressions;
using Acervo.Platform.Forms;

namespace Acervo.Tests.HouseRules;

/// <summary>What the documents promise exists: files, folders, forms.</summary>
public sealed partial class DocumentTests
{
    private static readonly HashSet<string> TopLevel = [.. Directory.GetFileSystemEntries(TestCluster.Repository).Select(path => Path.GetFileName(path))];

    [Fact]
    public void Every_path_named_in_a_document_exists() => SourceTree.None(
        from document in SourceTree.Files(".md")
        from line in SourceTree.Lines(document).Select((text, index) => (Text: text, Number: index + 1))
        from path in Paths(document, line.Text)
        where !Exists(path)
        select $"{document}:{line.Number} {path}");

    [Fact]
    public void Every_form_file_loads_and_is_one_of_a_kind()
    {
        var files = SourceTree.Files(".form.json").Where(file => file.StartsWith("src/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.Equal(files.Count, FormCatalogue.Default.All.Count);
        Assert.Equal(files.Count, FormCatalogue.Default.All.DistinctBy(form => (form.Code, form.Version)).Count());
        Assert.All(FormCatalogue.Default.All, form => Assert.Equal(form.Questions.Count(), form.Questions.DistinctBy(question => question.Key).Count()));
    }

    /// <summary>Paths in code marks that begin at the root of the repository, and targets of links within it.</summary>
    private static IEnumerable<string> Paths(string document, string line)
    {
        foreach (Match mark in CodeMark().Matches(line))
        {
            var path = mark.Groups["path"].Value.Split(' ')[0];
            if (path.Contains('/', StringComparison.Ordinal) && TopLevel.Contains(path.Split('/')[0]) && !Placeholder().IsMatch(path))
            {
                yield return path;
            }
        }

        foreach (Match link in Link().Matches(line))
        {
            var target = link.Groups["target"].Value.Split('#')[0];
            if (target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal))
            {
                yield return Path.Combine(Path.GetDirectoryName(document)!, target);
            }
        }
    }

    /// <summary>A path with stars exists when at least one file answers to it; two stars stand for any depth.</summary>
    private static bool Exists(string path)
    {
        if (!path.Contains('*', StringComparison.Ordinal))
        {
            var whole = Path.Combine(TestCluster.Repository, path);
            return File.Exists(whole) || Directory.Exists(whole);
        }

        var pattern = new Regex("^" + Regex.Escape(path).Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$", RegexOptions.None, TimeSpan.FromSeconds(1));
        return SourceTree.Files("").Any(file => pattern.IsMatch(file));
    }

    [GeneratedRegex(@"(?<!`)`(?<path>[^`\s]+(?: [^`]*)?)`(?!`)", RegexOptions.None, 1000)]
    private static partial Regex CodeMark();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    // Written by a run of the program or meant for the reader to fill in.
    [GeneratedRegex(@"^data/|…|[<>{}]|NNNN", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
