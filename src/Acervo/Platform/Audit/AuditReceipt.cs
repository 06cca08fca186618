using System.Globalization;

namespace Acervo.Platform.Audit;

/// <summary>A deed that a node committed, as the node wrote it down outside the database.</summary>
public sealed record AuditReceipt(long Id, string Mac)
{
    public string Line(AuditKey key) => $"{Id} {Mac} {Seal(key)}";

    /// <exception cref="RuleException">The line does not carry our signature.</exception>
    public static AuditReceipt Parse(AuditKey key, string line)
    {
        var parts = line.Split(' ');
        return parts.Length == 3 && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var id)
            && new AuditReceipt(id, parts[1]) is var receipt && receipt.Seal(key) == parts[2]
            ? receipt
            : throw new RuleException("Un archivo de comprobantes de la bitácora fue alterado: una línea no tiene firma válida.");
    }

    private string Seal(AuditKey key) => key.Seal("receipt", Id.ToString(CultureInfo.InvariantCulture), Mac);
}
