using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Acervo.Platform.Audit;

/// <summary>One row of the audit trail, tied to the row before it by a keyed hash.</summary>
public sealed record AuditEntry(long Seq, DateTime At, int? PersonId, string Verb, string Subject, string Detail, byte[] Mac)
{
    /// <summary>HMAC-SHA256 over the previous row's hash and every value of this row, each preceded by its length.</summary>
    public static byte[] Sign(byte[] key, byte[] previous, long seq, DateTime at, Deed deed)
    {
        var text = new StringBuilder();
        string[] values =
        [
            seq.ToString(CultureInfo.InvariantCulture),
            at.ToString("O", CultureInfo.InvariantCulture),
            deed.PersonId?.ToString(CultureInfo.InvariantCulture) ?? "-",
            deed.Verb,
            deed.Subject,
            deed.Detail,
        ];
        foreach (var value in values)
        {
            text.Append(value.Length).Append(':').Append(value).Append('|');
        }

        byte[] message = [.. previous, .. Encoding.UTF8.GetBytes(text.ToString())];
        return HMACSHA256.HashData(key, message);
    }

    public bool IsSignedAfter(byte[] key, byte[] previous) => CryptographicOperations.FixedTimeEquals(
        Mac, Sign(key, previous, Seq, At, new Deed(Verb, Subject, PersonId, Detail)));
}
