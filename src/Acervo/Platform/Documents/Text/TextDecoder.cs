using System.Text;
using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Text;

/// <summary>Turns bytes into text when nobody says in which encoding they are: byte-order mark, strict UTF-8, Windows-1252 at last.</summary>
internal static partial class TextDecoder
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What Windows-1252 has where Latin-1 has control codes, from 0x80 to 0x9F.</summary>
    private const string WindowsRow = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009Džÿ";

    /// <summary>The text without control codes, which no document means and no database keeps.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => Control().Replace(Characters(bytes), "");

    private static string Characters(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows(bytes);
        }
    }

    private static string Windows(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var value in bytes)
        {
            text.Append(value is >= 0x80 and <= 0x9F ? WindowsRow[value - 0x80] : (char)value);
        }

        return text.ToString();
    }

    [GeneratedRegex(@"[\u0000-\u0008\u000E-\u001F\u007F]", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Control();
}
