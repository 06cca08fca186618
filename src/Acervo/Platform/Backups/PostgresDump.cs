using Npgsql;

namespace Acervo.Platform.Backups;

/// <summary>PostgreSQL's own programs that write a database out and read it back.</summary>
internal sealed class PostgresDump(string connection)
{
    private readonly PostgresPrograms programs = PostgresPrograms.Find();
    private readonly NpgsqlConnectionStringBuilder target = new(connection);

    public Task WriteAsync(Stream output, CancellationToken cancel) =>
        RunAsync("pg_dump", ["--format=custom", "--compress=6"], null, output, cancel);

    /// <summary>All of it or nothing: one transaction.</summary>
    public Task ReadAsync(Stream input, CancellationToken cancel) =>
        RunAsync("pg_restore", ["--exit-on-error", "--single-transaction", "--no-owner"], input, null, cancel);

    private async Task RunAsync(string program, IEnumerable<string> arguments, Stream? input, Stream? output, CancellationToken cancel)
    {
        // The password, if any, goes by the environment: arguments can be read by anyone on the machine.
        var environment = target.Password is { Length: > 0 } password ? new Dictionary<string, string> { ["PGPASSWORD"] = password } : [];
        string[] all = ["--host", target.Host!.Split(',')[0], "--port", $"{target.Port}", "--username", target.Username!, "--dbname", target.Database!, "--no-password", .. arguments];
        var (code, error) = await programs.PipeAsync(program, all, input, output, environment, cancel);
        if (code != 0)
        {
            throw new RuleException($"{program} terminó con el código {code}: {error.Trim().Split('\n')[0]}");
        }
    }
}
