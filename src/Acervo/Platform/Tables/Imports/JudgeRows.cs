using Acervo.Platform.Work;

namespace Acervo.Platform.Tables.Imports;

/// <summary>The work that judges the rows of a long table.</summary>
internal sealed class JudgeRows(AppDb db, Judging judging, IServiceProvider services) : Worker
{
    public const string Kind = "import-judge";

    public override async Task<Slice> WorkAsync(WorkItem work, CancellationToken cancel)
    {
        var import = await ImportWork.HoldAsync(db, services, work, ImportState.Judging, cancel);
        return await judging.SliceAsync(import, services.GetRequiredKeyedService<ImportKind>(import.Kind), work.LastRow, cancel);
    }
}
