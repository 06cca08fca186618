namespace Acervo.Platform.Jobs;

/// <summary>Configuration section <c>Jobs</c>.</summary>
public sealed class JobSettings
{
    /// <summary>Whether this node runs jobs; without a value, yes everywhere but in tests. A node that does not can still ask for one.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Other schedules than the program's own, as Quartz cron, by the module (or <c>Platform</c>) and the class of the job.</summary>
    public Dictionary<string, Dictionary<string, string>> Schedule { get; } = [];
}
