using System.Text.Json;
using Acervo.Modules.Practices.Capture.Start;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Acervo.Modules.Practices;

/// <summary>The tables of Practices and the questions asked of them.</summary>
public static class PracticeData
{
    extension(AppDb db)
    {
        public DbSet<Practice> Practices => db.Set<Practice>();
    }

    // An extension property does not compile inside a lambda (CS9296); this is its other name.
    public static DbSet<Practice> PracticesOf(this AppDb db) => db.Set<Practice>();

    public static DbSet<DocumentReading> ReadingsOf(this AppDb db) => db.Set<DocumentReading>();

    extension(IQueryable<Practice> practices)
    {
        /// <summary>What this person may review: everything, or what belongs to the units of their grants.</summary>
        public IQueryable<Practice> ForReviewer(Me me)
        {
            var units = me.UnitsOf(Role.Reviewer);
            return units is null ? practices : practices.Where(p => p.UnitId != null && units.Contains(p.UnitId.Value));
        }

        /// <summary>What waits for a reviewer other than its author, oldest first.</summary>
        public IQueryable<Practice> ToReview(Me me) => practices.ForReviewer(me)
            .Where(p => p.Editorial.Stage == Stage.InReview && p.AuthorId != me.Id)
            .OrderBy(p => p.Editorial.SubmittedAt);

        /// <summary>Approved and waiting for a second person to publish it.</summary>
        public IQueryable<Practice> ToPublish(Me me) => practices.ForReviewer(me)
            .Where(p => p.Editorial.Stage == Stage.Approved)
            .OrderBy(p => p.Editorial.ChangedAt);
    }

    /// <summary>The record, if this person may see it: its author, or whoever reviews. To anyone else it does not exist.</summary>
    public static async Task<Practice> GetForAsync(this AppDb db, int id, Me me, CancellationToken cancel = default)
    {
        var practices = db.Practices;
        var practice = await practices.Include(p => p.Files).Where(p => p.Id == id).OneAsync(cancel);
        return practice.AuthorId == me.Id || me.Has(Role.Reviewer, practice.UnitId)
            ? practice
            : throw new NotFoundException($"practice {id}");
    }

    /// <summary>The record, for whoever reviews in its unit. Being its author opens nothing here.</summary>
    public static async Task<Practice> GetForReviewAsync(this AppDb db, int id, Me me, CancellationToken cancel = default)
    {
        var practice = await db.GetForAsync(id, me, cancel);
        return me.Has(Role.Reviewer, practice.UnitId) ? practice : throw new NotFoundException($"practice {id}");
    }

    /// <summary>The record, for its author only.</summary>
    public static async Task<Practice> GetMineAsync(this AppDb db, int id, Me me, CancellationToken cancel = default)
    {
        var practice = await db.GetForAsync(id, me, cancel);
        return practice.AuthorId == me.Id ? practice : throw new NotFoundException($"practice {id}");
    }

    /// <summary>A remark that opens a thread on this very ficha.</summary>
    public static Task<Remark> RemarkOfAsync(this AppDb db, Practice practice, int id, CancellationToken cancel) =>
        db.Remarks.Where(remark => remark.Id == id && remark.Subject == practice.Subject && remark.ParentId == null).OneAsync(cancel);

    public static void Describe(ModelBuilder model)
    {
        model.Entity<Practice>(practice =>
        {
            practice.ToTable("practices");
            practice.Ignore(p => p.Deeds).Ignore(p => p.Subject).Ignore(p => p.Answers).Ignore(p => p.Content).Ignore(p => p.ContentHash);
            practice.Property<string>("answers").HasField("answers").HasColumnType("jsonb");
            practice.Property(p => p.Reading).HasColumnType("jsonb");
            practice.Property(p => p.ReadAnswers).HasColumnType("jsonb");
            practice.Property(p => p.Explanations).HasColumnType("jsonb").HasConversion(
                map => JsonSerializer.Serialize(map, JsonSerializerOptions.Web),
                json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Web)!,
                new ValueComparer<Dictionary<string, string>>((one, other) => ReferenceEquals(one, other),
                map => map.GetHashCode())); // replaced, never changed in place
            practice.HasMany(p => p.Files).WithOne().HasForeignKey(file => file.PracticeId);
            practice.ComplexProperty(p => p.Editorial, editorial =>
            {
                editorial.Property(e => e.Stage).HasConversion<string>();
                editorial.Ignore(e => e.IsEditable).Ignore(e => e.NeedsConfirmation);
            });
        });
        model.Entity<DocumentReading>(reading =>
        {
            reading.ToTable("readings");
            reading.Property(r => r.State).HasConversion<string>();
        });
        model.Entity<PracticeFile>().ToTable("practice_files").Ignore(file => file.Content);
    }
}
