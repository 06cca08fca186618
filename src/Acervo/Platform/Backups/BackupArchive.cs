using System.IO.Compression;
using System.Text.Json;

namespace Acervo.Platform.Backups;

/// <summary>The file that a backup is: its parts, and whether they are what was written.</summary>
internal static class BackupArchive
{
    /// <exception cref="RuleException">A part is missing or is not what was written.</exception>
    public static async Task<BackupManifest> VerifyAsync(string path, IProgress<long>? progress, CancellationToken cancel)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(path, cancel);
            var manifest = await ManifestAsync(zip, cancel);
            foreach (var part in manifest.Parts)
            {
                await using var content = await Part(zip, part.Name).OpenAsync(cancel);
                await using var hashed = new HashedStream(content, progress);
                await hashed.CopyToAsync(Stream.Null, cancel);
                if (hashed.Count != part.Size || hashed.Sha256() != part.Sha256)
                {
                    throw new RuleException($"El respaldo está dañado: la parte {part.Name} no coincide con su huella.");
                }
            }

            return manifest;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or JsonException or FileNotFoundException)
        {
            throw new RuleException($"{Path.GetFileName(path)} no es un respaldo de Acervo o está dañado.", damaged);
        }
    }

    public static ZipArchiveEntry Part(ZipArchive zip, string name) =>
        zip.GetEntry(name) ?? throw new RuleException($"El respaldo está incompleto: falta {name}.");

    /// <summary>Puts the small files of the backup into a folder.</summary>
    public static async Task UnpackAsync(ZipArchive zip, DataFolder folder, CancellationToken cancel)
    {
        foreach (var name in BackupWriter.KeptFiles)
        {
            if (zip.GetEntry(name) is null)
            {
                await File.WriteAllTextAsync(folder.PathOf(name + RestoreSwap.Absent), "", cancel);
                continue;
            }

            var options = new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite
            };
            await using var file = new FileStream(folder.PathOf(name), options);
            await using var content = await Part(zip, name).OpenAsync(cancel);
            await content.CopyToAsync(file, cancel);
            file.Flush(flushToDisk: true);
        }
    }

    private static async Task<BackupManifest> ManifestAsync(ZipArchive zip, CancellationToken cancel)
    {
        await using var content = await Part(zip, BackupManifest.Entry).OpenAsync(cancel);
        return await JsonSerializer.DeserializeAsync<BackupManifest>(content, JsonSerializerOptions.Web, cancel) ?? throw new InvalidDataException("manifest");
    }
}
