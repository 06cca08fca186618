using System.Text;
using Npgsql;

namespace Acervo.Platform.Audit;

/// <summary>
/// Receipts of the deeds this node committed, outside the database: a deed cut before the sealer and a checkpoint had seen it is missed all
/// the same. They are thrown away once a checkpoint stands for them.
/// </summary>
public sealed class AuditReceipts(DataFolder folder, AuditKey key, DatabaseConnections connections, ILogger<AuditReceipts> log) : IDisposable
{
    public const string FolderName = "audit-receipts";

    /// <summary>A process that has not written for this long has ended, or will open its file anew.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(5);

    private readonly Lock door = new();
    private readonly string process = Guid.NewGuid().ToString("N");
    private FileStream? file;
    private int number;

    /// <summary>Writes down what was committed. Nothing waits for a disk: losing power may lose a receipt, and never more than that.</summary>
    public void Keep(IReadOnlyList<AuditEntry> written)
    {
        var lines = string.Concat(written.Select(entry => new AuditReceipt(entry.Id, Convert.ToHexStringLower(entry.Mac)).Line(key) + "\n"));
        try
        {
            lock (door)
            {
                file ??= Open();
                file.Write(Encoding.UTF8.GetBytes(lines));
            }
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            // The act is committed and stands: what is weaker now is the proof of it, for a moment.
            log.LogCritical(full, "The receipts of {Count} deeds could not be written in {Folder}.", written.Count, folder.PathOf(FolderName));
        }
    }

    /// <summary>The receipts in a data folder: this node's, or a copy of another's.</summary>
    /// <exception cref="RuleException">A line does not carry our signature.</exception>
    public IReadOnlyList<AuditReceipt> Read(string? root = null)
    {
        var home = Path.Combine(root ?? folder.Root, FolderName);
        return Directory.Exists(home) ? [.. Directory.GetFiles(home, "*.txt").SelectMany(ReadFile)] : [];
    }

    /// <summary>Throws away the files whose deeds are all in the chain, up to the row that a checkpoint stands for.</summary>
    public async Task SettleAsync(long checkpoint, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connections.App);
        await connection.OpenAsync(cancel);
        foreach (var path in Finished())
        {
            var receipts = ReadFile(path);
            if (await CountSealedAsync(connection, receipts, checkpoint, cancel) == receipts.Count)
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>The receipts whose deed is not in the database as it was written.</summary>
    public static async Task<IReadOnlyList<long>> MissingAsync(NpgsqlConnection connection, IReadOnlyList<AuditReceipt> receipts, CancellationToken cancel)
    {
        await using var query = new NpgsqlCommand("""
            SELECT r.id FROM unnest($1, $2) AS r (id, mac) LEFT JOIN app.audit a ON a.id = r.id AND a.mac = r.mac WHERE a.id IS NULL ORDER BY r.id
            """, connection)
        { Parameters = { Ids(receipts), Macs(receipts) } };
        await using var rows = await query.ExecuteReaderAsync(cancel);
        List<long> missing = [];
        while (await rows.ReadAsync(cancel))
        {
            missing.Add(rows.GetInt64(0));
        }

        return missing;
    }

    /// <summary>Sets the receipts of a data folder aside: the database they speak of is being replaced.</summary>
    public static void PutAside(DataFolder folder)
    {
        if (Directory.Exists(folder.PathOf(FolderName)))
        {
            Directory.Move(folder.PathOf(FolderName), folder.PathOf($"{FolderName}-{Guid.NewGuid():N}"));
        }
    }

    public void Dispose() => file?.Dispose();

    private FileStream Open()
    {
        Directory.CreateDirectory(folder.PathOf(FolderName));
        var path = Path.Combine(folder.PathOf(FolderName), $"{process}-{++number}.txt");
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
    }

    /// <summary>Every file but the one this process begins now, and those of processes that may still be writing.</summary>
    private List<string> Finished()
    {
        lock (door)
        {
            file?.Dispose();
            file = null;
        }

        var home = folder.PathOf(FolderName);
        var before = TimeProvider.System.GetUtcNow().UtcDateTime - Quiet;
        return Directory.Exists(home)
            ? [.. Directory.GetFiles(home, "*.txt").Where(path =>
                Path.GetFileName(path).StartsWith(process, StringComparison.Ordinal) || File.GetLastWriteTimeUtc(path) < before)]
            : [];
    }

    /// <summary>A last line without its end was cut short by a crash, before anybody was answered.</summary>
    private List<AuditReceipt> ReadFile(string path)
    {
        string text;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            text = reader.ReadToEnd();
        }
        catch (FileNotFoundException)
        {
            // Settled by its process since the folder was listed: a checkpoint stands for it.
            return [];
        }

        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => AuditReceipt.Parse(key, line))];
    }

    private static async Task<long> CountSealedAsync(NpgsqlConnection connection, List<AuditReceipt> receipts, long last, CancellationToken cancel)
    {
        await using var query = new NpgsqlCommand("""
            SELECT count(*) FROM unnest($1, $2) AS r (id, mac) JOIN app.audit a ON a.id = r.id AND a.mac = r.mac
            JOIN app.audit_links l ON l.deed = a.id AND l.seq <= $3
            """, connection)
        { Parameters = { Ids(receipts), Macs(receipts), new() { Value = last } } };
        return (long)(await query.ExecuteScalarAsync(cancel))!;
    }

    private static NpgsqlParameter Ids(IReadOnlyList<AuditReceipt> receipts) => new() { Value = receipts.Select(receipt => receipt.Id).ToArray() };

    private static NpgsqlParameter Macs(IReadOnlyList<AuditReceipt> receipts) =>
        new() { Value = receipts.Select(receipt => Convert.FromHexString(receipt.Mac)).ToArray() };
}
