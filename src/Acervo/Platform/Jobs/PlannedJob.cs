using System.ComponentModel;
using System.Reflection;
using Acervo.Platform.Modules;
using Quartz;

namespace Acervo.Platform.Jobs;

/// <summary>A job as this installation runs it: its class, its words and when.</summary>
public sealed record PlannedJob(Type Type, string Cron)
{
    private const string Group = "acervo";

    public JobKey Key => new(Type.Name, Group);

    public TriggerKey Trigger => new(Type.Name, Group);

    /// <summary>What it does, as the administrators read it.</summary>
    public string Words => Type.GetCustomAttribute<DisplayNameAttribute>()?.DisplayName ?? Type.Name;

    /// <summary>The platform's jobs and those of the modules that are on, each with the schedule in force.</summary>
    public static IReadOnlyList<PlannedJob> All(ModuleList modules, JobSettings settings) =>
    [
        .. PlatformJobs.All.Concat(modules.Jobs)
            .Select(job => new PlannedJob(job.Job, settings.Schedule.GetValueOrDefault(job.Job.Name) ?? job.Cron)),
    ];
}
