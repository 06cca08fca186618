using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Health;

/// <summary>What the administrators see of the installation itself: versions, sizes and how much of everything there is.</summary>
public sealed record SystemFacts
{
    public required string Version { get; init; }

    public required string Runtime { get; init; }

    public required Figures Now { get; init; }

    public required long DiskFree { get; init; }

    public static async Task<SystemFacts> ReadAsync(AppDb db, DataFolder folder, CancellationToken cancel) => new()
    {
        Version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "",
        Runtime = RuntimeInformation.FrameworkDescription,
        DiskFree = new DriveInfo(folder.Root).AvailableFreeSpace,
        Now = await db.Database.SqlQuery<Figures>($"""
            SELECT current_setting('server_version') AS "Database", pg_database_size(current_database()) AS "Size",
                   (SELECT count(*) FROM app.people WHERE disabled_at IS NULL) AS "People",
                   (SELECT count(*) FROM site.publications WHERE state = 'current') AS "Publications",
                   (SELECT count(*) FROM app.audit) AS "AuditRows",
                   (SELECT count(*) FROM app.outbox WHERE sent_at IS NULL AND dead_at IS NULL) AS "WaitingMails",
                   (SELECT count(*) FROM app.outbox WHERE dead_at IS NOT NULL) AS "DeadMails"
            """).SingleAsync(cancel),
    };
}

/// <summary>What the database says of itself and of what is in it.</summary>
public sealed record Figures(string Database, long Size, long People, long Publications, long AuditRows, long WaitingMails, long DeadMails);
