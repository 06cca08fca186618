using Acervo.Platform.Data;
using Acervo.Platform.Reference;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(Acervo.Tests.TestCluster))]

namespace Acervo.Tests;

/// <summary>One private PostgreSQL for the whole run, with a migrated database that every <see cref="AppHost"/> is cloned from.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private const string Template = "acervo_template";

    private DataFolder? folder;
    private LocalPostgres? postgres;

    public static TestCluster Current { get; private set; } = null!;

    /// <summary>The folder that holds <c>Acervo.slnx</c>.</summary>
    public static string Repository { get; } = FindRepository();

    public async ValueTask InitializeAsync()
    {
        folder = ClaimFolder();
        postgres = LocalPostgres.Of(folder);
        await postgres.StartAsync();
        await RunAsync("postgres", "ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET synchronous_commit = off", "SELECT pg_reload_conf()");
        await DropLeftoversAsync();
        var settings = new DatabaseSettings();
        var template = DatabaseConnections.From(await postgres.DatabaseAsync(Template), settings);
        await new Migrator(template, settings).RunAsync();
        await RunAsync(Template, Cast.Entities);
        await LoadReferenceAsync(template);
        Current = this;
    }

    /// <summary>The program itself loads its catalogues, as an installation would.</summary>
    private async Task LoadReferenceAsync(DatabaseConnections template)
    {
        await using var program = Acervo.Platform.AcervoApp.Build(WebApplication.CreateBuilder(), template, folder!);
        await using (var scope = program.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ReferenceRefresh>().RunAsync();
        }

        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>A fresh database with the program's schema and catalogues and nothing else in it.</summary>
    public async Task<string> CloneAsync(string name)
    {
        await RunAsync("postgres", $"CREATE DATABASE \"{name}\" TEMPLATE {Template} STRATEGY FILE_COPY");
        return postgres!.OwnerConnection(name);
    }

    public Task DropAsync(string name) => RunAsync("postgres", $"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");

    /// <summary>A data folder for one host: its keys and checkpoints.</summary>
    public DataFolder FolderFor(string name) => new(folder!.PathOf(name));

    public async ValueTask DisposeAsync()
    {
        await (postgres?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder?.Dispose();
    }

    /// <summary>Runs that go on at the same time in one checkout each take a folder, and so a cluster, of their own.</summary>
    private static DataFolder ClaimFolder()
    {
        foreach (var number in Enumerable.Range(1, 20))
        {
            var free = new DataFolder(Path.Combine(Repository, "artifacts", "test-data", $"run-{number}"));
            try
            {
                free.Claim();
                return free;
            }
            catch (RuleException)
            {
                free.Dispose();
            }
        }

        throw new InvalidOperationException("Twenty test runs work in this checkout already.");
    }

    private static string FindRepository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Acervo.slnx")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("Acervo.slnx is in no folder above the tests.");
        }

        return directory.FullName;
    }

    /// <summary>A killed run leaves its databases and its hosts' folders behind; the template is made anew, the schema may have changed.</summary>
    private async Task DropLeftoversAsync()
    {
        await using var source = NpgsqlDataSource.Create(postgres!.OwnerConnection("postgres"));
        await using var query = source.CreateCommand("SELECT datname FROM pg_database WHERE datname LIKE 'acervo\\_%' OR datname LIKE 'host\\_%'");
        await using var rows = await query.ExecuteReaderAsync();
        List<string> names = [];
        while (await rows.ReadAsync())
        {
            names.Add(rows.GetString(0));
        }

        foreach (var name in names)
        {
            await DropAsync(name);
        }

        foreach (var left in Directory.GetDirectories(folder!.Root, "host_*"))
        {
            Directory.Delete(left, recursive: true);
        }
    }

    private async Task RunAsync(string database, params string[] statements)
    {
        await using var source = NpgsqlDataSource.Create(postgres!.OwnerConnection(database));
        foreach (var sql in statements)
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }
}
