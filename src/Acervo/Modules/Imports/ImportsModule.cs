using Acervo.Modules.Imports.Keeping;
using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Modules;
using Acervo.Platform.Tables.Imports;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Imports;

/// <summary>The pages on which a sheet of any kind is brought in: its columns, its rows, what became of them, and the way back.</summary>
internal sealed class ImportsModule : AppModule
{
    public override string Name => "Imports";

    public override bool IsEssential => true;

    public override void Describe(ModuleSetup setup) => setup
        .Routes(Sorting.ReturnedDownload.Map)
        .Every<SweepImports>("0 40 2 * * ?")
        .StaffMenu(new("Administración", "Importaciones", "/importaciones", "upload", 815, Role.Administrator))
        .Trail(
            new TrailSubject("import", "Importación", "Importaciones")
            {
                FindAsync = async (db, ids, cancel) => await db.Imports.Where(import => ids.Contains(import.Id))
                    .ToDictionaryAsync(import => import.Id,
                        import => new TrailRecord($"{import.Title} ({import.Name})", $"/importaciones/{import.Id}"), cancel),
            },
            new TrailVerb("import.entered", "Se incorporaron filas de una tabla", "upload"),
            new TrailVerb("import.undone", "Se deshizo una importación", "return"));
}
