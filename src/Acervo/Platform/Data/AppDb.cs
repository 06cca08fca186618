using Acervo.Platform.Audit;
using Acervo.Platform.Editorial;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Data;

/// <summary>
/// The working store, schema <c>app</c>, through role <c>acervo_app</c>. Sets are declared by extension in each module's <c>…Data.cs</c>.
/// Committing writes one audit row per deed of the changed entities in the same transaction: the one thing that happens out of sight.
/// </summary>
public sealed class AppDb : DbContext
{
    private readonly IEnumerable<EntityMap> maps;

    private readonly List<Deed> done = [];

    private readonly List<DeedRow> attested = [];

    /// <summary>The kinds of the modules that are on: a dossier of any other is invisible, unless a question says otherwise.</summary>
    private readonly string[] kindsOn;

    /// <summary>The transaction that the deeds belong to: what another one did, and took back, was not done.</summary>
    private Guid transaction;

    public AppDb(DbContextOptions<AppDb> options, IEnumerable<EntityMap> maps, EditorialKinds kinds) : base(options)
    {
        this.maps = maps;
        kindsOn = [.. kinds.All.Select(kind => kind.Kind)];
        // Whatever is read or begun here moves as its kind does.
        ChangeTracker.Tracked += (_, tracked) =>
        {
            if (tracked.Entry.Entity is Dossier dossier && kinds.Find(dossier.Kind) is { } kind)
            {
                dossier.Editorial.Moves = kind.Moves;
            }
        };
    }

    /// <summary>What the transaction that commits has just written into the trail.</summary>
    internal IReadOnlyList<AuditEntry> Written { get; set; } = [];

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // A transaction of this save alone is given up whole when it fails: a point to return to would be two more questions. In one that somebody else
        // opened there has to be one, for they may go on.
        Database.AutoSavepointsEnabled = Database.CurrentTransaction is not null;
        foreach (var entry in ChangeTracker.Entries<IRevised>().Where(entry => entry.State == EntityState.Modified))
        {
            entry.Property(nameof(IRevised.Revision)).CurrentValue = entry.Entity.Revision + 1;
        }

        var deeds = ChangeTracker.Entries<IAudited>().Select(entry => entry.Entity).Where(entity => entity.Deeds.Any).ToList();
        if (deeds.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        Belong();
        done.AddRange(deeds.SelectMany(entity => entity.Deeds.Take()));
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <summary>Saves what was done to many things as one deed of the open transaction, with a row for each.</summary>
    public async Task SaveAsOneAsync(Deed deed, CancellationToken cancel)
    {
        var entities = ChangeTracker.Entries<IAudited>().Select(entry => entry.Entity).Where(entity => entity.Deeds.Any).ToList();
        entities.ForEach(entity => entity.Deeds.IsHeld = true);
        try
        {
            await SaveChangesAsync(cancel);
        }
        finally
        {
            entities.ForEach(entity => entity.Deeds.IsHeld = false);
        }

        Belong();
        done.Add(deed with
        {
            Rows = [.. entities.SelectMany(entity => entity.Deeds.Take()).DistinctBy(one => one.Subject)
                .Select(one => new DeedRow(one.Subject, $"{one.Verb} {one.Detail}"))],
        });
    }

    /// <summary>Writes down a deed that changes nothing, such as reading what was written to somebody else.</summary>
    public async Task RecordAsync(Deed deed, CancellationToken cancel)
    {
        await using var own = await Database.BeginTransactionAsync(cancel);
        Belong();
        done.Add(deed);
        await own.CommitAsync(cancel);
    }

    /// <summary>Adds to the deed of the open transaction what it made of something, such as the fingerprint of what was published.</summary>
    public void Attest(IEnumerable<DeedRow> rows)
    {
        Belong();
        attested.AddRange(rows);
    }

    /// <summary>Hands over, once, what the transaction that is about to commit did.</summary>
    internal IReadOnlyList<Deed> TakeDone(Guid committing)
    {
        List<Deed> deeds = transaction == committing ? [.. done] : [];
        List<DeedRow> rows = transaction == committing ? [.. attested] : [];
        done.Clear();
        attested.Clear();
        if (rows.Count > 0)
        {
            var last = deeds.LastOrDefault() ?? new Deed("publication.changed", rows[0].Subject, null);
            deeds = [.. deeds.SkipLast(1), last with { Rows = [.. last.Rows, .. rows] }];
        }

        return deeds;
    }

    private void Belong()
    {
        var open = Database.CurrentTransaction?.TransactionId ?? throw new InvalidOperationException("A deed is written in a transaction.");
        if (open != transaction)
        {
            done.Clear();
            attested.Clear();
            transaction = open;
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("app");
        foreach (var map in maps)
        {
            map.Describe(modelBuilder);
        }

        modelBuilder.Entity<Dossier>().HasQueryFilter(dossier => kindsOn.Contains(dossier.Kind));
        SnakeCase.Apply(modelBuilder);
    }
}

/// <summary>What one module or platform part adds to the model of <see cref="AppDb"/>.</summary>
public sealed record EntityMap(Action<ModelBuilder> Describe);

/// <summary>Anything editable: a save made on an old revision is refused instead of overwriting somebody's work.</summary>
public interface IRevised
{
    int Revision { get; }
}
