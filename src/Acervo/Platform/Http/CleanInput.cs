using Acervo.Platform.Text;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace Acervo.Platform.Http;

/// <summary>
/// The one place where control characters and halves of characters are taken out of what people send: query, fields of forms, names of files.
/// PostgreSQL refuses them, and a person could do nothing about the refusal, since they cannot be seen.
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

    /// <summary>Cleans forms: after rights, limits and the antiforgery token were checked, before any page reads a value.</summary>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.HasFormContentType && await ReadAsync(request) is { } form && !IsClean(form))
        {
            request.Form = new FormCollection(
                form.GroupBy(field => CleanText.Of(field.Key), StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(fields => fields.Key, fields => Clean(new StringValues([.. fields.SelectMany(field => field.Value.ToArray())])), StringComparer.OrdinalIgnoreCase),
                Clean(form.Files));
        }

        await next();
    }

    /// <summary>Null when the form cannot be read: whoever binds the model says so.</summary>
    private static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return null;
        }
    }

    private static bool IsClean(IFormCollection form) =>
        form.All(field => IsClean(field.Key, field.Value)) && form.Files.All(file => CleanText.IsClean(file.Name) && CleanText.IsClean(file.FileName));

    private static bool IsClean(string name, StringValues values) => CleanText.IsClean(name) && values.All(value => value is null || CleanText.IsClean(value));

    private static StringValues Clean(StringValues values) => new(Array.ConvertAll(values.ToArray(), value => value is null ? null : CleanText.Of(value)));

    private static FormFileCollection Clean(IFormFileCollection files)
    {
        FormFileCollection clean = [.. files.Select(file => new FormFile(file.OpenReadStream(), 0, file.Length, CleanText.Of(file.Name), CleanText.Of(file.FileName)) { Headers = file.Headers })];
        return clean;
    }
}
