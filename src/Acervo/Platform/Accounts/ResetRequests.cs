using System.Threading.Channels;

namespace Acervo.Platform.Accounts;

/// <summary>
/// Requests for a new password, answered after the page has been: what the page does, and how long it takes, is the same whether somebody has
/// the address or not. A request lost with the process is simply made again.
/// </summary>
public sealed class ResetRequests(IServiceScopeFactory scopes, ILogger<ResetRequests> log) : BackgroundService
{
    private readonly Channel<Request> waiting = Channel.CreateBounded<Request>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Add(string email, string siteUrl) => waiting.Writer.TryWrite(new Request(email, siteUrl));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (email, siteUrl) in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<PasswordResets>().WriteAsync(email, path => siteUrl + path, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // One letter that could not be written must not stop the others; the person asks again.
                log.LogError(exception, "A letter to reset a password could not be written.");
            }
        }
    }

    /// <summary>One request, as the job keeps it until it is answered.</summary>
    private sealed record Request(string Email, string SiteUrl);
}
