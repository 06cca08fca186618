using System.Buffers.Binary;

namespace Acervo.Platform.Search;

/// <summary>
/// Numbers as PostgreSQL's <c>array_send</c> writes them: a head of 20 bytes, then for each its length and its bytes. The driver takes every
/// number of an array through its conversions; ten thousand of them cost more than finding them did.
/// </summary>
internal static class SentArray
{
    private const int Head = 20;
    private const int LengthBytes = 4;

    public static int Count(ReadOnlySpan<byte> sent) => sent.Length < Head ? 0 : BinaryPrimitives.ReadInt32BigEndian(sent[12..]);

    public static long Int64At(ReadOnlySpan<byte> sent, int index) =>
        BinaryPrimitives.ReadInt64BigEndian(sent[(Head + (index * (LengthBytes + sizeof(long))) + LengthBytes)..]);
}
