using Acervo.Platform.Accounts;

namespace Acervo.Platform.Tables.Imports;

/// <summary>The kinds of import that are on, and how a page gets an import that this person may see.</summary>
public sealed class ImportKinds(IServiceProvider services, AppDb db, Me me)
{
    public ImportKind? Of(string kind) => services.GetKeyedService<ImportKind>(kind);

    public async Task<(TableImport Import, ImportKind Kind)> GetAsync(int id, CancellationToken cancel)
    {
        var import = await db.Imports.Where(one => one.Id == id).OneAsync(cancel);
        return Of(import.Kind) is { } kind && me.Has(kind.Role, Circle.Unit(import.UnitId)) ? (import, kind) : throw new NotFoundException($"import {id}");
    }
}
