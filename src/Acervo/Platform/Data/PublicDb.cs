using Npgsql;

namespace Acervo.Platform.Data;

/// <summary>
/// What anyone may read: schema <c>site</c> through role <c>acervo_public</c>, from a replica where there is one. It is a thin
/// door to Npgsql and not a second EF context: public reads are few, hot and written as SQL.
/// </summary>
public sealed class PublicDb : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;

    public PublicDb(DatabaseConnections connections)
    {
        var builder = new NpgsqlDataSourceBuilder(connections.Public);
        if (!connections.Public.Contains(',', StringComparison.Ordinal))
        {
            // With one host there is nothing to choose, and choosing costs at every command.
            Reads = source = builder.Build();
            return;
        }

        var several = builder.BuildMultiHost();
        (source, Reads) = (several, several.WithTargetSession(TargetSessionAttributes.PreferStandby));
    }

    /// <summary>Where commands come from. Positional parameters only (<c>$1</c>), so that statements are prepared once per connection.</summary>
    public NpgsqlDataSource Reads { get; }

    public async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancel, params object?[] values)
    {
        await using var command = Command(sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        List<T> list = [];
        while (await rows.ReadAsync(cancel))
        {
            list.Add(read(rows));
        }

        return list;
    }

    public async Task<T?> FindAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancel, params object?[] values)
        where T : class
    {
        await using var command = Command(sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await rows.ReadAsync(cancel) ? read(rows) : null;
    }

    public NpgsqlCommand Command(string sql, params object?[] values)
    {
        var command = Reads.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
