namespace Acervo.Platform.Backups;

/// <summary>What a backup holds, part by part, so that a damaged one is known before it is used.</summary>
public sealed record BackupManifest(string Product, string Version, DateTime MadeAt, string Database, IReadOnlyList<BackupPart> Parts)
{
    public const string Entry = "manifest.json";
}

/// <summary>One part of a backup.</summary>
public sealed record BackupPart(string Name, long Size, string Sha256);
