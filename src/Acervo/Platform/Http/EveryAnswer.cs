using Acervo.Platform.Accounts;

namespace Acervo.Platform.Http;

/// <summary>
/// The headers that every answer carries, whoever made it: pages, files, errors, refusals of the framework. They are written when the answer
/// leaves, since an error clears what was there before; and it stands before everything else, also before what the framework puts first.
/// </summary>
internal sealed class EveryAnswer(PublicCache cache, IConfiguration configuration, ILogger<EveryAnswer> log) : IStartupFilter
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string NoStore = "no-store";

    /// <summary>What anything here answers to; other methods reach no page, which would run without its act.</summary>
    private static readonly string[] Known = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Options];

    private readonly bool isBehindTls = SiteCookies.AreBehindTls(configuration);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(AnswerAsync);
        next(app);
    };

    private async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(Write, context);
        if (!Known.Contains(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = string.Join(", ", Known);
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception failed) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // What fails outside the error page, or in it, would leave without any of these headers.
            await FailAsync(context, failed);
        }
    }

    private async Task FailAsync(HttpContext context, Exception failed)
    {
        var status = (failed as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
        if (status >= StatusCodes.Status500InternalServerError)
        {
            log.LogError(failed, "A request failed where no error page could be shown.");
        }

        context.Response.Clear();
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(status < StatusCodes.Status500InternalServerError ? Refusals.SentenceOf(failed)
            : "Se presentó una falla en el sitio. Intente de nuevo en un momento.", context.RequestAborted);
    }

    private Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Policy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers.CacheControl = KeepingOf(context);
        if (isBehindTls || context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Who may keep an answer. Nobody, when it is for one person, gives a cookie, or says no; a shared cache for seconds, when its address is the
    /// same for all; files of the program, as they say.
    /// </summary>
    private string KeepingOf(HttpContext context)
    {
        var (response, endpoint) = (context.Response, context.GetEndpoint()?.Metadata);
        if (response.StatusCode >= StatusCodes.Status400BadRequest || response.Headers.SetCookie.Count > 0)
        {
            return NoStore;
        }

        if (endpoint?.GetMetadata<ProgramFileAttribute>() is not null)
        {
            return response.Headers.CacheControl.ToString();
        }

        var isForOne = SiteCookies.HasState(context.Request) || context.Items.ContainsKey(typeof(Access)) || context.User.Identity?.IsAuthenticated == true;
        return isForOne || endpoint?.GetMetadata<OpenAnswerAttribute>() is null ? NoStore
            : cache.ControlOf(context.Items[typeof(GoodUntil)] as GoodUntil);
    }
}
