using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace Acervo.Platform.Audit;

/// <summary>A deed as it stands in the trail, with the signature of every value of it.</summary>
public sealed record AuditEntry(
    long Id, string Transaction, DateTime At, int? PersonId, string Verb, string Subject, string Detail, int RowCount, byte[] RowsHash, byte[] Mac)
{
    /// <summary>What <see cref="Read"/> reads, of a table called <c>a</c>.</summary>
    public const string Columns = "a.id, a.txid::text, a.at, a.person_id, a.verb, a.subject, a.detail, a.row_count, a.rows_hash, a.mac";

    /// <summary>A deed about to be written, signed.</summary>
    public static AuditEntry Of(AuditKey key, long id, string transaction, DateTime at, Deed deed)
    {
        var hash = deed.Rows.Count == 0 ? [] : DeedRow.Hash(deed.Rows);
        return new AuditEntry(id, transaction, at, deed.PersonId, deed.Verb, deed.Subject, deed.Detail, deed.Rows.Count, hash, []).SignedBy(key);
    }

    public static AuditEntry Read(NpgsqlDataReader row, int from = 0) => new(
        row.GetInt64(from), row.GetString(from + 1), row.GetDateTime(from + 2), row.IsDBNull(from + 3) ? null : row.GetInt32(from + 3),
        row.GetString(from + 4), row.GetString(from + 5), row.GetString(from + 6), row.GetInt32(from + 7),
        row.GetFieldValue<byte[]>(from + 8), row.GetFieldValue<byte[]>(from + 9));

    public AuditEntry SignedBy(AuditKey key) => this with { Mac = Sign(key) };

    public bool IsSigned(AuditKey key) => CryptographicOperations.FixedTimeEquals(Mac, Sign(key));

    /// <summary>The signature of the link that puts this deed into the chain.</summary>
    public static byte[] Link(AuditKey key, byte[] previous, long seq, long deed, byte[] mac) => key.Sign(
        "link", Convert.ToHexStringLower(previous), seq.ToString(CultureInfo.InvariantCulture),
        deed.ToString(CultureInfo.InvariantCulture), Convert.ToHexStringLower(mac));

    private byte[] Sign(AuditKey key) => key.Sign(
        "deed",
        Id.ToString(CultureInfo.InvariantCulture),
        Transaction,
        At.ToString("O", CultureInfo.InvariantCulture),
        PersonId?.ToString(CultureInfo.InvariantCulture) ?? "-",
        Verb,
        Subject,
        Detail,
        RowCount.ToString(CultureInfo.InvariantCulture),
        Convert.ToHexStringLower(RowsHash));
}
