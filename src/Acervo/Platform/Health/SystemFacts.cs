using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Health;

/// <summary>What the administrators see of the installation itself: versions, sizes and how much of everything there is.</summary>
public sealed record SystemFacts
{
    public required string Version { get; init; }

    public required string Runtime { get; init; }

    public required string Database { get; init; }

    public required long DatabaseSize { get; init; }

    public required long DiskFree { get; init; }

    public required IReadOnlyList<(string What, long Count)> Counts { get; init; }

    public static async Task<SystemFacts> ReadAsync(AppDb db, DataFolder folder, CancellationToken cancel) => new()
    {
        Version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "",
        Runtime = RuntimeInformation.FrameworkDescription,
        Database = await OneAsync<string>(db, "current_setting('server_version')", cancel),
        DatabaseSize = await OneAsync<long>(db, "pg_database_size(current_database())", cancel),
        DiskFree = new DriveInfo(folder.Root).AvailableFreeSpace,
        Counts =
        [
            ("Personas activas", await CountAsync(db, "app.people WHERE disabled_at IS NULL", cancel)),
            ("Publicaciones vigentes", await CountAsync(db, "site.publications WHERE state = 'current'", cancel)),
            ("Filas de la bitácora", await CountAsync(db, "app.audit", cancel)),
            ("Correos por enviar", await CountAsync(db, "app.outbox WHERE sent_at IS NULL AND dead_at IS NULL", cancel)),
            ("Correos sin entregar", await CountAsync(db, "app.outbox WHERE dead_at IS NOT NULL", cancel)),
        ],
    };

    private static Task<long> CountAsync(AppDb db, string what, CancellationToken cancel) => OneAsync<long>(db, $"(SELECT count(*) FROM {what})", cancel);

    /// <summary>The expressions are those above and nothing else.</summary>
    private static Task<T> OneAsync<T>(AppDb db, string expression, CancellationToken cancel) =>
#pragma warning disable EF1002 // The expressions are constants of this file.
        db.Database.SqlQueryRaw<T>($"SELECT {expression} AS \"Value\"").SingleAsync(cancel);
#pragma warning restore EF1002
}
