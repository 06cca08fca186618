namespace Acervo.Platform.Data;

/// <summary>Where the database is, from configuration section <c>Database</c>. Without <c>Primary</c> Acervo runs a private PostgreSQL.</summary>
public sealed class DatabaseSettings
{
    /// <summary>Connection string of the owner of both schemas; migrations run with it.</summary>
    public string? Primary { get; set; }

    /// <summary>Hosts of streaming replicas (<c>host</c> or <c>host:port</c>) that public reads prefer.</summary>
    public IList<string> Replicas { get; } = [];

    /// <summary>Password of role <c>acervo_app</c>; null where the server trusts the connection (private socket).</summary>
    public string? AppPassword { get; set; }

    /// <summary>Password of role <c>acervo_public</c>; null where the server trusts the connection (private socket).</summary>
    public string? PublicPassword { get; set; }

    /// <summary>Folder of everything that is not in the program: private cluster, keys, checkpoints.</summary>
    public string DataFolder { get; set; } = "data";
}
