namespace Acervo.Platform.Audit;

/// <summary>Wires the trail: what writes deeds, what chains them, what verifies.</summary>
internal static class AuditSetup
{
    public static void AddAudit(this IServiceCollection services, IConfiguration configuration, DataFolder folder)
    {
        services.AddSingleton(configuration.GetSection("Audit").Get<AuditSettings>() ?? new AuditSettings());
        services.AddSingleton(new AuditKey(folder.Secret("audit.key")));
        services.AddSingleton<DeedWriter>();
        services.AddSingleton<DeedsOnCommit>();
        services.AddSingleton<AuditReceipts>();
        services.AddSingleton<AuditCheckpoints>();
        services.AddSingleton<AuditSeal>();
        services.AddSingleton<AuditVerifier>();
        services.AddScoped<AuditGuard>();
        services.AddHostedService<AuditSealer>();
    }
}
