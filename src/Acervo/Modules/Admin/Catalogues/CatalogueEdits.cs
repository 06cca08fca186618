using Acervo.Platform.Calendar;
using Acervo.Platform.Search;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>Saves what was changed in a catalogue together with what is derived from it. Adding and editing both do it.</summary>
public sealed class CatalogueEdits(AppDb db, SynonymTable synonyms, TimeProvider clock)
{
    public async Task SaveAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await synonyms.FillAsync(clock.Today(), cancel);
        await transaction.CommitAsync(cancel);
    }
}
