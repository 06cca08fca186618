namespace Acervo.Platform.Documents;

/// <summary>A private folder for the files that programs of the system need; gone when the reading ends.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("acervo-").FullName;

    public string File(string name) => Path.Combine(path, name);

    public void Dispose() => Directory.Delete(path, recursive: true);
}
