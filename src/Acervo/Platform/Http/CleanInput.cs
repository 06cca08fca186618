using Acervo.Platform.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace Acervo.Platform.Http;

/// <summary>
/// The one place where control characters and halves of characters are taken out of what people send: query and fields of forms. Names of files are
/// cleaned where they arrive, in <see cref="Bodies.SentForm"/>. PostgreSQL refuses them, and a person could do nothing about the refusal, since they cannot
/// be seen.
/// </summary>
internal sealed class CleanInput : IAsyncResourceFilter
{
    /// <summary>Cleans addresses and what the framework would refuse in forms, before anything reads them.</summary>
    public static Task BeginAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.QueryString.HasValue && request.Query.Any(pair => !IsClean(pair.Key, pair.Value)))
        {
            request.QueryString = QueryString.Create(request.Query.Select(pair => KeyValuePair.Create(CleanText.Of(pair.Key), Clean(pair.Value))));
        }

        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            request.Body = new NulFreeStream(request.Body);
        }

        return next(context);
    }

    /// <summary>Cleans forms: after they were read in turn and the antiforgery token was checked, before any page reads a value.</summary>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.HttpContext.Features.Get<IFormFeature>()?.Form is { } form && !IsClean(form))
        {
            request.Form = new FormCollection(
                form.GroupBy(field => CleanText.Of(field.Key), StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(fields => fields.Key, fields => Clean(new StringValues([.. fields.SelectMany(field => field.Value.ToArray())])),
                    StringComparer.OrdinalIgnoreCase),
                form.Files);
        }

        await next();
    }

    private static bool IsClean(IFormCollection form) => form.All(field => IsClean(field.Key, field.Value));

    private static bool IsClean(string name, StringValues values) => CleanText.IsClean(name) && values.All(value => value is null || CleanText.IsClean(value));

    private static StringValues Clean(StringValues values) => new(Array.ConvertAll(values.ToArray(), value => value is null ? null : CleanText.Of(value)));
}
