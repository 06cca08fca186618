using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Acervo.Platform.Telemetry;

/// <summary>
/// What is logged and how: one JSON object a line where a program reads it, plain lines on a terminal. Addresses of requests, SQL and
/// what people typed stay out: the parts that would log them speak only when something is wrong.
/// </summary>
internal static class LogSetup
{
    private static readonly string[] Quiet = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Npgsql", "Quartz", "System.Net.Http"];

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        foreach (var category in Quiet)
        {
            builder.Logging.AddFilter(category, LogLevel.Warning);
        }

        if (Console.IsOutputRedirected && builder.Environment.IsProduction())
        {
            builder.Logging.ClearProviders().AddJsonConsole(json => (json.UseUtcTimestamp, json.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        }

        builder.Services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(services => new CalmLogs(new LoggerFactory(
            services.GetServices<ILoggerProvider>(),
            services.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>(),
            services.GetService<IOptions<LoggerFactoryOptions>>(),
            services.GetService<IExternalScopeProvider>()))));
    }
}
