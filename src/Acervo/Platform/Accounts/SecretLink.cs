using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Acervo.Platform.Accounts;

/// <summary>A word of 256 random bits that goes into a link and is kept only as its hash.</summary>
internal static class SecretLink
{
    public static (string Word, byte[] Hash) Make()
    {
        var word = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        return (word, HashOf(word));
    }

    public static byte[] HashOf(string word) => SHA256.HashData(Encoding.UTF8.GetBytes(word));
}
