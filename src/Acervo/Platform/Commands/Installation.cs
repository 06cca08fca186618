namespace Acervo.Platform.Commands;

/// <summary>One installation as a command finds it: configuration, data folder, database (private or named), schema up to date.</summary>
public sealed class Installation : IAsyncDisposable
{
    private readonly LocalPostgres? local;
    private readonly Task database;

    private Installation(WebApplicationBuilder builder, DataFolder folder, LocalPostgres? local, DatabaseSettings settings, CancellationToken cancel)
    {
        (Builder, Folder, this.local) = (builder, folder, local);
        Connections = DatabaseConnections.From(settings.Primary ?? local!.OwnerConnection(LocalPostgres.Database), settings);
        database = Task.Run(() => PrepareAsync(settings, cancel), cancel);
    }

    public WebApplicationBuilder Builder { get; }

    public DataFolder Folder { get; }

    public DatabaseConnections Connections { get; }

    /// <summary>An installation whose database is ready.</summary>
    /// <param name="args">Arguments that go to configuration, such as <c>--urls</c>.</param>
    /// <param name="asServer">A server claims the data folder and stops the private database at its end; a command works beside it.</param>
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
        if (asServer)
        {
            folder.Claim();
        }

        var local = settings.Primary is null ? LocalPostgres.Of(folder, stopAtEnd: asServer) : null;
        return new Installation(builder, folder, local, settings, cancel);
    }

    /// <summary>The database answers and has the schema of this program.</summary>
    public Task ReadyAsync() => database;

    public WebApplication BuildApp() => AcervoApp.Build(Builder, Connections, Folder);

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
        if (local is not null)
        {
            await local.StartAsync(cancel);
            await local.DatabaseAsync(LocalPostgres.Database, cancel);
        }

        await new Migrator(Connections, settings).RunAsync(cancel);
    }
}
