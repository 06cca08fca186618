using System.Text.Json;

namespace Acervo.Platform.Backups;

/// <summary>The last backup made from a data folder, for the administrators' overview.</summary>
public sealed record BackupRecord(DateTime MadeAt, string Name, long Size)
{
    public const string FileName = "last-backup.json";

    public static BackupRecord? Read(DataFolder folder) => File.Exists(folder.PathOf(FileName))
        ? JsonSerializer.Deserialize<BackupRecord>(File.ReadAllText(folder.PathOf(FileName)), JsonSerializerOptions.Web)
        : null;
}
