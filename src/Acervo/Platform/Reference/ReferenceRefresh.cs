using Acervo.Platform.Calendar;
using Acervo.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Reference;

/// <summary>What follows the schema at each start and migration: the catalogues of this program and what is derived from them, one node at a time.</summary>
public sealed class ReferenceRefresh(AppDb db, ReferenceLoader loader, SynonymTable synonyms, TimeProvider clock)
{
    private const long LockKey = 4_202_000_1313;

    public async Task RunAsync(CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancel);
        await loader.LoadAsync(cancel);
        await synonyms.FillAsync(clock.Today(), cancel);
        await transaction.CommitAsync(cancel);
    }
}
