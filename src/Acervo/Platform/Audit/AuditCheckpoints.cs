using Npgsql;

namespace Acervo.Platform.Audit;

/// <summary>Writes the head of the chain to a signed file outside the database, on every node, so that cutting or restamping it shows.</summary>
public sealed class AuditCheckpoints(DataFolder folder, AuditKey key, DatabaseConnections connections, TimeProvider clock)
{
    public const string FileName = "audit-checkpoints.txt";

    private const string HeadSql = """
        SELECT seq, mac, ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::integer
        FROM app.audit_links ORDER BY seq DESC LIMIT 1
        """;

    /// <summary>How much of the file this process has verified, and the last row it speaks of: each minute only what is new is read.</summary>
    private (long Offset, long Seq) verified;

    private string FilePath => folder.PathOf(FileName);

    /// <summary>Adds a line when the chain has grown since the last one.</summary>
    /// <returns>The last row that a checkpoint stands for.</returns>
    public async Task<long> WriteAsync(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connections.App);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(HeadSql, connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        if (!await rows.ReadAsync(cancel))
        {
            return 0;
        }

        await VerifyNewAsync(cancel);
        var seq = rows.GetInt64(0);
        if (verified.Seq < seq)
        {
            await WriteAsync(seq, rows.GetFieldValue<byte[]>(1), rows.GetInt32(2), cancel);
        }

        return seq;
    }

    /// <summary>Adds a line for a head that was seen.</summary>
    public Task WriteAsync(long seq, byte[] head, int timeline, CancellationToken cancel) =>
        File.AppendAllTextAsync(FilePath, new AuditCheckpoint(seq, head, clock.GetUtcNow().UtcDateTime, timeline).Line(key) + "\n", cancel);

    /// <summary>The checkpoints of this node in order.</summary>
    /// <exception cref="RuleException">A line does not carry our signature.</exception>
    public IReadOnlyList<AuditCheckpoint> Read() => Read(FilePath);

    /// <summary>The checkpoints in another node's file, or in a copy of its data folder.</summary>
    /// <exception cref="RuleException">A line does not carry our signature.</exception>
    public IReadOnlyList<AuditCheckpoint> Read(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        return File.Exists(file) ? [.. File.ReadLines(file).Select(line => AuditCheckpoint.Parse(key, line))] : [];
    }

    /// <exception cref="RuleException">A line does not carry our signature, or lines that were there are gone.</exception>
    private async Task VerifyNewAsync(CancellationToken cancel)
    {
        await using var file = new FileStream(FilePath, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
        if (file.Length < verified.Offset)
        {
            throw new RuleException("El archivo de puntos de control de la bitácora fue recortado.");
        }

        file.Position = verified.Offset;
        using var lines = new StreamReader(file);
        while (await lines.ReadLineAsync(cancel) is { } line)
        {
            verified.Seq = AuditCheckpoint.Parse(key, line).Seq;
        }

        verified.Offset = file.Length;
    }
}
