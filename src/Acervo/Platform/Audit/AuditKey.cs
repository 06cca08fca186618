using System.Security.Cryptography;

namespace Acervo.Platform.Audit;

/// <summary>The key that signs the audit trail; it lives beside the database, never in it.</summary>
public sealed record AuditKey(byte[] Value)
{
    /// <summary>HMAC-SHA256 for one purpose: what was signed as a deed is no link, no checkpoint and no receipt.</summary>
    public byte[] Sign(string purpose, params ReadOnlySpan<string> values) => HMACSHA256.HashData(Value, AuditText.Of([purpose, .. values]));

    public string Seal(string purpose, params ReadOnlySpan<string> values) => Convert.ToHexStringLower(Sign(purpose, values));
}
