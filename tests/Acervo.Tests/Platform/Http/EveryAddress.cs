using Acervo.Tests.Modules.Practices;
using Acervo.Tests.Rights;
using Acervo.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Http;

/// <summary>A site behind TLS with something at every address, and those who ask for it.</summary>
public sealed class EveryAddress : IAsyncLifetime
{
    private const string Site = "https://acervo.example.gov.co";

    private readonly List<(string Name, HttpClient Client)> people = [];

    public AppHost App { get; private set; } = null!;

    internal AccessTable Table { get; private set; } = null!;

    /// <summary>A visitor and people with a session, each as a program that shows every header.</summary>
    internal IReadOnlyList<(string Name, HttpClient Client)> People => people;

    public async ValueTask InitializeAsync()
    {
        App = await AppHost.StartAsync(("Site:Url", Site), ("AllowedHosts", "127.0.0.1"));
        var (author, reviewer, second) = (await App.SeedAsync(Cast.Contributor()), await App.SeedAsync(Cast.Reviewer()),
            await App.SeedAsync(Cast.SecondReviewer()));
        var administrator = await App.SeedAsync(Cast.Administrator());
        var draft = await App.SubmittedAsync(author);
        var published = await App.PublishedAsync(author, reviewer, second);
        var asset = App.Services.GetRequiredService<Assets>().Files.First();
        Table = new AccessTable(App, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = $"{draft.Id}",
            ["slug"] = published.Slug,
            ["version"] = "v1",
            ["number"] = "1",
            ["kind"] = "practice",
            ["code"] = "ods",
            ["page"] = "1",
            ["hash"] = asset.Hash,
            ["name"] = asset.Name,
            ["documentName"] = "v1",
            ["field"] = "scope",
            ["file"] = "1",
            ["remark"] = "1",
        });
        people.Add(("visitor", ClientOf(null)));
        foreach (var person in new[] { author, reviewer, administrator })
        {
            await using var scope = App.Services.CreateAsyncScope();
            people.Add((person.Name, ClientOf($"__Host-acervo={await TestTicket.ForAsync(scope.ServiceProvider, person)}")));
        }
    }

    public async ValueTask DisposeAsync()
    {
        people.ForEach(person => person.Client.Dispose());
        await App.DisposeAsync();
    }

    internal HttpClient ClientOf(string? cookie)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = App.Address };
        if (cookie is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        return client;
    }
}
