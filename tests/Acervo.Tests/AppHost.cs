using System.Globalization;
using Acervo.Platform;
using Acervo.Platform.Accounts;
using Acervo.Platform.Data;
using Acervo.Platform.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Acervo.Tests;

/// <summary>
/// The real program on a loopback port with a database of its own. Use it as a class fixture (<c>IClassFixture&lt;AppHost&gt;</c>) or, with
/// settings, as <c>await using var app = await AppHost.StartAsync(...)</c>.
/// </summary>
public sealed class AppHost : IAsyncLifetime
{
    private readonly List<AsyncServiceScope> scopes = [];
    private readonly (string Key, string? Value)[] settings = [];
    private readonly AppHost? first;
    private WebApplication? app;

    public AppHost()
    {
    }

    private AppHost(AppHost? first, string environment, (string Key, string? Value)[] settings) =>
        (this.first, Environment, this.settings) = (first, environment, settings);

    public string Environment { get; } = "Test";

    public TestClock Clock { get; private set; } = new();

    public DataFolder Folder { get; private set; } = null!;

    public DatabaseConnections Connections { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => app!.Services;

    private AppModule? Guest { get; init; }

    private string Database { get; } = $"host_{Guid.NewGuid():N}";

    /// <summary>A host with settings of its own, in an environment of its own ("Test" unless told).</summary>
    public static Task<AppHost> StartAsync(params (string Key, string? Value)[] settings) => StartAsync("Test", settings);

    public static async Task<AppHost> StartAsync(string environment, params (string Key, string? Value)[] settings)
    {
        var host = new AppHost(null, environment, settings);
        await host.InitializeAsync();
        return host;
    }

    /// <summary>A host with a module that only tests have.</summary>
    public static async Task<AppHost> StartAsync(AppModule guest, params (string Key, string? Value)[] settings)
    {
        var host = new AppHost(null, "Test", settings) { Guest = guest };
        await host.InitializeAsync();
        return host;
    }

    /// <summary>A second node over the same database, keys and clock, as behind a load balancer; its settings go before those of the first.</summary>
    public async Task<AppHost> JoinAsync(params (string Key, string? Value)[] others)
    {
        var node = new AppHost(this, Environment, [.. settings, .. others]);
        await node.InitializeAsync();
        return node;
    }

    /// <summary>A second node that reaches the same database through other hosts.</summary>
    public async Task<AppHost> JoinAsync(DatabaseConnections through)
    {
        var node = new AppHost(this, Environment, settings) { Connections = through };
        await node.InitializeAsync();
        return node;
    }

    public async ValueTask InitializeAsync()
    {
        if (first is null)
        {
            Folder = TestCluster.Current.FolderFor(Database);
            Connections = DatabaseConnections.From(await TestCluster.Current.CloneAsync(Database), new DatabaseSettings());
        }
        else
        {
            (Folder, Connections, Clock) = (first.Folder, Connections ?? first.Connections, first.Clock);
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "Acervo",
            EnvironmentName = Environment,
            ContentRootPath = Path.Combine(TestCluster.Repository, "src", "Acervo"),
        });
        // Printing each attached Word file takes seconds: the tests that are about it ask for it.
        builder.Configuration["Documents:ComparePrinted"] = "false";
        builder.Configuration.AddInMemoryCollection(settings.Reverse().DistinctBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase)
            .Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        if (Guest is not null)
        {
            builder.Services.AddSingleton(Guest);
        }

        app = AcervoApp.Build(builder, Connections, Folder);
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
    }

    /// <summary>A browser without JavaScript: cookies, forms, no automatic redirects.</summary>
    public Visitor CreateClient() => new(Address);

    /// <summary>A visitor who has signed in as this person, without the page: tests of sign-in itself go through <c>/entrar</c>.</summary>
    public async Task<Visitor> SignInAsync(Person person)
    {
        var visitor = CreateClient();
        await using var scope = Services.CreateAsyncScope();
        visitor.SetCookie("acervo", await TestTicket.ForAsync(scope.ServiceProvider, person));
        return visitor;
    }

    /// <summary>Every session of a person is over; their browsers do not know yet.</summary>
    public async Task EndSessionsAsync(Person person)
    {
        await using var db = Db();
        await db.Sessions.Where(session => session.PersonId == person.Id).ExecuteDeleteAsync();
        Clock.Advance(TimeSpan.FromSeconds(6));
    }

    /// <summary>Saves entities as they are and returns the first.</summary>
    public async Task<T> SeedAsync<T>(T one, params object[] others)
        where T : class
    {
        await using var db = Db();
        db.Add(one);
        db.AddRange(others);
        await db.SaveChangesAsync();
        return one;
    }

    /// <summary>The working store, read afresh: <c>await using var db = app.Db();</c></summary>
    public AppDb Db()
    {
        var scope = Services.CreateAsyncScope();
        lock (scopes)
        {
            scopes.Add(scope);
        }

        return scope.ServiceProvider.GetRequiredService<AppDb>();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Address} ({Environment}, {Database})");

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in scopes)
        {
            await scope.DisposeAsync();
        }

        await app!.StopAsync();
        await app.DisposeAsync();
        if (first is null)
        {
            await TestCluster.Current.DropAsync(Database);
            Directory.Delete(Folder.Root, recursive: true);
        }
    }
}
