namespace Acervo.Platform.Documents.Sandbox;

/// <summary>The only folder where a worker writes. Whoever started the worker removes it, for a worker that was killed cannot.</summary>
internal sealed class ScratchFolder
{
    private const string Prefix = "acervo-lectura-";
    private const int Tries = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public ScratchFolder(string root)
    {
        Directory.CreateDirectory(root);
        Path = System.IO.Path.Combine(root, Prefix + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Path { get; }

    /// <summary>Removes what a node left behind that was stopped without warning.</summary>
    public static void Sweep(string root, DateTime olderThan)
    {
        if (!Directory.Exists(root))
        {
            return;
        }

        foreach (var left in Directory.EnumerateDirectories(root, Prefix + "*").Where(left => Directory.GetLastWriteTimeUtc(left) < olderThan))
        {
            TrySweep(left);
        }
    }

    private static void TrySweep(string left)
    {
        try
        {
            Directory.Delete(left, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another node that starts at the same moment was faster.
        }
    }

    /// <summary>A program that is just being killed may still write its last file: then it is tried again a moment later.</summary>
    public async Task RemoveAsync()
    {
        for (var attempt = 1; Directory.Exists(Path); attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (attempt < Tries)
            {
                await Task.Delay(Pause);
            }
        }
    }
}
