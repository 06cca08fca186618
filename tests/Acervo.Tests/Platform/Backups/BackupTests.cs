using Acervo.Platform.Audit;
using Acervo.Platform.Backups;
using Acervo.Platform.Data;
using Acervo.Tests.Modules.Practices;
using Acervo.Tests.Platform.Audit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acervo.Tests.Platform.Backups;

/// <summary>The restore is the test: what comes back is what was there, table by table, and the trail still verifies.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private readonly string target = $"host_restore_{Guid.NewGuid():N}";
    private AppHost app = null!;
    private string file = "";
    private DataFolder other = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AppHost.StartAsync();
        var people = await ReviewCast.PeopleAsync(app);
        var practice = await ReviewCast.InReviewAsync(app, people.Author, ReviewCast.Start);
        await ReviewCast.ChangeAsync(app, practice.Id, (one, _) => one.Claim(people.Reviewer.Id, ReviewCast.Start));
        await app.SealAsync();
        await app.Services.GetRequiredService<AuditCheckpoints>().WriteAsync(TestContext.Current.CancellationToken);
        file = app.Folder.PathOf("respaldo.zip");
        other = TestCluster.Current.FolderFor(target);
        await OwnerAsync("postgres", $"CREATE DATABASE {target}");
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await TestCluster.Current.DropAsync(target);
        Directory.Delete(other.Root, recursive: true);
    }

    /// <summary>Each night makes one, the last ones stay, and the overview says how it went.</summary>
    [Fact]
    public async Task The_nightly_backup_keeps_the_last_ones_and_is_asked_for_on_the_overview()
    {
        var home = Directory.CreateDirectory(app.Folder.PathOf("backups"));
        var names = Enumerable.Range(1, 9).Select(day => Path.Combine(home.FullName, $"acervo-2026-01-0{day}-0215.zip")).ToList();
        names.ForEach(name => File.WriteAllText(name, "antiguo"));
        await File.WriteAllTextAsync(Path.Combine(home.FullName, "ajeno.txt"), "no es un respaldo", TestContext.Current.CancellationToken);
        string made;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            made = await scope.ServiceProvider.GetRequiredService<NightlyBackup>().MakeAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal([.. names.Skip(3), made, Path.Combine(home.FullName, "ajeno.txt")], Directory.GetFiles(home.FullName).Order(StringComparer.Ordinal));
        await Reader().RestoreAsync(made, null, TestContext.Current.CancellationToken);
        using var admin = await app.SignInAsync(await app.SeedAsync(Cast.Administrator().Apart()));
        var overview = await admin.VisitAsync("/admin");
        Assert.Contains(Path.GetFileName(made), overview.Text("dl"), StringComparison.Ordinal);
        Assert.DoesNotContain("No hay un respaldo reciente", overview.Text("main"), StringComparison.Ordinal);
        Assert.Equal("Respaldar ahora", overview.Text("form[action='/admin/trabajos/Platform.NightlyBackup/ejecutar'] button"));
    }

    [Fact]
    public async Task A_restored_installation_equals_the_one_that_was_saved()
    {
        var before = await DigestAsync(app.Connections.Owner);
        var manifest = await SaveAsync();
        Assert.Contains(manifest.Parts, part => part.Name == "audit.key");
        Assert.Equal(file.Length > 0, File.Exists(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        await Reader().RestoreAsync(file, null, TestContext.Current.CancellationToken);
        Assert.Equal(before, await DigestAsync(Target));
        Assert.Equal(await File.ReadAllBytesAsync(app.Folder.PathOf("audit.key"), TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(other.PathOf("audit.key"), TestContext.Current.CancellationToken));

        // The restored database is one that the program can work with: same schema, same rights, same trail.
        var connections = DatabaseConnections.From(Target, new DatabaseSettings());
        Assert.Empty(await new Migrator(connections, new DatabaseSettings()).RunAsync(TestContext.Current.CancellationToken));
        var key = new AuditKey(other.Secret("audit.key"));
        var verdict = await new AuditVerifier(connections, key,
            new AuditCheckpoints(other, key, connections, TimeProvider.System)).VerifyAsync(cancel: TestContext.Current.CancellationToken);
        Assert.True(verdict.Intact, verdict.Sentence);
        Assert.True(verdict.LastSeq > 3);
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(connections.App, "DELETE FROM app.audit"));
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(connections.Public, "SELECT * FROM app.people"));
        NpgsqlConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_database_with_work_in_it_is_known_and_an_empty_one_too()
    {
        Assert.False(await Reader().IsInUseAsync(TestContext.Current.CancellationToken));
        Assert.True(await new BackupReader(app.Connections.Owner, new DatabaseSettings(), other).IsInUseAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_single_changed_byte_anywhere_is_found_before_anything_is_touched()
    {
        await SaveAsync();
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var random = new Random(1311);
        for (var i = 0; i < 25; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[random.Next(64, whole.Length * 9 / 10)] ^= 0x20;
            await File.WriteAllBytesAsync(file, damaged, TestContext.Current.CancellationToken);
            await Assert.ThrowsAsync<RuleException>(() => Reader().RestoreAsync(file, null, TestContext.Current.CancellationToken));
        }

        await File.WriteAllBytesAsync(file, whole[..(whole.Length / 2)], TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<RuleException>(() => Reader().RestoreAsync(file, null, TestContext.Current.CancellationToken));
        Assert.False(await Reader().IsInUseAsync(TestContext.Current.CancellationToken));
        Assert.False(File.Exists(other.PathOf("audit.key")));
    }

    private string Target => new NpgsqlConnectionStringBuilder(app.Connections.Owner) { Database = target }.ConnectionString;

    private BackupReader Reader() => new(Target, new DatabaseSettings(), other);

    private Task<BackupManifest> SaveAsync() =>
        new BackupWriter(app.Connections, app.Folder, TimeProvider.System).WriteAsync(file, null, TestContext.Current.CancellationToken);

    private Task OwnerAsync(string database, string sql) =>
        RunAsync(new NpgsqlConnectionStringBuilder(app.Connections.Owner) { Database = database, Pooling = false }.ConnectionString, sql);

    private static async Task RunAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A hash of every row of every table that people's work is in.</summary>
    private static async Task<string> DigestAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        List<string> lines = [];
        await using (var tables = source.CreateCommand("""
            SELECT format('SELECT %L || coalesce(md5(string_agg(t::text, chr(10) ORDER BY t::text)), %L) FROM %I.%I t', table_schema || '.' || table_name || ' ', 'empty', table_schema, table_name)
            FROM information_schema.tables WHERE table_schema IN ('app', 'site') AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'qrtz%' ORDER BY 1
            """))
        await using (var rows = await tables.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                lines.Add(rows.GetString(0));
            }
        }

        Assert.True(lines.Count > 15);
        for (var i = 0; i < lines.Count; i++)
        {
            await using var digest = source.CreateCommand(lines[i]);
            lines[i] = (string)(await digest.ExecuteScalarAsync())!;
        }

        return string.Join('\n', lines);
    }
}
