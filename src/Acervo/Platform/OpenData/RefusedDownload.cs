using System.Globalization;
using Acervo.Platform.Calendar;
using Acervo.Platform.Http;

namespace Acervo.Platform.OpenData;

/// <summary>A download that people click and that cannot be had: they get a page with the sentence instead of a file.</summary>
internal sealed class RefusedDownload(int status, string sentence, TimeSpan? retryAfter = null) : IResult
{
    /// <summary>Says since when a publication is gone and why.</summary>
    public static RefusedDownload Of(PublishedVersion withdrawn) => new(
        StatusCodes.Status410Gone,
        $"Se retiró el {(withdrawn.WithdrawnAt ?? withdrawn.PublishedAt).LongDay()}. Motivo: {withdrawn.WithdrawnReason}");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Items[typeof(RefusalResult)] = sentence;
        httpContext.Response.StatusCode = status;
        if (retryAfter is { } wait)
        {
            httpContext.Response.Headers.RetryAfter = wait.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        }

        return Task.CompletedTask;
    }
}
