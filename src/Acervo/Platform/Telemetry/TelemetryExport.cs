using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Acervo.Platform.Telemetry;

/// <summary>Keeps the exporters for as long as the program runs, and lets them send what they still hold at its end.</summary>
internal sealed class TelemetryExport : IHostedService, IDisposable
{
    private TracerProvider? traces;
    private MeterProvider? figures;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        (traces, figures) = TelemetrySetup.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        traces?.ForceFlush(3000);
        figures?.ForceFlush(3000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        traces?.Dispose();
        figures?.Dispose();
    }
}
