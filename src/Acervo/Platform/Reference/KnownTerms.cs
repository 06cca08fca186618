using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Reference;

/// <summary>
/// The catalogues that the pages of the staff ask for at every look, in memory. The database tells every node when one changes, and all are dropped;
/// while nobody listens to it, nothing is kept. Who edits a catalogue reads it from the database.
/// </summary>
public sealed class KnownTerms(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Where the database tells that a catalogue changed.</summary>
    internal const string Channel = "acervo_terms";

    /// <summary>No list is believed for longer, whatever became of the news.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<object, Kept> kept = new();

    private volatile bool isTold;

    private int generation;

    /// <summary>A catalogue in its order.</summary>
    public async Task<KnownList> OfAsync(string catalogue, CancellationToken cancel) =>
        (KnownList)(await AskAsync(catalogue, async db => new KnownList(await Read(db.Terms.Of(catalogue)).ToListAsync(cancel))))!;

    /// <summary>The term of this number, of whatever catalogue; null when there is none.</summary>
    public async Task<KnownTerm?> FindAsync(int id, CancellationToken cancel) =>
        (KnownTerm?)await AskAsync(id, async db => await Read(db.Terms.Where(term => term.Id == id)).FirstOrDefaultAsync(cancel));

    /// <summary>From now on the database tells of changes; whatever changed before is read anew.</summary>
    internal void Listen()
    {
        Drop();
        isTold = true;
    }

    /// <summary>Nobody hears of changes any more.</summary>
    internal void Doubt() => isTold = false;

    /// <summary>Something changed.</summary>
    internal void Drop()
    {
        Interlocked.Increment(ref generation);
        kept.Clear();
    }

    /// <summary>What was read before a change that came meanwhile is answered and not kept: its generation is over.</summary>
    private async Task<object?> AskAsync(object name, Func<AppDb, Task<object?>> read)
    {
        var (now, since) = (clock.GetUtcNow(), Volatile.Read(ref generation));
        if (isTold && kept.TryGetValue(name, out var known) && known.Generation == since && now - known.ReadAt < Longest)
        {
            return known.Value;
        }

        await using var scope = scopes.CreateAsyncScope();
        var value = await read(scope.ServiceProvider.GetRequiredService<AppDb>());
        kept[name] = new Kept(value, since, now);
        return value;
    }

    private static IQueryable<KnownTerm> Read(IQueryable<Term> terms) => terms.AsNoTracking().Select(term => new KnownTerm(
        term.Id, term.Catalogue, term.Code, term.Name, term.Short, term.ValidFrom, term.ValidTo,
        term.Aliases.OrderBy(other => other.Id).Select(other => other.Alias).ToList()));

    /// <summary>What was read, and when.</summary>
    private sealed record Kept(object? Value, int Generation, DateTimeOffset ReadAt);
}
