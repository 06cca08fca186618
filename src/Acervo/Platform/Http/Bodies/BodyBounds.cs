using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Acervo.Platform.Http.Bodies;

/// <summary>
/// Right after routing: the server counts what arrives against what the address takes, and a body that says of itself that it is too long is
/// taken away before anything can read it. <see cref="FormIntake"/> says so to the person, once it is known that they may ask at all.
/// </summary>
internal static class BodyBounds
{
    /// <summary>The page of an error is made by running the request again: its body was judged the first time.</summary>
    public static bool IsSecondRun(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    public static Task SetAsync(HttpContext context, RequestDelegate next)
    {
        if (IsSecondRun(context) || context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } bound)
        {
            return next(context);
        }

        var takes = TakesAttribute.Of(context.GetEndpoint());
        bound.MaxRequestBodySize = takes.Bytes;
        if (context.Request.ContentLength > takes.Bytes)
        {
            // No bound for what nobody keeps: the server throws it away for a moment, so that the answer is not lost under a broken connection.
            bound.MaxRequestBodySize = null;
            context.Items[typeof(BodyBounds)] = takes;
            UnreadBody.Put(context, lingers: takes.File > 0);
        }

        return next(context);
    }

    public static bool IsTooLong(HttpContext context) => context.Items.ContainsKey(typeof(BodyBounds));
}
