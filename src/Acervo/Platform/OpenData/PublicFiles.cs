using Acervo.Platform.Usage;
using Npgsql;

namespace Acervo.Platform.OpenData;

/// <summary>The public copies of files: what they are and their bytes, as long as something public carries them.</summary>
public sealed class PublicFiles(PublicDb db)
{
    private const string FindSql = """
        SELECT size, content_type,
               bool_or(state = 'current'),
               bool_or(state = 'withdrawn'),
               coalesce(max(name) FILTER (WHERE state = 'current' AND name = $2), max(name) FILTER (WHERE state = 'current'), max(name)),
               (array_agg(kind ORDER BY state = 'current' DESC, name = $2 DESC, publication_id))[1],
               (array_agg(item ORDER BY state = 'current' DESC, name = $2 DESC, publication_id))[1],
               (array_agg(version ORDER BY state = 'current' DESC, name = $2 DESC, publication_id))[1]
        FROM site.carried WHERE sha256 = $1 GROUP BY size, content_type
        """;

    private const string ChunkSql = "SELECT bytes FROM site.carried_chunks WHERE sha256 = $1 AND n = $2";

    /// <summary>
    /// The file, under the name it was published with. Two publications may carry it under two: the one that was asked for, if it is one of them.
    /// </summary>
    public Task<PublicFileState?> FindAsync(string sha256, string name, CancellationToken cancel) => db.FindAsync(FindSql, Read, cancel, sha256, name);

    public async Task<byte[]> ChunkAsync(string sha256, int number, CancellationToken cancel) =>
        await db.FindAsync(ChunkSql, row => row.GetFieldValue<byte[]>(0), cancel, sha256, number) ?? throw new NotFoundException($"file {sha256} #{number}");

    private static PublicFileState Read(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetBoolean(2), row.GetBoolean(3), row.GetString(4),
        new UsageMark(row.GetString(5), row.GetInt32(6), row.GetInt32(7), UsageChannels.File));
}

/// <summary>A public file, whether something in force carries it, or something withdrawn did, and the one that its readings are counted for.</summary>
public sealed record PublicFileState(long Size, string ContentType, bool IsCurrent, bool WasWithdrawn, string Name, UsageMark Mark);
