using System.CommandLine;
using Acervo.Platform.Http;
using Microsoft.AspNetCore.Connections;

namespace Acervo.Platform.Commands;

/// <summary><c>acervo serve</c>: the web site until Ctrl-C.</summary>
internal static class ServeCommand
{
    /// <summary>What requests and jobs that are at work may take to end.</summary>
    private static readonly TimeSpan ToFinish = TimeSpan.FromSeconds(6);

    /// <summary>When a stop has taken this long, whoever did not hear of it is left where they are; Quartz waits for a database that is away.</summary>
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(8);

    /// <summary>When a stop has taken this long, whatever waits for the private database is not waited for any more.</summary>
    private static readonly TimeSpan ToStop = TimeSpan.FromSeconds(15);

    public static Command Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Direcciones en que atiende, separadas por punto y coma.",
            DefaultValueFactory = _ => "http://127.0.0.1:8080"
        };
        var command = new Command("serve", "Sirve el sitio hasta Ctrl-C.") { urls };
        command.SetAction(async (parsed, cancel) =>
        {
            Check(parsed.GetValue(urls)!);
            var installation = Installation.Begin(["--urls", parsed.GetValue(urls)!], asServer: true, cancel);
            await using var lastResort = new Timer(_ => installation.KillDatabase());
            await using var stopping = cancel.Register(() => lastResort.Change(ToStop, Timeout.InfiniteTimeSpan));
            // The first to go: the last resort is there for its end too.
            await using var first = installation;
            await PatientlyAsync(ServeAsync(installation, cancel), cancel);
            return 0;
        });
        return command;
    }

    private static async Task ServeAsync(Installation installation, CancellationToken cancel)
    {
        SiteUrl.Check(installation.Builder.Configuration, installation.Builder.Environment);
        installation.Builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ToFinish);
        if (installation.IsMending)
        {
            await installation.ReadyAsync();
        }

        await using var app = installation.BuildApp();
        await installation.ReadyAsync();
        await MigrateCommand.RefreshAsync(app, cancel);
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Acervo atiende en {string.Join(" y ", app.Urls)}. Ctrl-C lo detiene."));
        await RunAsync(app, cancel);
    }

    /// <summary>Waits for the end of the site, but after a stop for a while only: the private database is to be stopped in time.</summary>
    private static async Task PatientlyAsync(Task site, CancellationToken stop)
    {
        using var over = new CancellationTokenSource();
        await using var asked = stop.Register(() => over.CancelAfter(ToEnd));
        try
        {
            await site.WaitAsync(over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !site.IsCompleted)
        {
            await Console.Error.WriteLineAsync($"Pasados {ToEnd.TotalSeconds:0} segundos no había terminado todo lo que estaba en curso; no se esperó más.");
        }
    }

    private static void Check(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                BindingAddress.Parse(url);
            }
            catch (FormatException wrong)
            {
                throw new RuleException($"--urls: «{url}» no es una dirección como http://127.0.0.1:8080.", wrong);
            }
        }
    }

    private static async Task RunAsync(WebApplication app, CancellationToken cancel)
    {
        try
        {
            await app.RunAsync(cancel);
        }
        catch (IOException inUse) when (inUse.InnerException is AddressInUseException)
        {
            throw new RuleException($"Otro programa ya atiende en esa dirección. Elija otra con --urls o ACERVO_URLS. ({inUse.Message})", inUse);
        }
    }
}
