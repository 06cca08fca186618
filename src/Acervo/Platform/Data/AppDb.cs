using Acervo.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Data;

/// <summary>
/// The working store, schema <c>app</c>, through role <c>acervo_app</c>. Sets are declared by extension in each module's <c>…Data.cs</c>.
/// Saving writes one audit row per deed of the changed entities in the same transaction: the one thing that happens out of sight.
/// </summary>
public sealed class AppDb(DbContextOptions<AppDb> options, IEnumerable<EntityMap> maps, AuditChain chain) : DbContext(options)
{
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
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
        await chain.AppendAsync(this, deeds.SelectMany(entity => entity.Deeds.Take()), cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <summary>Writes down a deed that changes nothing, such as reading what was written to somebody else.</summary>
    public async Task RecordAsync(Deed deed, CancellationToken cancel)
    {
        await using var own = await Database.BeginTransactionAsync(cancel);
        await chain.AppendAsync(this, [deed], cancel);
        await own.CommitAsync(cancel);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("app");
        foreach (var map in maps)
        {
            map.Describe(modelBuilder);
        }

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
