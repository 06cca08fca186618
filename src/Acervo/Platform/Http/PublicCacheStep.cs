using System.Collections.Concurrent;
using System.Text;
using Acervo.Platform.Calendar;
using Acervo.Platform.Publications;
using Acervo.Platform.Usage;

namespace Acervo.Platform.Http;

/// <summary>
/// The shortest road through the program: right after routing, before sign-in and rights, a public answer that is known is sent from
/// memory. One request makes a missing answer; those that arrive meanwhile wait for it. Whatever anyone may read is counted here, sent or made.
/// </summary>
internal sealed class PublicCacheStep(
    RequestDelegate next, PublicCache cache, PublicationKinds kinds, UsageCounter usage, UsageChannels channels, TimeProvider clock)
{
    private const int LongestKey = 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> making = new(StringComparer.Ordinal);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || SiteCookies.HasState(request))
        {
            return next(context);
        }

        var marks = context.GetEndpoint()?.Metadata;
        if (marks?.GetMetadata<PublicCacheAttribute>() is not { } rule)
        {
            return marks?.GetMetadata<OpenAnswerAttribute>() is null ? next(context) : PassAsync(context);
        }

        if (request.QueryString.HasValue)
        {
            channels.Remember(context);
            request.QueryString = Allowed(request, rule);
        }

        if (!cache.IsOn)
        {
            return MakeAndCountAsync(context);
        }

        // Neither host nor scheme: no answer depends on them, and whoever invents hosts would fill the memory.
        var key = request.Path.Value + request.QueryString.Value;
        return cache.Find(key) is { } known ? known.SendAsync(context, usage) : MakeAsync(context, key);
    }

    /// <summary>The parameters that count, in one order, so that the same question has one key.</summary>
    private QueryString Allowed(HttpRequest request, PublicCacheAttribute rule)
    {
        var query = new StringBuilder();
        foreach (var (name, values) in request.Query.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!rule.Queries.Contains(name) && !(rule.Facets && kinds.Narrows(name)))
            {
                continue;
            }

            foreach (var value in values.Where(value => !string.IsNullOrEmpty(value)))
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value!));
            }
        }

        return new QueryString(query.ToString());
    }

    /// <summary>Makes an answer that knows until when it is true.</summary>
    private async Task<GoodUntil> MakeAsync(HttpContext context)
    {
        var until = GoodUntil.Begin(clock.Now());
        context.Items[typeof(GoodUntil)] = until;
        await next(context);
        return until;
    }

    private async Task MakeAsync(HttpContext context, string key)
    {
        if (key.Length > LongestKey || HttpMethods.IsHead(context.Request.Method))
        {
            await MakeAndCountAsync(context);
            return;
        }

        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (making.TryAdd(key, mine))
        {
            try
            {
                await MakeAndKeepAsync(context, key);
            }
            finally
            {
                making.TryRemove(key, out _);
                mine.SetResult();
            }

            return;
        }

        if (making.TryGetValue(key, out var theirs))
        {
            await Task.WhenAny(theirs.Task, Task.Delay(Patience, context.RequestAborted));
        }

        await (cache.Find(key) is { } known ? known.SendAsync(context, usage) : MakeAndCountAsync(context));
    }

    /// <summary>What is never kept, such as a file: counted when it is out.</summary>
    private async Task PassAsync(HttpContext context)
    {
        await next(context);
        usage.Count(context, UsageMark.Of(context));
    }

    private async Task MakeAndCountAsync(HttpContext context)
    {
        await MakeAsync(context);
        usage.Count(context, UsageMark.Of(context));
    }

    private async Task MakeAndKeepAsync(HttpContext context, string key)
    {
        var response = context.Response;
        var since = cache.Generation;
        var body = response.Body;
        using var buffer = new MemoryStream(32 * 1024);
        response.Body = buffer;
        GoodUntil until;
        try
        {
            until = await MakeAsync(context);
        }
        finally
        {
            response.Body = body;
        }

        if (!IsForAll(response))
        {
            usage.Count(context, UsageMark.Of(context));
            buffer.Position = 0;
            await buffer.CopyToAsync(body, context.RequestAborted);
            return;
        }

        var answer = new CachedAnswer(response.Headers, buffer.ToArray(), until, UsageMark.Of(context));
        cache.Keep(key, answer, since);
        await answer.SendAsync(context, usage);
    }

    private static bool IsForAll(HttpResponse response) => response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0
        && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);
}
