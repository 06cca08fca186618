using System.Runtime.CompilerServices;
using System.Text.Json;
using Acervo.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Acervo.Platform.Tables.Imports;

/// <summary>The tables of imports and the questions asked of them.</summary>
public static class ImportData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    extension(AppDb db)
    {
        public DbSet<TableImport> Imports => db.Set<TableImport>();

        public DbSet<ImportRow> ImportRows => db.Set<ImportRow>();

        public DbSet<SavedMapping> Mappings => db.Set<SavedMapping>();

        /// <summary>Whether something is being done with it, or waits to be.</summary>
        public Task<bool> IsAtWorkAsync(TableImport import, CancellationToken cancel) => db.Set<WorkItem>().AnyAsync(
            work => work.Id == import.WorkId && (work.State == WorkState.Waiting || work.State == WorkState.Running), cancel);
    }

    extension(IQueryable<ImportRow> rows)
    {
        /// <summary>The rows of an import in the order of its file.</summary>
        public IQueryable<ImportRow> Of(int import) => rows.Where(row => row.ImportId == import).OrderBy(row => row.Id);

        /// <summary>The rows of the table that the import brings in, in the order of its file.</summary>
        public IQueryable<ImportRow> In(TableImport import) => rows.Of(import.Id)
            .Where(row => row.Sheet == import.Sheet && row.Number > import.HeaderRow && row.Number <= import.EndRow);

        /// <summary>Those that may go in and did not yet.</summary>
        public IQueryable<ImportRow> ToEnter() => rows.Where(row => row.Applied == null
            && (row.Triage == Triage.Accepted || row.Triage == Triage.Warning || (row.Triage == Triage.Decision && row.Taken == true)));

        /// <summary>Those that were left out, by a fault or by a person.</summary>
        public IQueryable<ImportRow> LeftOut() => rows.Where(row => row.Applied == null
            && (row.Triage == Triage.Rejected || (row.Triage == Triage.Decision && row.Taken != true)));
    }

    public static void Describe(ModelBuilder model)
    {
        model.Entity<TableImport>(import =>
        {
            import.ToTable("imports").Ignore(one => one.Deeds).Ignore(one => one.Subject).Ignore(one => one.Others);
            import.Property(one => one.State).HasConversion<string>();
            Keep(import, one => one.Notes);
            Keep(import, one => one.Mapping);
            Keep(import, one => one.Tables);
            Keep(import, one => one.Counts);
        });
        model.Entity<ImportRow>(row =>
        {
            row.ToTable("import_rows");
            row.HasOne<TableImport>().WithMany().HasForeignKey(one => one.ImportId);
            row.Property(one => one.Triage).HasConversion<string>();
            Keep(row, one => one.Cells);
            Keep(row, one => one.Messages);
            Keep(row, one => one.Was);
            Keep(row, one => one.Became);
            Keep(row, one => one.Corrected);
        });
        model.Entity<SavedMapping>(mapping => Keep(mapping.ToTable("mappings"), one => one.Fields));
    }

    /// <summary>Values as JSON that are replaced and never changed: another is another object.</summary>
    private static void Keep<TEntity, T>(EntityTypeBuilder<TEntity> entity, System.Linq.Expressions.Expression<Func<TEntity, T>> property)
        where TEntity : class
        where T : class
    {
        entity.Property(property).HasColumnType("jsonb").HasConversion(
            value => JsonSerializer.Serialize(value, Json),
            text => JsonSerializer.Deserialize<T>(text, Json)!,
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => RuntimeHelpers.GetHashCode(value), value => value));
    }
}
