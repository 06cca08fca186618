using Acervo.Ui;

namespace Acervo.Platform.Backups;

/// <summary>Configuration section <c>Backup</c>.</summary>
public sealed record BackupSettings
{
    /// <summary>The age, in days, from which the administrators are told that there is no recent one.</summary>
    public int MaxAgeDays { get; init; } = 2;

    /// <summary>Where the nightly ones are kept; in the data folder without a value.</summary>
    public string? Folder { get; init; }

    /// <summary>How many of them.</summary>
    public int Keep { get; init; } = 7;

    public string FolderIn(DataFolder data) => Folder ?? data.PathOf("backups");

    public static BackupSettings From(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Backup").Get<BackupSettings>() ?? new BackupSettings();
        return settings is { Keep: > 0, MaxAgeDays: > 0 } ? settings
            : throw new SettingException("Backup:Keep y Backup:MaxAgeDays deben ser 1 o más.");
    }
}
