using Npgsql;

namespace Acervo.Platform.Data;

/// <summary>The three doors to the database: the owner migrates, the app works in both schemas, the public role sees schema <c>site</c> only.</summary>
public sealed record DatabaseConnections(string Owner, string App, string Public)
{
    public const string AppRole = "acervo_app";

    public const string PublicRole = "acervo_public";

    /// <summary>Derives the two working connections from the owner's: same server and database, other role.</summary>
    public static DatabaseConnections From(string owner, DatabaseSettings settings)
    {
        var app = new NpgsqlConnectionStringBuilder(owner)
        {
            Username = AppRole,
            Password = settings.AppPassword,
            MaxPoolSize = 40,
            ApplicationName = "acervo-app",
        };
        var site = new NpgsqlConnectionStringBuilder(owner)
        {
            Username = PublicRole,
            Password = settings.PublicPassword,
            MaxPoolSize = 40,
            ApplicationName = "acervo-public",
            MaxAutoPrepare = 60,
            AutoPrepareMinUsages = 2,
        };
        if (settings.Replicas.Count > 0)
        {
            app.Host = site.Host = string.Join(',', settings.Replicas.Prepend(app.Host!));
        }

        return new DatabaseConnections(owner, app.ConnectionString, site.ConnectionString);
    }
}
