using System.ComponentModel;
using System.Reflection;
using Acervo.Platform.Modules;
using Quartz;

namespace Acervo.Platform.Jobs;

/// <summary>A job as this installation runs it: whose it is, its class, its words and when.</summary>
/// <param name="Owner">The module that brings it, or <c>Platform</c>: two modules may call a job the same.</param>
/// <param name="Type">Its class.</param>
/// <param name="Cron">When, as Quartz reads it.</param>
public sealed record PlannedJob(string Owner, Type Type, string Cron)
{
    /// <summary>The group of what the program plans; what is scheduled while it runs stands in groups of its own and outlives a start.</summary>
    public const string Group = "acervo";

    private const string Platform = "Platform";

    /// <summary>Owner and class, as in the page of jobs and in <c>Jobs:Schedule:Owner:Class</c>.</summary>
    public string Name => $"{Owner}.{Type.Name}";

    public JobKey Key => new(Name, Group);

    public TriggerKey Trigger => new(Name, Group);

    /// <summary>What it does, as the administrators read it.</summary>
    public string Words => Type.GetCustomAttribute<DisplayNameAttribute>()?.DisplayName ?? Type.Name;

    /// <summary>The platform's jobs and those of the modules that are on, each with the schedule in force.</summary>
    public static IReadOnlyList<PlannedJob> All(ModuleList modules, JobSettings settings) =>
    [
        .. PlatformJobs.All.Select(job => (Owner: Platform, job.Job, job.Cron)).Concat(modules.Jobs.Select(job => (Owner: job.Module, job.Job, job.Cron)))
            .Select(job => new PlannedJob(job.Owner, job.Job, Told(job.Owner, job.Job, settings) ?? job.Cron)),
    ];

    /// <exception cref="RuleException">The configured schedule is none.</exception>
    private static string? Told(string owner, Type job, JobSettings settings)
    {
        if (settings.Schedule.GetValueOrDefault(owner)?.GetValueOrDefault(job.Name) is not { } cron)
        {
            return null;
        }

        try
        {
            return new CronExpression(cron).CronExpressionString;
        }
        catch (FormatException wrong)
        {
            throw new RuleException($"Jobs:Schedule:{owner}:{job.Name}: «{cron}» no es un horario de Quartz, como «0 30 2 * * ?».", wrong);
        }
    }
}
