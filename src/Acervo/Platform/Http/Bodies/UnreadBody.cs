using System.Buffers;

namespace Acervo.Platform.Http.Bodies;

/// <summary>
/// A body that was refused. The answer goes out at once; what still arrives is thrown away for a while where files are sent, for a browser
/// shows no answer while it is sending and takes a closed connection for a failure.
/// </summary>
internal sealed class UnreadBody(Stream body, bool lingers)
{
    private const long Most = 250L * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Takes the body away: whoever reads the request from now on finds none.</summary>
    public static void Put(HttpContext context, bool lingers)
    {
        var request = context.Request;
        context.Items.TryAdd(typeof(UnreadBody), new UnreadBody(request.Body, lingers));
        request.Body = Stream.Null;
        request.Form = FormCollection.Empty;
        if (HttpProtocol.IsHttp11(request.Protocol) || HttpProtocol.IsHttp10(request.Protocol))
        {
            // What is left of the body would be taken for the next request.
            context.Response.Headers.Connection = "close";
        }
    }

    /// <summary>The outermost step: when everything else is done.</summary>
    public static async Task LingerAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Items[typeof(UnreadBody)] is UnreadBody { } unread && context.Request.Headers.Expect.Count == 0)
        {
            await unread.DiscardAsync(context);
        }
    }

    private async Task DiscardAsync(HttpContext context)
    {
        if (!lingers)
        {
            return;
        }

        await context.Response.CompleteAsync();
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        end.CancelAfter(Longest);
        var buffer = ArrayPool<byte>.Shared.Rent(32 * 1024);
        try
        {
            var read = 1;
            for (var left = Most; left > 0 && read > 0; left -= read)
            {
                read = await body.ReadAsync(buffer, end.Token);
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            return; // the sender left, or sends for too long: the answer went out before
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
