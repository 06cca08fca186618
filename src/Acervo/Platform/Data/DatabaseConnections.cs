using Npgsql;

namespace Acervo.Platform.Data;

/// <summary>
/// The three doors to the database: the owner migrates, the app works in both schemas, the public role sees schema <c>site</c> only.
/// With several hosts the first two go to whichever is the primary, also after a failover.
/// </summary>
public sealed record DatabaseConnections(string Owner, string App, string Public)
{
    public const string AppRole = "acervo_app";

    public const string PublicRole = "acervo_public";

    private const string Primary = "primary";

    /// <summary>Derives the two working connections from the owner's: same servers and database, other role.</summary>
    public static DatabaseConnections From(string owner, DatabaseSettings settings)
    {
        var all = new NpgsqlConnectionStringBuilder(owner);
        all.Host = string.Join(',', settings.Replicas.Prepend(all.Host!));
        var app = new NpgsqlConnectionStringBuilder(all.ConnectionString)
        {
            Username = AppRole,
            Password = settings.AppPassword,
            MaxPoolSize = 40,
            ApplicationName = "acervo-app",
            // What an office asks all day is understood and planned once for each connection.
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 3,
            // No question of the app leaves anything in its session: whatever it sets or locks ends with its transaction.
            NoResetOnClose = true,
        };
        var site = new NpgsqlConnectionStringBuilder(all.ConnectionString)
        {
            Username = PublicRole,
            Password = settings.PublicPassword,
            // Public reads last milliseconds and nobody holds one while writing out: more of them at once than processors only take turns.
            MaxPoolSize = Math.Max(8, 4 * Environment.ProcessorCount),
            ApplicationName = "acervo-public",
            MaxAutoPrepare = 60,
            AutoPrepareMinUsages = 2,
            // No public question leaves anything in its session: seven statements of tidying after each would cost more than the question.
            NoResetOnClose = true,
            // A whole publication at once, instead of in pieces and once more into a buffer that is large enough.
            ReadBufferSize = 32 * 1024,
            TargetSessionAttributes = null,
        };
        if (all.Host.Contains(',', StringComparison.Ordinal))
        {
            all.TargetSessionAttributes = app.TargetSessionAttributes = Primary;
        }

        return new DatabaseConnections(all.ConnectionString, app.ConnectionString, site.ConnectionString);
    }

    /// <summary>A source of connections of the owner or the app, to the primary where there are several hosts.</summary>
    public static NpgsqlDataSource SourceOf(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        if (settings.TargetSessionAttributes != Primary)
        {
            return NpgsqlDataSource.Create(connection);
        }

        settings.TargetSessionAttributes = null;
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary);
    }
}
