namespace Acervo.Platform.Commands;

/// <summary>One installation as a command finds it: configuration, data folder, database (private or named), schema up to date.</summary>
public sealed class Installation : IAsyncDisposable
{
    private readonly LocalPostgres? local;

    private Installation(WebApplicationBuilder builder, DataFolder folder, LocalPostgres? local, DatabaseConnections connections) =>
        (Builder, Folder, this.local, Connections) = (builder, folder, local, connections);

    public WebApplicationBuilder Builder { get; }

    public DataFolder Folder { get; }

    public DatabaseConnections Connections { get; }

    /// <param name="args">Arguments that go to configuration, such as <c>--urls</c>.</param>
    /// <param name="asServer">A server claims the data folder and stops the private database at its end; a command works beside it.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public static async Task<Installation> OpenAsync(string[] args, bool asServer, CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder(args);
        var settings = builder.Configuration.GetSection("Database").Get<DatabaseSettings>() ?? new DatabaseSettings();
        var folder = new DataFolder(settings.DataFolder);
        if (asServer)
        {
            folder.Claim();
        }

        var local = settings.Primary is null ? await LocalPostgres.StartAsync(folder, stopAtEnd: asServer, cancel) : null;
        var owner = settings.Primary ?? await local!.DatabaseAsync("acervo", cancel);
        var connections = DatabaseConnections.From(owner, settings);
        await new Migrator(connections, settings).RunAsync(cancel);
        return new Installation(builder, folder, local, connections);
    }

    public WebApplication BuildApp() => AcervoApp.Build(Builder, Connections, Folder);

    public async ValueTask DisposeAsync()
    {
        if (local is not null)
        {
            await local.DisposeAsync();
        }

        Folder.Dispose();
    }
}
