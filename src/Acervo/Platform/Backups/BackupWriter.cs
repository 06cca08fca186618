using System.Data;
using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using Acervo.Platform.Audit;
using Npgsql;

namespace Acervo.Platform.Backups;

/// <summary>Puts the whole installation into one file: the database and the keys without which it cannot be read or verified.</summary>
public sealed class BackupWriter(DatabaseConnections connections, DataFolder folder, TimeProvider clock)
{
    /// <summary>The name of the dump inside the file.</summary>
    public const string DumpEntry = "database.dump";

    /// <summary>How the name of one ends that is being made, or that nobody ended.</summary>
    public const string Partial = ".parcial";

    /// <summary>Files of the data folder that belong to the backup. Receipts do not: they speak of the minute in which it is made.</summary>
    public static readonly IReadOnlyList<string> KeptFiles = ["audit.key", "keyring.key", AuditCheckpoints.FileName];

    /// <summary>Writes beside the wanted name and renames at the end: there is never half a backup under that name.</summary>
    public async Task<BackupManifest> WriteAsync(string path, IProgress<long>? progress, CancellationToken cancel)
    {
        // A name nobody can guess: in a folder that others may write to, somebody could have made the file before, and read the keys in it.
        var partial = $"{path}.{Guid.NewGuid():N}{Partial}";
        BackupManifest manifest;
        try
        {
            manifest = await WriteZipAsync(partial, progress, cancel);
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }

        var record = new BackupRecord(manifest.MadeAt, Path.GetFileName(path), new FileInfo(path).Length);
        await File.WriteAllTextAsync(folder.PathOf(BackupRecord.FileName), JsonSerializer.Serialize(record, JsonSerializerOptions.Web), cancel);
        return manifest;
    }

    private async Task<BackupManifest> WriteZipAsync(string path, IProgress<long>? progress, CancellationToken cancel)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        await using var file = new FileStream(path, options);
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        List<BackupPart> parts = [];

        // The small files come first: checkpoints read after the dump could speak of rows that the dump has not.
        foreach (var name in KeptFiles.Where(name => File.Exists(folder.PathOf(name))))
        {
            var bytes = await File.ReadAllBytesAsync(folder.PathOf(name), cancel);
            parts.Add(await PartAsync(zip, name, output => output.WriteAsync(bytes, cancel).AsTask(), null, cancel));
        }

        var (madeAt, schema, rows) = await DumpAsync(zip, parts, progress, cancel);
        var version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "";
        var manifest = new BackupManifest("Acervo", version, madeAt, new NpgsqlConnectionStringBuilder(connections.Owner).Database!, parts, schema, rows);
        await using var last = await zip.CreateEntry(BackupManifest.Entry).OpenAsync(cancel);
        await JsonSerializer.SerializeAsync(last, manifest, JsonSerializerOptions.Web, cancel);
        return manifest;
    }

    /// <summary>The database of one moment: what is counted is what is dumped.</summary>
    private async Task<(DateTime MadeAt, string[] Schema, Dictionary<string, long> Rows)> DumpAsync(ZipArchive zip, List<BackupPart> parts,
        IProgress<long>? progress, CancellationToken cancel)
    {
        await using var source = DatabaseConnections.SourceOf(connections.Owner);
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var madeAt = clock.GetUtcNow().UtcDateTime;
        await using var export = new NpgsqlCommand("SELECT pg_export_snapshot()", connection);
        var snapshot = (string)(await export.ExecuteScalarAsync(cancel))!;
        await using var names = new NpgsqlCommand("SELECT array_agg(name ORDER BY name) FROM app.migrations", connection);
        var schema = (string[])(await names.ExecuteScalarAsync(cancel))!;
        var rows = await TableRows.CountAsync(connection, cancel);
        parts.Add(await PartAsync(zip, DumpEntry, output => new PostgresDump(connections.Owner).WriteAsync(output, snapshot, cancel), progress, cancel));
        return (madeAt, schema, rows);
    }

    private static async Task<BackupPart> PartAsync(ZipArchive zip, string name, Func<Stream, Task> write, IProgress<long>? progress, CancellationToken cancel)
    {
        // The dump is compressed already.
        await using var entry = await zip.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(cancel);
        await using var hashed = new HashedStream(entry, progress);
        await write(hashed);
        return new BackupPart(name, hashed.Count, hashed.Sha256());
    }
}
