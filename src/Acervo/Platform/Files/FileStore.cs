using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Acervo.Platform.Files;

/// <summary>
/// Keeps files in PostgreSQL by SHA-256, in chunks, once each. Originals live in schema <c>app</c>, public copies in <c>site</c>. A file is
/// stored by itself, on a connection held only meanwhile: what it says never changes, and one that nothing names is swept by <see cref="SweepFiles"/>.
/// </summary>
public sealed class FileStore(AppDb db, DatabaseConnections connections)
{
    private const int ChunkSize = 256 * 1024;

    public Task<StoredFile> SaveAsync(FileContent content, CancellationToken cancel = default) => SaveAsync("app", content, cancel);

    /// <summary>Reads a private original back.</summary>
    public async Task<FileContent> ReadAsync(string sha256, CancellationToken cancel = default)
    {
        await using var connection = await OpenAsync(cancel);
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

    /// <summary>Stores cleaned copies that are about to be published. To be called before the transaction that publishes them: it makes everybody wait.</summary>
    public async Task PrepareAsync(IReadOnlyList<PublicFile> files, CancellationToken cancel = default)
    {
        foreach (var file in files)
        {
            await SaveAsync("site", file.Content, cancel);
        }
    }

    /// <summary>Puts cleaned copies beside a publication, in the transaction of the caller; those that were not prepared are stored now.</summary>
    public async Task PublishAsync(long publicationId, IReadOnlyList<PublicFile> files, CancellationToken cancel = default)
    {
        for (var i = 0; i < files.Count; i++)
        {
            var sha256 = files[i].Content.Sha256();
            if (!await db.Database.SqlQuery<bool>($"""SELECT EXISTS (SELECT FROM site.files WHERE sha256 = {sha256}) AS "Value" """).SingleAsync(cancel))
            {
                await SaveAsync("site", files[i].Content, cancel);
            }

            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO site.attachments (publication_id, sha256, name, sort) VALUES ({publicationId}, {sha256}, {files[i].Name}, {i})
                ON CONFLICT DO NOTHING
                """, cancel);
        }
    }

    private async Task<StoredFile> SaveAsync(string schema, FileContent content, CancellationToken cancel)
    {
        var stored = new StoredFile(content.Sha256(), content.Bytes.Length, content.ContentType);
        await using var connection = await OpenAsync(cancel);
        if (await IsKeptAsync(connection, schema, stored.Sha256, cancel))
        {
            return stored;
        }

        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"INSERT INTO {schema}.files (sha256, size, content_type) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
        {
            Parameters = { new() { Value = stored.Sha256 }, new() { Value = stored.Size }, new() { Value = stored.ContentType } },
        });
        for (var n = 0; n * ChunkSize < content.Bytes.Length; n++)
        {
            var chunk = content.Bytes.AsMemory(n * ChunkSize, Math.Min(ChunkSize, content.Bytes.Length - (n * ChunkSize)));
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"INSERT INTO {schema}.file_chunks (sha256, n, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
            {
                Parameters = { new() { Value = stored.Sha256 }, new() { Value = n }, new() { Value = chunk } },
            });
        }

        await batch.ExecuteNonQueryAsync(cancel);
        return stored;
    }

    /// <summary>Whether it is there; it counts as new then, so that <see cref="SweepFiles"/> leaves it for whoever is about to name it.</summary>
    private static async Task<bool> IsKeptAsync(NpgsqlConnection connection, string schema, string sha256, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"UPDATE {schema}.files SET created_at = now() WHERE sha256 = $1", connection) { Parameters = { new() { Value = sha256 } } };
        return await command.ExecuteNonQueryAsync(cancel) > 0;
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(connections.App);
        await connection.OpenAsync(cancel);
        return connection;
    }
}
