using System.IO.Compression;
using System.Text.Json;
using Npgsql;

namespace Acervo.Platform.Backups;

/// <summary>Brings a backup back: verifies every part first, then puts database and keys in place.</summary>
public sealed class BackupReader(string owner, DatabaseSettings settings, DataFolder folder)
{
    /// <summary>Whether the database holds people's work: a restore would destroy it.</summary>
    public async Task<bool> IsInUseAsync(CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        await using var table = source.CreateCommand("SELECT to_regclass('app.people') IS NOT NULL");
        if (await table.ExecuteScalarAsync(cancel) is not true)
        {
            return false;
        }

        await using var rows = source.CreateCommand("SELECT EXISTS (SELECT FROM app.people) OR EXISTS (SELECT FROM app.audit)");
        return await rows.ExecuteScalarAsync(cancel) is true;
    }

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

    /// <summary>Replaces the database and the keys. Nothing is touched before the whole file has been verified.</summary>
    public async Task<BackupManifest> RestoreAsync(string path, IProgress<long>? progress, CancellationToken cancel)
    {
        var manifest = await VerifyAsync(path, null, cancel);
        await using var zip = await ZipFile.OpenReadAsync(path, cancel);
        await ClearAsync(cancel);
        await using (var dump = await Part(zip, BackupWriter.DumpEntry).OpenAsync(cancel))
        {
            await using var counted = new HashedStream(dump, progress);
            await new PostgresDump(owner).ReadAsync(counted, cancel);
        }

        foreach (var name in BackupWriter.KeptFiles)
        {
            File.Delete(folder.PathOf(name));
            if (zip.GetEntry(name) is not null)
            {
                await KeepAsync(zip, name, cancel);
            }
        }

        return manifest;
    }

    private async Task KeepAsync(ZipArchive zip, string name, CancellationToken cancel)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        await using var file = new FileStream(folder.PathOf(name), options);
        await using var content = await Part(zip, name).OpenAsync(cancel);
        await content.CopyToAsync(file, cancel);
    }

    private async Task ClearAsync(CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(cancel);
        await Migrator.EnsureRolesAsync(connection, settings, cancel);
        await using var command = new NpgsqlCommand("""
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
            DROP SCHEMA IF EXISTS app CASCADE; DROP SCHEMA IF EXISTS site CASCADE;
            DROP EXTENSION IF EXISTS unaccent CASCADE; DROP EXTENSION IF EXISTS pg_trgm CASCADE;
            """, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<BackupManifest> ManifestAsync(ZipArchive zip, CancellationToken cancel)
    {
        await using var content = await Part(zip, BackupManifest.Entry).OpenAsync(cancel);
        return await JsonSerializer.DeserializeAsync<BackupManifest>(content, JsonSerializerOptions.Web, cancel) ?? throw new InvalidDataException("manifest");
    }

    private static ZipArchiveEntry Part(ZipArchive zip, string name) => zip.GetEntry(name) ?? throw new RuleException($"El respaldo está incompleto: falta {name}.");
}
