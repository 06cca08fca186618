using System.IO.Compression;
using System.Security.Cryptography;

namespace Acervo.Ui;

/// <summary>One style, script or image held in memory, compressed once, under a name that changes with its content.</summary>
public sealed class AssetFile
{
    private readonly byte[] plain;
    private readonly byte[] gzip;
    private readonly byte[] brotli;

    public AssetFile(string name, string type, byte[] content, string? hash = null)
    {
        (Name, Type, plain) = (name, type, content);
        Hash = hash ?? HashOf(content);
        gzip = Compress(content, to => new GZipStream(to, CompressionLevel.SmallestSize));
        brotli = Compress(content, to => new BrotliStream(to, CompressionLevel.SmallestSize));
    }

    public string Name { get; }

    public string Type { get; }

    public string Hash { get; }

    public string Href => $"/assets/{Hash}/{Name}";

    /// <summary>The whole of it, for a page that can ask for nothing.</summary>
    public string Data => $"data:{Type};base64,{Convert.ToBase64String(plain)}";

    /// <summary>What travels to a browser that accepts brotli, which is all of them.</summary>
    public int Transferred => brotli.Length;

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..12];

    public async Task SendAsync(HttpContext request, string hash)
    {
        var (body, encoding) = Choose(request.Request.Headers.AcceptEncoding.ToString());
        var headers = request.Response.Headers;
        headers.ContentType = Type;
        headers.ContentLength = body.Length;
        headers.Vary = "Accept-Encoding";
        headers.XContentTypeOptions = "nosniff";
        // A node that still runs the other release may ask for its hash: it gets this content, but nobody keeps it.
        headers.CacheControl = hash == Hash ? "public,max-age=31536000,immutable" : "no-cache";
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        if (!HttpMethods.IsHead(request.Request.Method))
        {
            await request.Response.Body.WriteAsync(body, request.RequestAborted);
        }
    }

    private (byte[] Body, string? Encoding) Choose(string accepted)
    {
        if (accepted.Contains("br", StringComparison.OrdinalIgnoreCase)) { return (brotli, "br"); }
        if (accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase)) { return (gzip, "gzip"); }
        return (plain, null);
    }

    private static byte[] Compress(byte[] content, Func<Stream, Stream> wrap)
    {
        using var packed = new MemoryStream();
        using (var stream = wrap(packed))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }
}
