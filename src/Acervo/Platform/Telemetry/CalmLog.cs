using Acervo.Platform.Http;

namespace Acervo.Platform.Telemetry;

/// <summary>One category of the log, without the stacks that say nothing.</summary>
internal sealed class CalmLog(ILogger inner, CalmLogs all) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is null || !(DatabaseAway.Is(exception) || ClientGone.Is(exception)))
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
        }
        else if (DatabaseAway.Is(exception) && inner.IsEnabled(logLevel) && logLevel >= LogLevel.Warning)
        {
            all.Count(exception);
        }
    }
}
