using System.Security.Cryptography;

namespace Acervo.Platform.Files;

/// <summary>The bytes of a file and what they are.</summary>
public sealed record FileContent(byte[] Bytes, string ContentType)
{
    private string? sha256;

    /// <summary>Worked out once.</summary>
    public string Sha256() => sha256 ??= Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

/// <summary>A stored file, named by what it contains.</summary>
public sealed record StoredFile(string Sha256, long Size, string ContentType);
