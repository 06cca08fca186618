using System.Security.Cryptography;
using System.Text;

namespace Acervo.Platform.Editorial.Intake;

/// <summary>What somebody sent to be read, uploaded or pasted, before it is kept.</summary>
internal sealed record SentDocument(Stream Bytes, string Sha256, string ContentType, string Name) : IAsyncDisposable
{
    public static SentDocument Pasted(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new SentDocument(new MemoryStream(bytes, writable: false), Convert.ToHexStringLower(SHA256.HashData(bytes)), "text/plain",
            DocumentReading.PastedName);
    }

    public ValueTask DisposeAsync() => Bytes.DisposeAsync();
}
