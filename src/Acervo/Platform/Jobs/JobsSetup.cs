using Acervo.Platform.Audit;
using Acervo.Platform.Backups;
using Acervo.Platform.Files;
using Acervo.Platform.Mail;
using Acervo.Platform.Modules;
using Npgsql;
using Quartz;

namespace Acervo.Platform.Jobs;

/// <summary>Wires Quartz: one schedule in PostgreSQL for all nodes, in Bogotá's time, each run on one of them.</summary>
internal static class JobsSetup
{
    public static void AddJobs(this WebApplicationBuilder builder, DatabaseConnections connections, ModuleList modules)
    {
        var services = builder.Services;
        var settings = builder.Configuration.GetSection("Jobs").Get<JobSettings>() ?? new JobSettings();
        settings.Enabled ??= !builder.Environment.IsEnvironment("Test");
        services.AddSingleton(settings);
        services.AddSingleton(PlannedJob.All(modules, settings));
        services.AddScoped<VerifyAuditTrail>();
        services.AddScoped<DeliverMail>();
        services.AddScoped<SweepFiles>();
        services.AddSingleton(BackupSettings.From(builder.Configuration));
        services.AddScoped<NightlyBackup>();
        services.AddSingleton<JobBoard>();
        services.AddHostedService<JobTimetable>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = JobStore.Scheduler;
                scheduler.GenerateInstanceId = true;
                scheduler.DefaultTimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/Bogota");
            });
            quartz.UseDefaultThreadPool(4);
            var few = new NpgsqlConnectionStringBuilder(connections.App) { MaxPoolSize = 10, ApplicationName = "acervo-jobs" }.ConnectionString;
            JobStore.Use(quartz, source => source.DataSourceFactory = provider => provider.GetRequiredService<PrimaryFence>().SourceOf(few), store =>
            {
                store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(10));
                // The migrator made it; a server that the fence refuses must not keep the pages from saying so.
                store.ConfigureStore(options => options.SchemaProvisioning = SchemaProvisioning.None);
            });
        });
        services.AddQuartzHostedService(hosted =>
        {
            hosted.AutoStart = settings.Enabled.Value;
            hosted.WaitForJobsToComplete = true;
        });
    }
}
