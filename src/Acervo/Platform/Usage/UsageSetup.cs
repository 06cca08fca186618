namespace Acervo.Platform.Usage;

/// <summary>Wires the counting of readings and what tells of it.</summary>
internal static class UsageSetup
{
    public static void AddUsage(this IServiceCollection services, UsageChannels channels)
    {
        services.AddSingleton(channels);
        services.AddSingleton<UsageCounter>();
        services.AddSingleton<UsageStore>();
        services.AddSingleton<UsageWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<UsageWriter>());
        services.AddSingleton<PublicUsage>();
    }
}
