using System.IO.Compression;
using System.Security.Cryptography;
using Acervo.Platform.Usage;
using Microsoft.Extensions.Primitives;

namespace Acervo.Platform.Http;

/// <summary>One public answer held in memory, with its compressed forms made when somebody first asks for them.</summary>
public sealed class CachedAnswer
{
    /// <summary>Good compression in about a millisecond: a page is packed once and sent many times.</summary>
    private const int BrotliQuality = 5;

    private const int TooSmallToPack = 512;

    private readonly KeyValuePair<string, StringValues>[] headers;
    private readonly byte[] plain;
    private readonly string tag;
    private readonly bool isText;
    private readonly UsageMark? mark;
    private byte[]? brotli;
    private byte[]? gzip;

    public CachedAnswer(IHeaderDictionary from, byte[] body, GoodUntil? until, UsageMark? mark)
    {
        (Until, this.mark) = (until, mark);
        plain = body;
        tag = from.ETag.ToString() is { Length: > 2 } given ? given.Trim('"') : Convert.ToHexStringLower(SHA256.HashData(body))[..20];
        var type = from.ContentType.ToString();
        isText = body.Length > TooSmallToPack
            && (type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal)
            || type.Contains("xml", StringComparison.Ordinal));
        headers = [.. from.Where(header => header.Key is not ("ETag" or "Content-Length" or "Date" or "Vary"))];
    }

    public long LastUsed { get; set; }

    /// <summary>How long it is true.</summary>
    public GoodUntil? Until { get; }

    /// <summary>Bytes held, with room for the compressed forms.</summary>
    public int Size => (plain.Length * 3 / 2) + 1024;

    /// <summary>Sends it, counted before.</summary>
    public Task SendAsync(HttpContext context, UsageCounter usage)
    {
        var request = context.Request.Headers;
        var response = context.Response;
        context.Items[typeof(GoodUntil)] = Until;
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }

        var (body, encoding) = isText ? Choose(request.AcceptEncoding.ToString()) : (plain, null);
        response.Headers.ETag = encoding is null ? $"\"{tag}\"" : $"\"{tag}-{encoding}\"";
        response.Headers.Vary = "Accept-Encoding, Cookie";
        response.StatusCode = IsKnown(request.IfNoneMatch) ? StatusCodes.Status304NotModified : StatusCodes.Status200OK;
        usage.Count(context, mark);
        if (response.StatusCode == StatusCodes.Status304NotModified)
        {
            return Task.CompletedTask;
        }

        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.BodyWriter.WriteAsync(body, context.RequestAborted).AsTask();
    }

    /// <summary>Any form of the same content counts as known: the browser decides by the tag it stored.</summary>
    private bool IsKnown(StringValues asked)
    {
        foreach (var value in asked)
        {
            if (value is not null && (value.Contains(tag, StringComparison.Ordinal) || value.Trim() == "*"))
            {
                return true;
            }
        }

        return false;
    }

    private (byte[] Body, string? Encoding) Choose(string accepted)
    {
        if (accepted.Length == 0)
        {
            return (plain, null);
        }

        if (accepted.Contains("br", StringComparison.OrdinalIgnoreCase))
        {
            return (brotli ??= PackBrotli(plain), "br");
        }

        return accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? (gzip ??= PackGzip(plain), "gzip") : (plain, null);
    }

    private static byte[] PackBrotli(byte[] body)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, packed, out var length, BrotliQuality, window: 20) ? packed[..length]
            : throw new InvalidOperationException("Brotli needs more room than it said.");
    }

    private static byte[] PackGzip(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }
}
