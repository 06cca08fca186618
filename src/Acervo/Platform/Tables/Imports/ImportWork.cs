using System.Text.Json;
using Acervo.Platform.Accounts;
using Acervo.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Tables.Imports;

/// <summary>Hands an import to a work, which goes on whether a page is open or not.</summary>
public sealed class ImportWork(AppDb db, WorkDesk desk, Me me)
{
    /// <summary>Begins it in the transaction of the caller, who rings after the commit.</summary>
    public async Task<long> AddAsync(TableImport import, string kind, string act, int total, CancellationToken cancel)
    {
        var work = new WorkItem
        {
            Kind = kind,
            Title = $"{act} «{import.Name}» en «{import.Title}»",
            Href = $"/importaciones/{import.Id}",
            PersonId = me.Id,
            UnitId = import.UnitId,
            Payload = JsonSerializer.Serialize(import.Id),
            Total = total,
        };
        db.Add(work);
        await db.SaveChangesAsync(cancel);
        return work.Id;
    }

    public void Ring() => desk.Ring();

    /// <summary>Until the end of the transaction nobody else decides on its rows, judges them or takes them in.</summary>
    public static Task LockAsync(AppDb db, int import, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT FROM app.imports WHERE id = {import} FOR UPDATE", cancel);

    /// <summary>
    /// The import of a work, held until the commit so that nobody does something else with it between its slices. Whoever began it may have lost the role
    /// meanwhile, and then it goes no further, whoever resumes it.
    /// </summary>
    public static async Task<TableImport> HoldAsync(AppDb db, IServiceProvider services, WorkItem work, ImportState during, CancellationToken cancel)
    {
        var id = JsonSerializer.Deserialize<int>(work.Payload);
        await LockAsync(db, id, cancel);
        var import = await db.Imports.GetAsync(id, cancel);
        if (import.State != during || import.WorkId != work.Id || import.SweptAt is not null)
        {
            throw new RuleException("Esta importación cambió y este trabajo ya no puede seguir. Abra su página para ver cómo está.");
        }

        var role = services.GetRequiredKeyedService<ImportKind>(import.Kind).Role;
        return await db.PeopleWith(role, Circle.Unit(import.UnitId)).AnyAsync(person => person.Id == work.PersonId, cancel) ? import
            : throw new RuleException("Quien empezó este trabajo ya no tiene el permiso necesario. Lo que alcanzó a hacer se conserva; "
                + (during == ImportState.Undoing ? "para lo que falta, deshaga usted la importación." : "para lo que falta, suba usted el archivo otra vez."));
    }
}
