using Acervo.Platform.Accounts;
using Acervo.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Tables.Imports;

/// <summary>Hands an import to the work that takes its rows in.</summary>
public sealed class ImportStart(AppDb db, WorkDesk desk, Me me)
{
    public async Task BeginAsync(TableImport import, CancellationToken cancel)
    {
        var count = await db.ImportRows.Of(import.Id).ToEnter().CountAsync(cancel);
        if (count == 0)
        {
            throw new RuleException("Ninguna fila cambia nada: no hay qué incorporar.");
        }

        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        var work = new WorkItem
        {
            Kind = EnterRows.Kind,
            Title = $"Incorporar «{import.Name}» en «{import.Title}»",
            Href = $"/importaciones/{import.Id}",
            PersonId = me.Id,
            UnitId = import.UnitId,
            Payload = EnterRows.PayloadOf(import),
            Total = count,
        };
        db.Add(work);
        await db.SaveChangesAsync(cancel);
        import.Begin(work.Id);
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        desk.Ring();
    }
}
