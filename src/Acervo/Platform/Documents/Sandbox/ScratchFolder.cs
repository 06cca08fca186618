namespace Acervo.Platform.Documents.Sandbox;

/// <summary>The only folder where a worker writes. Whoever started the worker removes it, for a worker that was killed cannot.</summary>
internal sealed class ScratchFolder
{
    private const string Prefix = "acervo-lectura-";
    private const int MostTries = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LeftBehind = TimeSpan.FromDays(1);

    /// <summary>A new folder under this one; null is where the system keeps what lasts a moment.</summary>
    public ScratchFolder(string? root)
    {
        Path = root is null ? Directory.CreateTempSubdirectory(Prefix).FullName : Within(root);
        Sweep();
    }

    public string Path { get; }

    /// <summary>A program that is just being killed may still write its last file: then it is tried again a moment later.</summary>
    public async Task RemoveAsync()
    {
        var tries = 0;
        while (Directory.Exists(Path))
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (++tries < MostTries)
            {
                await Task.Delay(Pause);
            }
        }
    }

    private static string Within(string root)
    {
        var path = System.IO.Path.Combine(root, Prefix + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>Removes what a node left behind that was stopped without warning.</summary>
    private void Sweep()
    {
        var since = Directory.GetLastWriteTimeUtc(Path) - LeftBehind;
        foreach (var left in Directory.EnumerateDirectories(System.IO.Path.GetDirectoryName(Path)!, Prefix + "*")
            .Where(left => Directory.GetLastWriteTimeUtc(left) < since))
        {
            TryRemove(left);
        }
    }

    private static void TryRemove(string left)
    {
        try
        {
            Directory.Delete(left, recursive: true);
        }
        catch (Exception elsewhere) when (elsewhere is IOException or UnauthorizedAccessException)
        {
            return; // another node of this machine just removed it, or it belongs to somebody else
        }
    }
}
