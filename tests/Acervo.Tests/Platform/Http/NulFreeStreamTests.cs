using System.Text;
using Acervo.Platform.Http;

namespace Acervo.Tests.Platform.Http;

/// <summary>NULs go wherever the pieces of a body are cut; everything else comes through.</summary>
public sealed class NulFreeStreamTests
{
    [Theory]
    [InlineData("a=1%00&b=%00%00", "a=1&b=")]
    [InlineData("a=%0&b=%", "a=%0&b=%")]
    [InlineData("%%0%000a%0A%20%00", "%%00a%0A%20")]
    [InlineData("", "")]
    public async Task Only_NULs_go_however_the_body_is_cut(string sent, string kept)
    {
        for (var size = 1; size <= Math.Max(1, sent.Length); size++)
        {
            using var body = new MemoryStream();
            await using var pieces = new Pieces(Encoding.ASCII.GetBytes(sent), size);
            await using var clean = new NulFreeStream(pieces);
            await clean.CopyToAsync(body, TestContext.Current.CancellationToken);
            Assert.Equal(kept, Encoding.ASCII.GetString(body.ToArray()));
        }
    }

    /// <summary>Bytes that arrive a few at a time.</summary>
    private sealed class Pieces(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer.Length > size ? buffer[..size] : buffer, cancellationToken);
    }
}
