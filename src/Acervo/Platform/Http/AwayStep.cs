namespace Acervo.Platform.Http;

/// <summary>
/// What a request answers when it cannot be served through no fault of the program: without the database a page that asks it nothing, for
/// people signed in too; and to somebody who hung up, nothing, with one short line in the log.
/// </summary>
internal sealed class AwayStep(RequestDelegate next, AwayPage page, ILogger<AwayStep> log)
{
    private const string RetrySeconds = "10";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception away) when (DatabaseAway.Is(away) && !context.Response.HasStarted)
        {
            await AnswerAsync(context);
        }
        catch (Exception gone) when (ClientGone.Is(gone) || (gone is OperationCanceledException && context.RequestAborted.IsCancellationRequested))
        {
            log.LogInformation("A visitor closed before the request was over: {Kind}.", gone.GetType().Name);
            if (!context.Response.HasStarted)
            {
                // A kind of content says that there is nothing more to add, such as a page about the error.
                (context.Response.StatusCode, context.Response.ContentType) = (StatusCodes.Status400BadRequest, "text/plain");
            }
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        foreach (var name in new[] { "Set-Cookie", "ETag", "Last-Modified", "Content-Disposition", "Content-Length", "Content-Encoding", "Location" })
        {
            response.Headers.Remove(name);
        }

        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetrySeconds;
        response.Headers.CacheControl = "no-store";
        if (IsForProgram(request))
        {
            await response.WriteAsJsonAsync(page.Problem, options: null, "application/problem+json", context.RequestAborted);
            return;
        }

        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(page.Html, context.RequestAborted);
    }

    private static bool IsForProgram(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        || request.Path.Value!.EndsWith(".json", StringComparison.Ordinal)
        || request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal);
}
