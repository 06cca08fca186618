using Npgsql;
using Quartz;

namespace Acervo.Platform.Jobs;

/// <summary>Where Quartz keeps what is to run: tables <c>app.qrtz_*</c>, shared by all nodes.</summary>
internal static class JobStore
{
    public const string Scheduler = "acervo";

    private const string Prefix = "app.qrtz_";

    public static void Use(IQuartzBuilder quartz, Action<DataSourceOptions> source, Action<IPersistentStoreBuilder> more) => quartz.UsePersistentStore(store =>
    {
        store.UsePostgres(source);
        store.ConfigureStore(options =>
        {
            options.TablePrefix = Prefix;
            // A stop waits for whoever waits to try again.
            options.DbRetryInterval = TimeSpan.FromSeconds(3);
        });
        store.UseSystemTextJsonSerializer();
        store.UseExecutionHistory();
        more(store);
    });

    /// <summary>Makes Quartz's tables as the owner, so that the app's role needs no right to make tables. Called under the migrator's lock.</summary>
    public static async Task ProvisionAsync(NpgsqlConnection owner, string connection, CancellationToken cancel)
    {
        await using var find = new NpgsqlCommand($"SELECT to_regclass('{Prefix}execution_history') IS NOT NULL", owner);
        if (await find.ExecuteScalarAsync(cancel) is true)
        {
            return;
        }

        // Unpooled: nothing of the owner's stays open behind this.
        var once = new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString;
        var builder = QuartzSchedulerBuilder.Create(quartz => Use(quartz, source => source.ConnectionString = once, store => store.ProvisionSchema()));
        var scheduler = await builder.BuildScheduler(cancel);
        await scheduler.Shutdown(waitForJobsToComplete: false, cancel);
    }
}
