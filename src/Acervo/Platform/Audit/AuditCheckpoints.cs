using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Acervo.Platform.Audit;

/// <summary>Writes the head of the audit trail to a signed file outside the database, so that cutting or restamping the chain shows.</summary>
public sealed class AuditCheckpoints(DataFolder folder, AuditKey key, DatabaseConnections connections, TimeProvider clock)
{
    /// <summary>How much of the file this process has verified, and the last row it speaks of: each minute only what is new is read.</summary>
    private (long Offset, long Seq) verified;

    private string FilePath => folder.PathOf("audit-checkpoints.txt");

    /// <summary>Adds a line when the chain has grown since the last one.</summary>
    public async Task WriteAsync(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connections.App);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand("SELECT seq, mac FROM app.audit ORDER BY seq DESC LIMIT 1", connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        if (!await rows.ReadAsync(cancel))
        {
            return;
        }

        var (seq, head) = (rows.GetInt64(0), rows.GetFieldValue<byte[]>(1));
        await VerifyNewAsync(cancel);
        if (verified.Seq >= seq)
        {
            return;
        }

        var at = clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        var line = $"{seq} {Convert.ToHexStringLower(head)} {at}";
        await File.AppendAllTextAsync(FilePath, $"{line} {Seal(line)}\n", cancel);
    }

    /// <summary>The checkpoints in order.</summary>
    /// <exception cref="RuleException">A line does not carry our signature.</exception>
    public IReadOnlyList<AuditCheckpoint> Read() => File.Exists(FilePath) ? [.. File.ReadLines(FilePath).Select(Parse)] : [];

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
            verified.Seq = Parse(line).Seq;
        }

        verified.Offset = file.Length;
    }

    private AuditCheckpoint Parse(string line)
    {
        var parts = line.Split(' ');
        if (parts.Length != 4 || parts[3] != Seal(string.Join(' ', parts[..3])))
        {
            throw new RuleException("El archivo de puntos de control de la bitácora fue alterado: una línea no tiene firma válida.");
        }

        return new AuditCheckpoint(
            long.Parse(parts[0], CultureInfo.InvariantCulture),
            Convert.FromHexString(parts[1]),
            DateTime.Parse(parts[2], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
    }

    private string Seal(string line) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes("checkpoint " + line)));
}

/// <summary>How far the trail had come at a moment, and the hash of its last row.</summary>
public sealed record AuditCheckpoint(long Seq, byte[] Head, DateTime At);
