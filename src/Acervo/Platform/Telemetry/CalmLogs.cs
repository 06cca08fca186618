using System.Diagnostics;

namespace Acervo.Platform.Telemetry;

/// <summary>
/// Writes the log as it comes, but for two things that would drown it: while the database is away, one line a minute instead of a stack for
/// each request and each job; and nothing of visitors who hung up, of whom the request itself leaves a line.
/// </summary>
internal sealed class CalmLogs(ILoggerFactory inner) : ILoggerFactory
{
    private readonly ILogger own = inner.CreateLogger("Acervo.Platform.Data");
    private readonly Lock gate = new();
    private long toldAt;
    private int untold;

    public ILogger CreateLogger(string categoryName) => new CalmLog(inner.CreateLogger(categoryName), this);

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    /// <summary>One more thing that failed because the database is away.</summary>
    public void Count(Exception away)
    {
        int failed;
        lock (gate)
        {
            untold++;
            if (toldAt != 0 && Stopwatch.GetElapsedTime(toldAt) < TimeSpan.FromMinutes(1))
            {
                return;
            }

            (toldAt, failed, untold) = (Stopwatch.GetTimestamp(), untold, 0);
        }

        own.LogError("The database does not answer: {Reason} Requests and jobs that failed since the last such line: {Failed}.", away.Message.Split('\n')[0],
            failed);
    }
}
