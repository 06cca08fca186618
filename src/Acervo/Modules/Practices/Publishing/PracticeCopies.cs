using Acervo.Platform.Files;
using Acervo.Platform.Publications;

namespace Acervo.Modules.Practices.Publishing;

/// <summary>Makes the public copies of what is attached to a practice; the originals never leave.</summary>
public sealed class PracticeCopies(FileStore files)
{
    public async Task<IReadOnlyList<PublicFile>> MakeAsync(Practice practice, CancellationToken cancel)
    {
        List<PublicFile> copies = [];
        foreach (var file in practice.Files.Where(file => file.IsPublic))
        {
            var original = await files.ReadAsync(file.Sha256, cancel);
            copies.Add(new PublicFile(file.Name, original));
        }

        return copies;
    }
}
