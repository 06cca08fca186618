using Acervo.Platform.Audit;
using Npgsql;

namespace Acervo.Platform.Backups;

/// <summary>
/// Puts a restored database in the place of the one in use. Both are renamed in one transaction; which of them then has the name tells the
/// next start, after a kill at any moment, whether the files that belong to the new one are still to be put in place or everything to be left.
/// </summary>
internal sealed class RestoreSwap(string owner, DataFolder folder) : IDisposable
{
    private const string IdFile = "restore.id";

    private const string LockFile = "restore.lock";

    /// <summary>Marks a file that the backup has not.</summary>
    public const string Absent = ".absent";

    private const int Tries = 20;

    private readonly string name = new NpgsqlConnectionStringBuilder(owner).Database!;

    private FileStream? claim;

    private string Staging => folder.PathOf("restoring");

    private string Beside => name + "_restore";

    private string Before => name + "_before";

    /// <summary>Whatever a restore left that was ended halfway, by whoever starts next; one that is still at work is left alone.</summary>
    public static async Task TidyAfterAsync(string owner, DataFolder folder, CancellationToken cancel)
    {
        using var swap = new RestoreSwap(owner, folder);
        if (Directory.Exists(swap.Staging) && swap.TryClaim())
        {
            await swap.TidyAsync(cancel);
        }
    }

    /// <summary>Whether something is left of a restore, or one is at work.</summary>
    public static bool IsLeftIn(DataFolder folder) => Directory.Exists(folder.PathOf("restoring"));

    /// <exception cref="RuleException">Another restore is at work here.</exception>
    public void Claim()
    {
        if (!TryClaim())
        {
            throw new RuleException("Otra recuperación está en curso en esta carpeta de datos.");
        }
    }

    /// <summary>The folder where the files of the backup wait for their database.</summary>
    public DataFolder Begin()
    {
        var files = new DataFolder(Staging);
        File.WriteAllText(files.PathOf(IdFile), Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(files.PathOf(AuditReceipts.FolderName));
        return files;
    }

    /// <summary>An empty database beside the one in use, of the same language.</summary>
    /// <exception cref="RuleException">The server does not let this user make databases.</exception>
    public async Task<string> CreateAsync(DatabaseSettings settings, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {Quote(Beside)} WITH (FORCE)", cancel);
        await Migrator.EnsureRolesAsync(connection, settings, cancel);
        await using var language = new NpgsqlCommand("""
            SELECT format('CREATE DATABASE %I TEMPLATE template0 ENCODING %L LC_COLLATE %L LC_CTYPE %L',
                $2, pg_encoding_to_char(encoding), datcollate, datctype)
            FROM pg_database WHERE datname = $1
            """, connection) { Parameters = { new() { Value = name }, new() { Value = Beside } } };
        try
        {
            await ExecuteAsync(connection, (string)(await language.ExecuteScalarAsync(cancel))!, cancel);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new RuleException("El usuario de Database:Primary no puede crear bases de datos: dele CREATEDB para recuperar un respaldo. No se "
                + "cambió nada.", refused);
        }

        return new NpgsqlConnectionStringBuilder(owner) { Database = Beside }.ConnectionString;
    }

    /// <summary>From here on the restored database is the one in use.</summary>
    public async Task SwapAsync(CancellationToken cancel)
    {
        NpgsqlConnection.ClearAllPools();
        await using var connection = await OpenAsync(cancel);
        var id = await File.ReadAllTextAsync(Path.Combine(Staging, IdFile), cancel);
        await ExecuteAsync(connection, $"COMMENT ON DATABASE {Quote(Beside)} IS 'restore {id}'", cancel);
        for (var tried = 1; !await TrySwapAsync(connection, tried == Tries, cancel); tried++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), cancel);
        }
    }

    /// <summary>Finishes a restore whose database has the name, and takes away what is left of any other. May be done twice.</summary>
    public async Task TidyAsync(CancellationToken cancel)
    {
        if (!Directory.Exists(Staging))
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await using var connection = await OpenAsync(cancel);
        if (await IsSwappedAsync(connection, cancel))
        {
            MoveFiles();
        }

        foreach (var left in new[] { Beside, Before })
        {
            await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {Quote(left)} WITH (FORCE)", cancel);
        }

        Directory.Delete(Staging, recursive: true);
    }

    public void Dispose() => claim?.Dispose();

    /// <summary>Whether both names changed; not while somebody came back, or is still on the way out.</summary>
    private async Task<bool> TrySwapAsync(NpgsqlConnection connection, bool isLast, CancellationToken cancel)
    {
        await ExecuteAsync(connection,
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname IN ('{name}', '{Beside}') AND pid <> pg_backend_pid()", cancel);
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            await ExecuteAsync(connection, $"ALTER DATABASE {Quote(name)} RENAME TO {Quote(Before)}", cancel);
            await ExecuteAsync(connection, $"ALTER DATABASE {Quote(Beside)} RENAME TO {Quote(name)}", cancel);
            await transaction.CommitAsync(cancel);
            return true;
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.ObjectInUse && !isLast)
        {
            return false;
        }
    }

    private async Task<bool> IsSwappedAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var file = Path.Combine(Staging, IdFile);
        var id = File.Exists(file) ? await File.ReadAllTextAsync(file, cancel) : "";
        await using var comment = new NpgsqlCommand("SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = $1", connection)
        {
            Parameters = { new() { Value = name } },
        };
        return id.Length > 0 && await comment.ExecuteScalarAsync(cancel) as string == $"restore {id}";
    }

    /// <summary>Each file takes its place at once; one that is not there any more was put in place before.</summary>
    private void MoveFiles()
    {
        MoveReceipts();
        foreach (var kept in BackupWriter.KeptFiles)
        {
            var staged = Path.Combine(Staging, kept);
            if (File.Exists(staged))
            {
                File.Move(staged, folder.PathOf(kept), overwrite: true);
            }
            else if (File.Exists(staged + Absent))
            {
                File.Delete(folder.PathOf(kept));
            }
        }
    }

    /// <summary>Receipts of acts that the restored database has not are set aside; those of what was done again in it take their place.</summary>
    private void MoveReceipts()
    {
        var staged = Path.Combine(Staging, AuditReceipts.FolderName);
        if (Directory.Exists(staged))
        {
            AuditReceipts.PutAside(folder);
            Directory.Move(staged, folder.PathOf(AuditReceipts.FolderName));
        }
    }

    private bool TryClaim()
    {
        try
        {
            claim ??= new FileStream(folder.PathOf(LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>To a database that every server has: one cannot rename the one it is in.</summary>
    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner)
        {
            Database = name == "postgres" ? "template1" : "postgres",
            Pooling = false
        }.ConnectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
