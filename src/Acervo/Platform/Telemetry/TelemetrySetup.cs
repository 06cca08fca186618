using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Acervo.Platform.Telemetry;

/// <summary>
/// Sends traces and figures to an OpenTelemetry collector when one is configured (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>): those that ASP.NET Core,
/// the HTTP client, Npgsql, Quartz and the runtime measure by themselves. Addresses are sent without their query, which may hold what somebody searched for.
/// </summary>
internal static class TelemetrySetup
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "Quartz"];

    private static readonly string[] Meters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Routing", "System.Runtime", "System.Net.Http", "Npgsql"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        builder.Services.AddHostedService<TelemetryExport>();
    }

    /// <summary>The two exporters, running until they are disposed.</summary>
    public static (TracerProvider Traces, MeterProvider Figures) Start()
    {
        var resource = ResourceBuilder.CreateDefault().AddService("acervo", serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3));
        var traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources).AddOtlpExporter().Build();
        var figures = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter().Build();
        return (traces, figures);
    }
}
