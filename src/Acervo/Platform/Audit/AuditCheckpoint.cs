using System.Globalization;

namespace Acervo.Platform.Audit;

/// <summary>How far the chain had come at a moment (so many deeds), the hash of its last link, and PostgreSQL's timeline then.</summary>
/// <param name="Seq">The last link, and so how many there were.</param>
/// <param name="Head">Its signature.</param>
/// <param name="At">When this was written.</param>
/// <param name="Timeline">Grows with each promotion of a replica; 0 when it was not known.</param>
public sealed record AuditCheckpoint(long Seq, byte[] Head, DateTime At, int Timeline)
{
    public string Line(AuditKey key) => $"{Text} {key.Seal("checkpoint", Text)}";

    /// <exception cref="RuleException">The line does not carry our signature.</exception>
    public static AuditCheckpoint Parse(AuditKey key, string line)
    {
        var parts = line.Split(' ');
        if (parts.Length != 5 || parts[4] != key.Seal("checkpoint", string.Join(' ', parts[..4])))
        {
            throw new RuleException("El archivo de puntos de control de la bitácora fue alterado: una línea no tiene firma válida.");
        }

        return new AuditCheckpoint(
            long.Parse(parts[0], CultureInfo.InvariantCulture),
            Convert.FromHexString(parts[1]),
            DateTime.Parse(parts[2], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            int.Parse(parts[3], CultureInfo.InvariantCulture));
    }

    private string Text => string.Create(CultureInfo.InvariantCulture, $"{Seq} {Convert.ToHexStringLower(Head)} {At:O} {Timeline}");
}
