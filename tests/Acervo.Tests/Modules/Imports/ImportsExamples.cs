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
            AskedAt = scene.App.Clock.GetUtcNow().UtcDateTime,
        };
        var saved = new SavedMapping
        {
            Kind = "catalogue",
            UnitId = 0,
            Headings = "0",
            Name = "Lista",
            Fields = new Dictionary<string, string> { ["codigo"] = "code" },
            UsedAt = import.AskedAt,
        };
        db.AddRange(import, saved);
        await db.SaveChangesAsync();
        Dictionary<int, string> mapping = new() { [0] = "code", [1] = "name" };
        import.Read([], [new SheetTable("", 1, int.MaxValue, 1, 2)], new SheetTable("", 1, int.MaxValue, 1, 2), mapping, null);
        import.Understand(new Heading("", 1, new Dictionary<int, string> { [0] = "codigo", [1] = "nombre" }), mapping, saved.Id);
        import.Judged();
        var row = new ImportRow { ImportId = import.Id, Sheet = "", Number = 2, Hidden = false, Cells = [new TableCell("99"), new TableCell("Noventa")] };
        db.AddRange(row,
            new ImportRow { ImportId = import.Id, Sheet = "", Number = 1, Hidden = false, Cells = [new TableCell("codigo"), new TableCell("nombre")] });
        var work = new WorkItem { Kind = "nowhere", Title = "Un trabajo", Href = "/trabajos", PersonId = scene.Author.Id, Payload = "{}" };
        db.Add(work);
        await db.SaveChangesAsync();
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/importaciones/{id:int}"] = $"/importaciones/{import.Id}",
            ["/importaciones/{id:int}/filas/{row:long}"] = $"/importaciones/{import.Id}/filas/{row.Id}",
            ["/importaciones/columnas/{id:int}"] = $"/importaciones/columnas/{saved.Id}",
            ["/trabajos/{id:long}"] = $"/trabajos/{work.Id}",
        };
    }
}
