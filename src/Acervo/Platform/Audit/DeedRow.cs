using System.Globalization;
using System.Security.Cryptography;

namespace Acervo.Platform.Audit;

/// <summary>One of the things that a deed was done to: a row of an import, or what was made public and its fingerprint.</summary>
public sealed record DeedRow(string Subject, string Detail)
{
    /// <summary>The hash of all rows of a deed in their order; the deed signs it.</summary>
    public static byte[] Hash(IEnumerable<DeedRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var n = 0;
        foreach (var row in rows)
        {
            hash.AppendData(row.BytesAt(++n));
        }

        return hash.GetHashAndReset();
    }

    internal byte[] BytesAt(int n) => AuditText.Of(n.ToString(CultureInfo.InvariantCulture), Subject, Detail);
}
