using System.Runtime.CompilerServices;
using System.Text.Json;
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
    }

    extension(IQueryable<ImportRow> rows)
    {
        /// <summary>The rows of an import in the order of its file.</summary>
        public IQueryable<ImportRow> Of(int import) => rows.Where(row => row.ImportId == import).OrderBy(row => row.Id);

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
            import.ToTable("imports").Ignore(one => one.Deeds).Ignore(one => one.Subject);
            import.Property(one => one.State).HasConversion<string>();
            Keep(import, one => one.Notes);
            Keep(import, one => one.Mapping);
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
        });
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
