namespace Acervo.Platform.Commands;

/// <summary>An installation at rest: data folder claimed, database reachable, schema untouched. For what must not meet a running server.</summary>
public sealed class BareInstallation : IAsyncDisposable
{
    private readonly LocalPostgres? local;

    private BareInstallation(DatabaseSettings settings, DataFolder folder, LocalPostgres? local, string owner) =>
        (Settings, Folder, this.local, Owner) = (settings, folder, local, owner);

    public DatabaseSettings Settings { get; }

    public DataFolder Folder { get; }

    /// <summary>Connection string of the owner.</summary>
    public string Owner { get; }

    public static async Task<BareInstallation> OpenAsync(CancellationToken cancel)
    {
        var settings = WebApplication.CreateBuilder().Configuration.GetSection("Database").Get<DatabaseSettings>() ?? new DatabaseSettings();
        var folder = new DataFolder(settings.DataFolder);
        folder.Claim();
        var local = settings.Primary is null ? LocalPostgres.Of(folder) : null;
        var installation = new BareInstallation(settings, folder, local, settings.Primary ?? local!.OwnerConnection(LocalPostgres.Database));
        try
        {
            await installation.StartAsync(cancel);
            return installation;
        }
        catch
        {
            // Who is stopped in the middle of the start leaves nothing at work either.
            await installation.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (local?.DisposeAsync() ?? ValueTask.CompletedTask);
        Folder.Dispose();
    }

    private async Task StartAsync(CancellationToken cancel)
    {
        if (local is not null)
        {
            await local.StartAsync(cancel);
            await local.DatabaseAsync(LocalPostgres.Database, cancel);
        }
    }
}
