using System.Net;
using System.Security.Cryptography;
using System.Xml.Linq;
using Acervo.Platform.Accounts;
using Acervo.Platform.Data;
using Acervo.Platform.Modules;
using Acervo.Platform.Usage;
using Acervo.Tests.Modules.Practices;
using Acervo.Tests.Platform.OpenData;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Rights;

/// <summary>An installation with a module off, over data that the module left: nothing breaks, nothing leads nowhere, nothing of it is seen.</summary>
public sealed class SwitchedOffTests(AppHost app) : IClassFixture<AppHost>
{
    private const string Secret = "zarigüeyera";

    public static TheoryData<string> Optional => [.. ModuleList.All().Where(module => !module.IsEssential).Select(module => module.Name)];

    public static TheoryData<string> Essential => [.. ModuleList.All().Where(module => module.IsEssential).Select(module => module.Name)];

    [Theory]
    [MemberData(nameof(Optional))]
    public async Task A_module_that_is_off_breaks_nothing_and_shows_nothing(string module)
    {
        var (author, reviewer, second, administrator) = (await NewAsync(Role.Contributor), await NewAsync(Role.Reviewer), await NewAsync(Role.Reviewer),
            await NewAsync(Role.Administrator));
        await app.PublishedAsync(author, reviewer, second);
        await app.SubmittedAsync(author, $"Espera {Secret}");
        byte[] file = [.. Guid.NewGuid().ToByteArray()];
        await app.PublishAsync(9001, $"la-{module.ToLowerInvariant()}", $"La {Secret} de la cuadra", $"Se cuida la {Secret} con método.",
            facets: [new("entidad", "e1", $"Entidad {Secret}")], files: [("anexo.pdf", file)]);
        await ReadAsync($"/practicas/la-{module.ToLowerInvariant()}");
        await using var node = await app.JoinAsync(($"Modules:{module}", "false"));
        List<string> wrong = [];
        foreach (var person in new[] { null, author, reviewer, administrator })
        {
            using var visitor = person is null ? node.CreateClient() : await node.SignInAsync(person);
            string[] doors =
            [
                "/", "/buscar", "/buscar?q=cuadra", $"/buscar?q={Secret}", "/buscar?q=zarigueyeras", "/atom.xml", "/rss.xml", "/feed.json?q=cuadra",
                "/sitemap.xml", "/sitemap/1.xml", "/datos", "/datos/catalogo.json", "/datos/diccionario.csv", "/datos/uso.csv",
                "/api/v1/publications", "/api/v1/publications?q=cuadra", "/api/v1/facets", "/api/v1/suggest?q=zarig", "/buscar/sugerencias?q=cuadra",
                "/openapi/v1.json", "/verificar", "/robots.txt",
                .. person is null ? [] : (string[])["/inicio", "/cuenta"],
                .. module != "Admin" && person == administrator ? (string[])["/admin", "/admin/bitacora", "/admin/trabajos", "/admin/catalogos"] : [],
            ];
            wrong.AddRange(await CrawlAsync(visitor, doors, person?.Name ?? "visitor", isSecret: module == "Practices" && person != administrator));
        }

        if (module == "Practices")
        {
            using var visitor = node.CreateClient();
            foreach (var path in new[] { $"/practicas/la-{module.ToLowerInvariant()}", $"/archivos/{Convert.ToHexStringLower(SHA256.HashData(file))}/anexo.pdf",
                $"/api/v1/publications/practice/la-{module.ToLowerInvariant()}", $"/api/v1/usage/practice/la-{module.ToLowerInvariant()}" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync(path)).Status);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct().Take(40)));
    }

    [Theory]
    [MemberData(nameof(Essential))]
    public async Task A_module_that_the_others_stand_on_cannot_be_off(string module)
    {
        var refused = await Assert.ThrowsAsync<RuleException>(() => app.JoinAsync(($"Modules:{module}", "false")));
        Assert.Contains($"El módulo {module} no se puede apagar", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Follows every link of the site from these doors and tells what fails, leads nowhere, or says what it should not.</summary>
    private static async Task<List<string>> CrawlAsync(Visitor visitor, string[] doors, string who, bool isSecret)
    {
        var queue = new Queue<(string Path, string From)>(doors.Select(door => (door, "a door")));
        var known = doors.ToHashSet(StringComparer.Ordinal);
        List<string> wrong = [];
        for (var visits = 0; queue.TryDequeue(out var next) && visits < 250; visits++)
        {
            var answer = await visitor.VisitAsync(next.Path);
            if ((int)answer.Status >= 400)
            {
                wrong.Add($"{who}: {next.Path} from {next.From}: {(int)answer.Status}");
                continue;
            }

            // What was asked is read back; what was found would be more than that.
            var isEcho = next.Path.Contains("q=", StringComparison.Ordinal);
            if (isSecret && (answer.Body.Contains($"La {Secret}", StringComparison.OrdinalIgnoreCase)
                || answer.Body.Contains($"Entidad {Secret}", StringComparison.OrdinalIgnoreCase)
                || (!isEcho && answer.Body.Contains(Secret, StringComparison.OrdinalIgnoreCase))))
            {
                wrong.Add($"{who}: {next.Path} tells of a kind that is off");
            }

            foreach (var link in Links(answer, next.Path).Where(known.Add))
            {
                queue.Enqueue((link, next.Path));
            }
        }

        return wrong;
    }

    private static IEnumerable<string> Links(Answer answer, string path)
    {
        if (answer.Location is { } location)
        {
            return location.StartsWith('/') ? [location] : [];
        }

        var type = answer.Response.Content.Headers.ContentType?.MediaType ?? "";
        var found = type switch
        {
            "text/html" => answer.Page.QuerySelectorAll("a[href], link[href], form[action]").Where(link => link.GetAttribute("method") is not "post")
                .Select(link => link.GetAttribute("href") ?? link.GetAttribute("action")!),
            "application/xml" when path.StartsWith("/sitemap", StringComparison.Ordinal) => XDocument.Parse(answer.Body).Descendants()
                .Where(one => one.Name.LocalName == "loc").Select(one => new Uri(one.Value).PathAndQuery),
            _ => [],
        };
        return found.Where(href => href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal)
            && !href.StartsWith("/assets", StringComparison.Ordinal) && !href.Contains(".pdf", StringComparison.Ordinal) && href != "/salir")
            .Select(href => href.Split('#')[0]);
    }

    /// <summary>Somebody read it while the module was on.</summary>
    private async Task ReadAsync(string path)
    {
        using var visitor = app.CreateClient();
        await visitor.EventuallyAsync(path, HttpStatusCode.OK);
        await app.Services.GetRequiredService<UsageWriter>().WriteAsync(TestContext.Current.CancellationToken);
    }

    private async Task<Person> NewAsync(Role role) =>
        await app.SeedAsync(Cast.Somebody(role.ToString(), $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, role));
}
