using System.Security.Cryptography;
using System.Text;

namespace Acervo.Platform.Text;

/// <summary>A short mark of a sentence. An explanation holds for what was remarked, word by word: another figure is another remark.</summary>
internal static class TextMark
{
    public static string Of(string sentence) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sentence)))[..8];
}
