using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Acervo.Tests.Platform.Search;

/// <summary>Every search that the site offers as an example finds something.</summary>
[Collection(SearchBank.Name)]
public sealed partial class ExampleTests(SearchBank bank)
{
    private static readonly string[] Pages =
        ["/", "/practicas", "/lecciones", "/buscar", "/buscar?q=zqxwvk", "/datos", "/datos/api", "/accesibilidad", "/nada-de-nada"];

    [Fact]
    public async Task Whatever_a_page_says_to_try_finds_something()
    {
        List<string> asked = [];
        foreach (var path in Pages)
        {
            var page = (await bank.VisitAsync(path)).Page;
            asked.AddRange(page.QuerySelectorAll("input[placeholder^='Por ejemplo: ']").Where(box => box.GetAttribute("name") == "q")
                .Select(box => "/buscar?q=" + Uri.EscapeDataString(box.GetAttribute("placeholder")!["Por ejemplo: ".Length..])));
            asked.AddRange(page.QuerySelectorAll("main a[href*='?q=']").Select(link => link.GetAttribute("href")!));
            asked.AddRange(page.QuerySelectorAll("main code").SelectMany(code => Address().Matches(code.TextContent)).Select(match => match.Value));
        }

        asked.RemoveAll(path => path.Contains("zqxwvk", StringComparison.Ordinal) || path.Contains('…', StringComparison.Ordinal));
        Assert.Contains(asked, path => path.StartsWith("/buscar", StringComparison.Ordinal));
        Assert.Contains(asked, path => path.StartsWith("/datos/", StringComparison.Ordinal));
        Assert.Contains(asked, path => path.StartsWith("/api/v1/publications", StringComparison.Ordinal));
        Assert.Contains(asked, path => path.StartsWith("/api/v1/suggest", StringComparison.Ordinal));
        foreach (var path in asked.Distinct())
        {
            Assert.True(Found(path, await bank.VisitAsync(path)), path);
        }
    }

    private static bool Found(string path, Answer answer) => path switch
    {
        _ when path.StartsWith("/api/v1/publications", StringComparison.Ordinal) =>
            JsonDocument.Parse(answer.Body).RootElement.GetProperty("total").GetInt32() > 0,
        _ when path.StartsWith("/api/v1/suggest", StringComparison.Ordinal) => JsonDocument.Parse(answer.Body).RootElement.GetArrayLength() > 0,
        _ when path.StartsWith("/datos/", StringComparison.Ordinal) => answer.Body.Trim().Split('\n').Length > 1,
        _ => answer.Page.QuerySelectorAll(".result").Length > 0,
    };

    /// <summary>An address with words, in what is to be copied.</summary>
    [GeneratedRegex(@"/[a-z0-9/.]+\?q=[^\s'""]+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
