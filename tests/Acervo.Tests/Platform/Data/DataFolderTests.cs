using Acervo.Platform.Data;

namespace Acervo.Tests.Platform.Data;

/// <summary>What tells one data folder from another, so that a cluster kept elsewhere is never taken for another folder's.</summary>
public sealed class DataFolderTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"acervo-folder-{Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(path, recursive: true);

    [Fact]
    public void A_folder_keeps_its_name_and_one_made_later_in_its_place_has_another()
    {
        using var first = new DataFolder(path);
        using var again = new DataFolder(path);
        Assert.Equal(first.Fingerprint, again.Fingerprint);

        Directory.Delete(path, recursive: true);
        using var later = new DataFolder(path);

        Assert.NotEqual(first.Fingerprint, later.Fingerprint);
    }

    [Fact]
    public void A_copy_of_a_folder_is_not_taken_for_it()
    {
        using var first = new DataFolder(path);
        var name = first.Fingerprint;
        var copy = Path.Combine(path, "copy");
        Directory.CreateDirectory(copy);
        File.Copy(first.PathOf("folder.id"), Path.Combine(copy, "folder.id"));

        using var second = new DataFolder(copy);
        Assert.NotEqual(name, second.Fingerprint);
    }
}
