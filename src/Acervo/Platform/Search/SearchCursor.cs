using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace Acervo.Platform.Search;

/// <summary>A place in an order of results, by the values that order them: what is published meanwhile moves no one else's place.</summary>
/// <param name="Score">Relevance or reuse, highest first.</param>
/// <param name="Ticks">Date, newest first.</param>
/// <param name="Id">Breaks ties.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SearchCursor(float Score, long Ticks, long Id) : IComparable<SearchCursor>
{
    private const int Length = 20;

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is something else.</summary>
    public static SearchCursor? Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[Length + 4];
        if (text.Length > 40 || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var read) || read != Length)
        {
            return null;
        }

        return new SearchCursor(
            BinaryPrimitives.ReadSingleBigEndian(bytes),
            BinaryPrimitives.ReadInt64BigEndian(bytes[4..]),
            BinaryPrimitives.ReadInt64BigEndian(bytes[12..]));
    }

    public static bool operator <(SearchCursor left, SearchCursor right) => left.CompareTo(right) < 0;

    public static bool operator >(SearchCursor left, SearchCursor right) => left.CompareTo(right) > 0;

    public static bool operator <=(SearchCursor left, SearchCursor right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SearchCursor left, SearchCursor right) => left.CompareTo(right) >= 0;

    public int CompareTo(SearchCursor other)
    {
        var order = other.Score.CompareTo(Score);
        order = order != 0 ? order : other.Ticks.CompareTo(Ticks);
        return order != 0 ? order : other.Id.CompareTo(Id);
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteSingleBigEndian(bytes, Score);
        BinaryPrimitives.WriteInt64BigEndian(bytes[4..], Ticks);
        BinaryPrimitives.WriteInt64BigEndian(bytes[12..], Id);
        return Base64Url.EncodeToString(bytes);
    }
}
