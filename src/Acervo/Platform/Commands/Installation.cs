using Acervo.Platform.Backups;
using Npgsql;

namespace Acervo.Platform.Commands;

/// <summary>One installation as a command finds it: configuration, data folder, database (private or named), schema up to date.</summary>
public sealed class Installation : IAsyncDisposable
{
    /// <summary>How long a server waits for the one before it to end: as long as a stop may take, and a little more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private readonly LocalPostgres? local;
    private readonly bool asServer;
    private readonly Task database;

    private Installation(WebApplicationBuilder builder, DataFolder folder, LocalPostgres? local, DatabaseSettings settings, bool asServer,
        CancellationToken cancel)
    {
        (Builder, Folder, this.local, this.asServer) = (builder, folder, local, asServer);
        Connections = DatabaseConnections.From(settings.Primary ?? local!.OwnerConnection(LocalPostgres.Database), settings);
        IsMending = RestoreSwap.IsLeftIn(folder);
        database = Task.Run(() => PrepareAsync(settings, cancel), cancel);
    }

    public WebApplicationBuilder Builder { get; }

    public DataFolder Folder { get; }

    public DatabaseConnections Connections { get; }

    /// <summary>An installation whose database is ready.</summary>
    /// <param name="args">Arguments that go to configuration, such as <c>--urls</c>.</param>
    /// <param name="asServer">A server claims the data folder and watches over the private database; a command works beside it.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public static async Task<Installation> OpenAsync(string[] args, bool asServer, CancellationToken cancel)
    {
        var installation = Begin(args, asServer, cancel);
        try
        {
            await installation.ReadyAsync();
            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    /// <summary>An installation whose database starts while the caller puts the program together.</summary>
    public static Installation Begin(string[] args, bool asServer, CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder(args);
        var settings = builder.Configuration.GetSection("Database").Get<DatabaseSettings>() ?? new DatabaseSettings();
        var folder = new DataFolder(settings.DataFolder);
        var local = settings.Primary is null ? LocalPostgres.Of(folder) : null;
        return new Installation(builder, folder, local, settings, asServer, cancel);
    }

    /// <summary>The database answers and has the schema of this program.</summary>
    public Task ReadyAsync() => database;

    /// <summary>
    /// Whether a restore was ended halfway: its keys may still be on their way to their place, and the program must not be put together before.
    /// </summary>
    public bool IsMending { get; }

    public WebApplication BuildApp()
    {
        if (local is not null && asServer)
        {
            Builder.Services.AddSingleton(local);
            Builder.Services.AddHostedService<PostgresWatch>();
        }

        return AcervoApp.Build(Builder, Connections, Folder);
    }

    /// <summary>Ends the private database at once, when the time to stop is over.</summary>
    public void KillDatabase() => local?.Kill();

    public async ValueTask DisposeAsync()
    {
        // A start that failed says so to whoever waits for it; here it only must be over.
        await database.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (local is not null)
        {
            await local.DisposeAsync();
        }

        Folder.Dispose();
    }

    private async Task PrepareAsync(DatabaseSettings settings, CancellationToken cancel)
    {
        if (asServer)
        {
            await Folder.ClaimAsync(Patience, cancel);
        }

        await (local?.StartAsync(cancel) ?? Task.CompletedTask);
        try
        {
            await MigrateAsync(settings, cancel);
        }
        catch (PostgresException missing) when (local is not null && missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            // Once in the life of an installation: looking first would cost every start a connection.
            await local.DatabaseAsync(LocalPostgres.Database, cancel);
            await MigrateAsync(settings, cancel);
        }
    }

    private async Task MigrateAsync(DatabaseSettings settings, CancellationToken cancel)
    {
        if (RestoreSwap.IsLeftIn(Folder))
        {
            await CheckFenceAsync(cancel);
            await RestoreSwap.TidyAfterAsync(Connections.Owner, Folder, cancel);
        }

        await new Migrator(Connections, settings, new PrimaryFence(Folder)).RunAsync(cancel);
    }

    private async Task CheckFenceAsync(CancellationToken cancel)
    {
        await using var owner = DatabaseConnections.SourceOf(Connections.Owner);
        await using var connection = await owner.OpenConnectionAsync(cancel);
        await new PrimaryFence(Folder).CheckAsync(connection, cancel);
    }
}
