using Npgsql;

namespace Acervo.Platform.Backups;

/// <summary>PostgreSQL's own programs that write a database out and read it back.</summary>
internal sealed class PostgresDump(string connection)
{
    private readonly PostgresPrograms programs = PostgresPrograms.Find();
    private readonly NpgsqlConnectionStringBuilder target = new(connection);

    /// <summary>The database as a transaction that is open meanwhile sees it.</summary>
    public Task WriteAsync(Stream output, string snapshot, CancellationToken cancel) =>
        RunAsync("pg_dump", ["--format=custom", "--compress=6", "--snapshot", snapshot], null, output, cancel);

    /// <summary>All of it or nothing: one transaction.</summary>
    public Task ReadAsync(Stream input, CancellationToken cancel) =>
        RunAsync("pg_restore", ["--exit-on-error", "--single-transaction", "--no-owner"], input, null, cancel);

    private async Task RunAsync(string program, IEnumerable<string> arguments, Stream? input, Stream? output, CancellationToken cancel)
    {
        var environment = new Dictionary<string, string>();
        if (target.Password is { Length: > 0 } password)
        {
            // Arguments can be read by anyone on the machine.
            environment["PGPASSWORD"] = password;
        }

        if (target.TargetSessionAttributes is { } wanted)
        {
            environment["PGTARGETSESSIONATTRS"] = wanted;
        }

        var hosts = Array.ConvertAll(target.Host!.Split(','), HostAndPort);
        string[] all = ["--host", string.Join(',', hosts.Select(host => host.Host)), "--port", string.Join(',', hosts.Select(host => host.Port)), "--username",
            target.Username!, "--dbname", target.Database!, "--no-password", .. arguments];
        var (code, error) = await programs.PipeAsync(program, all, input, output, environment, cancel);
        if (code != 0)
        {
            throw new RuleException($"{program} terminó con el código {code}: {error.Trim().Split('\n')[0]}");
        }
    }

    /// <summary>Npgsql writes the port of one of several hosts behind it; a folder of sockets has none.</summary>
    private (string Host, string Port) HostAndPort(string host) =>
        host.StartsWith('/') || host.LastIndexOf(':') is not (> 0 and var colon) || host.EndsWith(']')
        ? (host, $"{target.Port}")
        : (host[..colon].Trim('[', ']'), host[(colon + 1)..]);
}
