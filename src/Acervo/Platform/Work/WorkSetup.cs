namespace Acervo.Platform.Work;

/// <summary>Wires long work: its queue and the desk of this node.</summary>
internal static class WorkSetup
{
    public static void AddWork(this IServiceCollection services, List<string> kinds)
    {
        services.AddSingleton(new WorkKinds(kinds));
        services.AddSingleton(new EntityMap(WorkData.Describe));
        services.AddScoped<WorkQueue>();
        services.AddScoped<WorkTurn>();
        services.AddSingleton<WorkDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<WorkDesk>());
    }
}
