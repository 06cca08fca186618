namespace Acervo.Platform.Http.Bodies;

/// <summary>
/// Where files lie while they arrive, in the data folder and not in the common one. A file loses its name as soon as it is open, so the
/// system frees it when the program lets go of it or dies; what a crash left in between is swept at the next start.
/// </summary>
public sealed class UploadFolder(DataFolder data) : IHostedService
{
    private readonly string path = data.PathOf("subidas");

    public FileStream Open()
    {
        Directory.CreateDirectory(path);
        var name = Path.Combine(path, Guid.NewGuid().ToString("N"));
        var file = new FileStream(name, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        File.Delete(name);
        return file;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var left in Directory.Exists(path) ? Directory.EnumerateFiles(path) : [])
        {
            File.Delete(left);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
