using Microsoft.Net.Http.Headers;

namespace Acervo.Platform.OpenData;

/// <summary>Lets pages of any other site read an answer: nothing here depends on who asks.</summary>
internal sealed class OpenToAll : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = $"{HeaderNames.ETag}, {HeaderNames.Link}, {HeaderNames.ContentDisposition}";
        return next(context);
    }
}
