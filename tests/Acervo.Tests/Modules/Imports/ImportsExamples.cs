using Acervo.Platform.Files;
using Acervo.Platform.Tables.Imports;
using Acervo.Platform.Tables.Sheets;
using Acervo.Platform.Work;
using Acervo.Tests.Rights;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Imports;

/// <summary>A sheet whose rows wait to be taken in, and a work that waits for a worker that is not here.</summary>
internal sealed class ImportsExamples : IRouteExamples
{
    public async Task<IReadOnlyDictionary<string, string>> SetAsync(Scene scene)
    {
        await using var scope = scene.App.Services.CreateAsyncScope();
        await using var db = scene.App.Db();
        var file = await scope.ServiceProvider.GetRequiredService<FileStore>().SaveAsync(new FileContent("codigo,nombre\n"u8.ToArray(), "text/csv"));
        var import = new TableImport
        {
            Kind = "catalogue",
            Scope = "ods",
            Title = "ODS",
            PersonId = scene.Author.Id,
            Sha256 = file.Sha256,
            Name = "ods.csv",
            Notes = [],
            Sheet = "",
            HeaderRow = 1,
            Mapping = new Dictionary<int, string> { [0] = "code", [1] = "name" },
            AskedAt = scene.App.Clock.GetUtcNow().UtcDateTime,
        };
        db.Add(import);
        await db.SaveChangesAsync();
        db.Add(new ImportRow { ImportId = import.Id, Sheet = "", Number = 1, Hidden = false, Cells = [new TableCell("codigo"), new TableCell("nombre")] });
        var work = new WorkItem { Kind = "nowhere", Title = "Un trabajo", Href = "/trabajos", PersonId = scene.Author.Id, Payload = "{}" };
        db.Add(work);
        await db.SaveChangesAsync();
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/importaciones/{id:int}"] = $"/importaciones/{import.Id}",
            ["/trabajos/{id:long}"] = $"/trabajos/{work.Id}",
        };
    }
}
