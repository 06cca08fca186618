namespace Acervo.Platform.Backups;

/// <summary>What a backup holds, part by part, so that a damaged one is known before it is used.</summary>
/// <param name="Product">Whose backup it is.</param>
/// <param name="Version">The program that made it.</param>
/// <param name="MadeAt">The moment it shows: what was done later is not in it.</param>
/// <param name="Database">What the database was called.</param>
/// <param name="Parts">Its files.</param>
/// <param name="Schema">The schema files that had been applied; null in the oldest backups.</param>
/// <param name="Rows">How many rows each table had.</param>
public sealed record BackupManifest(
    string Product,
    string Version,
    DateTime MadeAt,
    string Database,
    IReadOnlyList<BackupPart> Parts,
    IReadOnlyList<string>? Schema = null,
    IReadOnlyDictionary<string, long>? Rows = null)
{
    public const string Entry = "manifest.json";
}

/// <summary>One part of a backup.</summary>
public sealed record BackupPart(string Name, long Size, string Sha256);
