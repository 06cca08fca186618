using Acervo.Platform.Tables.Imports;
using Acervo.Platform.Tables.Sheets;
using Acervo.Platform.Work;

namespace Acervo.Platform.Tables;

/// <summary>Wires sheets: their reader, and what brings one in.</summary>
internal static class TablesSetup
{
    public static void AddTables(this IServiceCollection services)
    {
        services.AddSingleton(new EntityMap(ImportData.Describe));
        services.AddSingleton(_ => new SheetReader(SheetReader.Limits, TimeProvider.System));
        services.AddKeyedScoped<Worker, EnterRows>(EnterRows.Kind);
        services.AddScoped<ImportKinds>();
        services.AddScoped<ImportDesk>();
        services.AddScoped<ImportStart>();
        services.AddScoped<ImportUndo>();
        services.AddScoped<ReturnedRows>();
    }
}
