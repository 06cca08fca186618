using Acervo.Platform.Tables.Imports;
using Acervo.Platform.Tables.Sheets;
using Acervo.Platform.Work;

namespace Acervo.Platform.Tables;

/// <summary>Wires sheets: their reader, and what brings one in.</summary>
internal static class TablesSetup
{
    /// <summary>The kinds of long work that imports are.</summary>
    public static IReadOnlyList<string> Work { get; } = [ReadSheet.Kind, JudgeRows.Kind, EnterRows.Kind, LeaveRows.Kind];

    public static void AddTables(this IServiceCollection services)
    {
        services.AddSingleton(new EntityMap(ImportData.Describe));
        services.AddSingleton(_ => new SheetReader(SheetReader.Limits, TimeProvider.System));
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection("Imports").Get<ImportSettings>() ?? new ImportSettings());
        services.AddKeyedScoped<Worker, ReadSheet>(ReadSheet.Kind);
        services.AddKeyedScoped<Worker, JudgeRows>(JudgeRows.Kind);
        services.AddKeyedScoped<Worker, EnterRows>(EnterRows.Kind);
        services.AddKeyedScoped<Worker, LeaveRows>(LeaveRows.Kind);
        services.AddScoped<ImportKinds>();
        services.AddScoped<ImportDesk>();
        services.AddScoped<ImportStart>();
        services.AddScoped<ImportWork>();
        services.AddScoped<Judging>();
        services.AddScoped<MappingShelf>();
        services.AddScoped<ReturnedRows>();
    }
}
