using System.Buffers;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Acervo.Platform.Files;

/// <summary>
/// Keeps files in PostgreSQL by SHA-256, in chunks, once each. Originals live in schema <c>app</c>, public copies in <c>site</c>. A file is
/// stored by itself, on a connection held only meanwhile: what it says never changes, and one that nothing names is swept by <see cref="SweepFiles"/>.
/// </summary>
public sealed class FileStore(AppDb db, DatabaseConnections connections, PrimaryFence fence)
{
    public Task<StoredFile> SaveAsync(FileContent content, CancellationToken cancel = default) => SaveAsync("app", content, cancel);

    /// <summary>Keeps a private original from a stream, a chunk in memory at a time.</summary>
    public async Task<StoredFile> SaveAsync(Stream bytes, string sha256, string contentType, CancellationToken cancel = default)
    {
        var file = new StoredFile(sha256, bytes.Length, contentType);
        await SaveAsync("app", file, bytes, cancel);
        return file;
    }

    /// <summary>A private original, to be read a chunk at a time.</summary>
    public async Task<Stream> OpenAsync(string sha256, CancellationToken cancel = default)
    {
        await using var connection = await ConnectAsync(cancel);
        await using var command = new NpgsqlCommand("SELECT size FROM app.files WHERE sha256 = $1", connection) { Parameters = { new() { Value = sha256 } } };
        return await command.ExecuteScalarAsync(cancel) is long size ? new ChunkStream((number, stop) => ChunkAsync(sha256, number, stop), size)
            : throw new NotFoundException($"file {sha256}");
    }

    /// <summary>Reads a private original back, whole.</summary>
    public async Task<FileContent> ReadAsync(string sha256, CancellationToken cancel = default)
    {
        await using var connection = await ConnectAsync(cancel);
        await using var command = new NpgsqlCommand("""
            SELECT f.content_type, f.size, c.bytes FROM app.files f JOIN app.file_chunks c USING (sha256) WHERE f.sha256 = $1 ORDER BY c.n
            """, connection)
        { Parameters = { new() { Value = sha256 } } };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        byte[]? bytes = null;
        var (type, end) = ("", 0);
        while (await rows.ReadAsync(cancel))
        {
            bytes ??= new byte[rows.GetInt64(1)];
            type = rows.GetString(0);
            end += (int)rows.GetBytes(2, 0, bytes, end, bytes.Length - end);
        }

        return bytes is null ? throw new NotFoundException($"file {sha256}") : new FileContent(bytes, type);
    }

    /// <summary>Stores cleaned copies that are about to be published. To be called before the transaction that publishes them, which should be short.</summary>
    public async Task PrepareAsync(IReadOnlyList<PublicFile> files, CancellationToken cancel = default)
    {
        foreach (var file in files)
        {
            await BringAsync(file, cancel);
        }
    }

    /// <summary>Puts cleaned copies beside a publication, in the transaction of the caller; those that were not prepared are stored now.</summary>
    public async Task PublishAsync(long publicationId, IReadOnlyList<PublicFile> files, CancellationToken cancel = default)
    {
        for (var i = 0; i < files.Count; i++)
        {
            var sha256 = files[i].Sha256;
            if (!await db.Database.SqlQuery<bool>($"""SELECT EXISTS (SELECT FROM site.files WHERE sha256 = {sha256}) AS "Value" """).SingleAsync(cancel))
            {
                await BringAsync(files[i], cancel);
            }

            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO site.attachments (publication_id, sha256, name, sort) VALUES ({publicationId}, {sha256}, {files[i].Name}, {i})
                ON CONFLICT DO NOTHING
                """, cancel);
        }
    }

    /// <summary>Into the public schema. What is kept already is copied within the database: none of its bytes come here.</summary>
    private async Task BringAsync(PublicFile file, CancellationToken cancel)
    {
        if (file.Content is { } content)
        {
            await SaveAsync("site", content, cancel);
            return;
        }

        await using var connection = await ConnectAsync(cancel);
        if (await IsKeptAsync(connection, "site", file.Sha256, cancel))
        {
            return;
        }

        await using var both = new NpgsqlCommand("""
            WITH file AS (INSERT INTO site.files (sha256, size, content_type)
                SELECT sha256, size, content_type FROM app.files WHERE sha256 = $1 ON CONFLICT DO NOTHING),
            chunks AS (INSERT INTO site.file_chunks (sha256, n, bytes)
                SELECT sha256, n, bytes FROM app.file_chunks WHERE sha256 = $1 ON CONFLICT DO NOTHING)
            SELECT EXISTS (SELECT FROM app.files WHERE sha256 = $1)
            """, connection)
        { Parameters = { new() { Value = file.Sha256 } } };
        _ = await both.ExecuteScalarAsync(cancel) is true ? true : throw new NotFoundException($"file {file.Sha256}");
    }

    private async Task<StoredFile> SaveAsync(string schema, FileContent content, CancellationToken cancel)
    {
        var stored = new StoredFile(content.Sha256(), content.Bytes.Length, content.ContentType);
        using var bytes = new MemoryStream(content.Bytes, writable: false);
        await SaveAsync(schema, stored, bytes, cancel);
        return stored;
    }

    private async Task SaveAsync(string schema, StoredFile file, Stream bytes, CancellationToken cancel)
    {
        await using var connection = await ConnectAsync(cancel);
        if (await IsKeptAsync(connection, schema, file.Sha256, cancel))
        {
            return;
        }

        await using var whole = await connection.BeginTransactionAsync(cancel);
        await using var command = new NpgsqlCommand($"INSERT INTO {schema}.files (sha256, size, content_type) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            connection)
        {
            Parameters = { new() { Value = file.Sha256 }, new() { Value = file.Size }, new() { Value = file.ContentType } },
        };
        await command.ExecuteNonQueryAsync(cancel);
        await SaveChunksAsync(connection, schema, file.Sha256, bytes, cancel);
        await whole.CommitAsync(cancel);
    }

    private static async Task SaveChunksAsync(NpgsqlConnection connection, string schema, string sha256, Stream bytes, CancellationToken cancel)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkStream.ChunkSize);
        try
        {
            var (n, read) = (0, 0);
            while ((read = await bytes.ReadAtLeastAsync(chunk.AsMemory(0, ChunkStream.ChunkSize), ChunkStream.ChunkSize, throwOnEndOfStream: false,
                cancel)) > 0)
            {
                await using var command = new NpgsqlCommand($"INSERT INTO {schema}.file_chunks (sha256, n, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                    connection)
                {
                    Parameters = { new() { Value = sha256 }, new() { Value = n }, new() { Value = chunk.AsMemory(0, read) } },
                };
                await command.ExecuteNonQueryAsync(cancel);
                n++;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private async Task<byte[]> ChunkAsync(string sha256, int number, CancellationToken cancel)
    {
        await using var connection = await ConnectAsync(cancel);
        await using var command = new NpgsqlCommand("SELECT bytes FROM app.file_chunks WHERE sha256 = $1 AND n = $2",
            connection)
        { Parameters = { new() { Value = sha256 }, new() { Value = number } } };
        return await command.ExecuteScalarAsync(cancel) as byte[] ?? throw new NotFoundException($"file {sha256} #{number}");
    }

    /// <summary>Whether it is there; it counts as new then, so that <see cref="SweepFiles"/> leaves it for whoever is about to name it.</summary>
    private static async Task<bool> IsKeptAsync(NpgsqlConnection connection, string schema, string sha256, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"UPDATE {schema}.files SET created_at = now() WHERE sha256 = $1",
            connection)
        { Parameters = { new() { Value = sha256 } } };
        return await command.ExecuteNonQueryAsync(cancel) > 0;
    }

    private Task<NpgsqlConnection> ConnectAsync(CancellationToken cancel) => fence.OpenAsync(connections.App, cancel);
}
