using System.Data;
using System.Security.Cryptography;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Acervo.Platform.Files;

/// <summary>Keeps files in PostgreSQL by SHA-256, in chunks, once each. Originals live in schema <c>app</c>, public copies in <c>site</c>.</summary>
public sealed class FileStore(AppDb db)
{
    private const int ChunkSize = 256 * 1024;

    public Task<StoredFile> SaveAsync(FileContent content, CancellationToken cancel = default) => SaveAsync("app", content, cancel);

    /// <summary>Reads a private original back.</summary>
    public async Task<FileContent> ReadAsync(string sha256, CancellationToken cancel = default)
    {
        var connection = await ConnectionAsync(cancel);
        await using var command = new NpgsqlCommand("""
            SELECT f.content_type, c.bytes FROM app.files f JOIN app.file_chunks c USING (sha256) WHERE f.sha256 = $1 ORDER BY c.n
            """, connection)
        { Parameters = { new() { Value = sha256 } } };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        using var bytes = new MemoryStream();
        var type = "";
        while (await rows.ReadAsync(cancel))
        {
            type = rows.GetString(0);
            await bytes.WriteAsync(rows.GetFieldValue<byte[]>(1), cancel);
        }

        return type.Length == 0 ? throw new NotFoundException($"file {sha256}") : new FileContent(bytes.ToArray(), type);
    }

    /// <summary>Puts cleaned copies beside a publication.</summary>
    public async Task PublishAsync(long publicationId, IReadOnlyList<PublicFile> files, CancellationToken cancel = default)
    {
        for (var i = 0; i < files.Count; i++)
        {
            var stored = await SaveAsync("site", files[i].Content, cancel);
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO site.attachments (publication_id, sha256, name, sort) VALUES ({publicationId}, {stored.Sha256}, {files[i].Name}, {i})
                ON CONFLICT DO NOTHING
                """, cancel);
        }
    }

    private async Task<StoredFile> SaveAsync(string schema, FileContent content, CancellationToken cancel)
    {
        var sha = Convert.ToHexStringLower(SHA256.HashData(content.Bytes));
        var connection = await ConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection, (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"INSERT INTO {schema}.files (sha256, size, content_type) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
        {
            Parameters = { new() { Value = sha }, new() { Value = (long)content.Bytes.Length }, new() { Value = content.ContentType } },
        });
        for (var n = 0; n * ChunkSize < content.Bytes.Length; n++)
        {
            var chunk = content.Bytes.AsMemory(n * ChunkSize, Math.Min(ChunkSize, content.Bytes.Length - (n * ChunkSize)));
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"INSERT INTO {schema}.file_chunks (sha256, n, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
            {
                Parameters = { new() { Value = sha }, new() { Value = n }, new() { Value = chunk } },
            });
        }

        await batch.ExecuteNonQueryAsync(cancel);
        return new StoredFile(sha, content.Bytes.Length, content.ContentType);
    }

    private async Task<NpgsqlConnection> ConnectionAsync(CancellationToken cancel)
    {
        if (db.Database.GetDbConnection().State != ConnectionState.Open)
        {
            await db.Database.OpenConnectionAsync(cancel);
        }

        return (NpgsqlConnection)db.Database.GetDbConnection();
    }
}
