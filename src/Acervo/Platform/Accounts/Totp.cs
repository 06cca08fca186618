using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Acervo.Platform.Accounts;

/// <summary>The six digits that a telephone and we compute from a shared secret and the time (RFC 6238).</summary>
public static class Totp
{
    public const int Period = 30;

    /// <summary>The half minute that a moment falls in.</summary>
    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / Period;

    public static string CodeAt(byte[] secret, long step)
    {
        Span<byte> message = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        // Authenticator applications know SHA-1 only; as an HMAC it is still sound.
#pragma warning disable CA5350
        HMACSHA1.HashData(secret, message, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The half minute that a code belongs to, one either side of now; zero when to none.</summary>
    public static long StepOf(string code, byte[] secret, DateTimeOffset now)
    {
        var (given, middle) = (Encoding.UTF8.GetBytes(code), StepAt(now));
        long matched = 0;
        foreach (var step in (long[])[middle - 1, middle, middle + 1])
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(CodeAt(secret, step))))
            {
                matched = step;
            }
        }

        return matched;
    }

    /// <summary>The secret as bytes; applications exchange it in Base32.</summary>
    public static byte[] Decode(string base32)
    {
        List<byte> bytes = [];
        var (buffer, bits) = (0, 0);
        foreach (var letter in base32.ToUpperInvariant().Where(char.IsLetterOrDigit))
        {
            var value = char.IsLetter(letter) ? letter - 'A' : letter - '2' + 26;
            (buffer, bits) = (((buffer << 5) | value) & 0xFFF, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
