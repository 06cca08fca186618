using Acervo.Platform.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.People;

/// <summary>
/// Changes what other people may do, under the two rules that keep an installation governable: never on oneself, never the last administrator.
/// </summary>
internal sealed class Administration(AppDb db, Me me)
{
    /// <summary>Does one act to one person and saves it.</summary>
    public async Task ActAsync(int personId, Action<Person> act, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Two administrators who take the role from each other at once would both see the other in place: one waits here.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(4202000001314)", cancel);
        var person = await db.People.GetAsync(personId, cancel);
        act(person);
        await db.SaveChangesAsync(cancel);
        await EnsureAdministratorAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Like <see cref="ActAsync"/>, for acts that change what the person may do.</summary>
    public Task ActOnRightsAsync(int personId, Action<Person> act, CancellationToken cancel)
    {
        if (personId == me.Id)
        {
            throw new RuleException("Nadie cambia sus propios permisos. Pídalo a otra persona que administre Acervo.");
        }

        return ActAsync(personId, act, cancel);
    }

    private async Task EnsureAdministratorAsync(CancellationToken cancel)
    {
        if (!await db.People.AnyAsync(p => p.DisabledAt == null && p.Grants.Any(grant => grant.Role == Role.Administrator), cancel))
        {
            throw new RuleException("Debe quedar al menos una persona que administre Acervo.");
        }
    }
}
