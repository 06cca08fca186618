using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;

namespace Acervo.Platform.Data;

/// <summary>
/// Remembers in the data folder which cluster this node works with and the highest timeline it has seen of it. A primary that was replaced and
/// comes back is of a lower one: what was written to it would be lost, and what is read of it is old, so neither is done.
/// </summary>
public sealed class PrimaryFence(DataFolder folder)
{
    public const string FileName = "database.seen";

    private const string Question = """
        SELECT s.system_identifier, pg_is_in_recovery(),
               CASE WHEN pg_is_in_recovery() THEN 0 ELSE ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::integer END
        FROM pg_control_system() s
        """;

    private readonly ConcurrentDictionary<(string Server, int Process), bool> known = new();
    private readonly Lock gate = new();

    /// <summary>Asks a server that was just connected to, once for each connection that is kept.</summary>
    /// <exception cref="FencedException">It is a primary that was replaced, or another cluster.</exception>
    public async Task CheckAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var server = (connection.Host ?? "", connection.ProcessID);
        if (known.ContainsKey(server))
        {
            return;
        }

        await using var command = new NpgsqlCommand(Question, connection);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        Judge(row.GetInt64(0), row.GetBoolean(1), row.GetInt32(2));
        // Numbers of processes come round again; a thousand is far more than are open at a time.
        if (known.Count > 1000)
        {
            known.Clear();
        }

        known[server] = true;
    }

    /// <summary>A connection to a primary that may be read and written.</summary>
    /// <exception cref="FencedException">The one that answers is a primary that was replaced, or another cluster.</exception>
    public async Task<NpgsqlConnection> OpenAsync(string settings, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(settings);
        try
        {
            await connection.OpenAsync(cancel);
            await CheckAsync(connection, cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A source of such connections, for what opens them by itself.</summary>
    public NpgsqlDataSource SourceOf(string settings)
    {
        var builder = new NpgsqlDataSourceBuilder(settings);
        builder.UsePhysicalConnectionInitializer(
            _ => throw new NotSupportedException("Connections are opened without blocking."), connection => CheckAsync(connection, CancellationToken.None));
        if (builder.ConnectionStringBuilder.TargetSessionAttributes is null)
        {
            return builder.Build();
        }

        builder.ConnectionStringBuilder.TargetSessionAttributes = null;
        return builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary);
    }

    private void Judge(long cluster, bool isStandby, int timeline)
    {
        lock (gate)
        {
            var (seen, highest) = Read();
            if (seen is not null && seen != cluster)
            {
                throw new FencedException("Database:Primary leads to another cluster than the one this node has worked with. If that is meant, delete "
                    + $"{FileName} in the data folder.");
            }

            if (isStandby || (seen == cluster && timeline == highest))
            {
                return;
            }

            if (timeline < highest)
            {
                throw new FencedException($"A server of timeline {timeline} answers as the primary, and this node has seen timeline {highest}: it was "
                    + "replaced, and nothing is read from it or written to it.");
            }

            // Connections to whoever was the primary until now are asked again.
            known.Clear();
            File.WriteAllText(folder.PathOf(FileName + ".new"), string.Create(CultureInfo.InvariantCulture, $"{cluster} {timeline}"));
            File.Move(folder.PathOf(FileName + ".new"), folder.PathOf(FileName), overwrite: true);
        }
    }

    /// <summary>Read anew each time, which is once a connection: commands and other programs on this folder learn of a failover too.</summary>
    private (long? Cluster, int Timeline) Read()
    {
        var parts = File.Exists(folder.PathOf(FileName)) ? File.ReadAllText(folder.PathOf(FileName)).Split(' ') : [];
        return parts.Length == 2 ? (long.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture)) : (null, 0);
    }
}
