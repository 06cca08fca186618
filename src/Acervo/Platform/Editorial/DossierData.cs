using System.Text.Json;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Acervo.Platform.Editorial;

/// <summary>The tables of dossiers and the questions asked of them.</summary>
public static class DossierData
{
    extension(AppDb db)
    {
        public DbSet<Dossier> Dossiers => db.Set<Dossier>();

        /// <summary>Those of modules that are off too: for what must hold whatever is switched on.</summary>
        public IQueryable<Dossier> EveryDossier => db.Set<Dossier>().IgnoreQueryFilters();
    }

    // An extension property does not compile inside a lambda (CS9296); this is its other name.
    public static DbSet<Dossier> DossiersOf(this AppDb db) => db.Set<Dossier>();

    /// <summary>Documents on their way, each with its work.</summary>
    public static IQueryable<DocumentReading> ReadingsOf(this AppDb db) => db.Set<DocumentReading>().Include(reading => reading.Work);

    extension(IQueryable<Dossier> dossiers)
    {
        /// <summary>What this person writes, alone or with others.</summary>
        public IQueryable<Dossier> By(Me me) => dossiers.Where(p => p.AuthorId == me.Id || p.Coauthors.Contains(me.Id));

        /// <summary>What this person never wrote, and so may decide on.</summary>
        public IQueryable<Dossier> ByOthers(Me me) => dossiers.Where(p => p.AuthorId != me.Id && !p.Coauthors.Contains(me.Id) && !p.Wrote.Contains(me.Id));

        /// <summary>What this person may review: everything, or what belongs to the units of their grants.</summary>
        public IQueryable<Dossier> ForReviewer(Me me)
        {
            var units = me.UnitsOf(Role.Reviewer);
            return units is null ? dossiers : dossiers.Where(p => p.UnitId != null && units.Contains(p.UnitId.Value));
        }

        /// <summary>What this person may open: what they write, and what they may review. The same as <see cref="GetForAsync"/>.</summary>
        public IQueryable<Dossier> SeenBy(Me me)
        {
            var units = me.UnitsOf(Role.Reviewer);
            var everywhere = units is null;
            int[] some = [.. units ?? []];
            return dossiers.Where(p => p.AuthorId == me.Id || p.Coauthors.Contains(me.Id)
                || ((everywhere || (p.UnitId != null && some.Contains(p.UnitId.Value)))
                    && (p.Editorial.Stage != Stage.Draft || p.Editorial.Round > 0 || p.PublishedVersion > 0)));
        }

        /// <summary>What waits for a reviewer who did not write it, oldest first.</summary>
        public IQueryable<Dossier> ToReview(Me me) => dossiers.ForReviewer(me).ByOthers(me)
            .Where(p => p.Editorial.Stage == Stage.InReview)
            .OrderBy(p => p.Editorial.SubmittedAt);

        /// <summary>Approved and waiting for a second person to publish it.</summary>
        public IQueryable<Dossier> ToPublish(Me me) => dossiers.ForReviewer(me)
            .Where(p => p.Editorial.Stage == Stage.Approved)
            .OrderBy(p => p.Editorial.ChangedAt);
    }

    /// <summary>
    /// The record, if this person may see it: whoever writes it, or reviews once it was sent, or reviews and said why they open it before. To anyone else it
    /// does not exist. What it says now is asked of <see cref="GetToReadAsync"/>.
    /// </summary>
    public static async Task<Dossier> GetForAsync(this AppDb db, int id, Me me, CancellationToken cancel = default)
    {
        var dossiers = db.Dossiers;
        var dossier = await dossiers.Include(p => p.Files).Where(p => p.Id == id).OneAsync(cancel);
        return dossier.IsBy(me.Id) || (me.Has(Role.Reviewer, dossier.Circle) && (!dossier.IsUnsent || await db.IsLookedAtAsync(dossier, me, cancel)))
            ? dossier
            : throw new NotFoundException($"dossier {id}");
    }

    /// <summary>The record with its present text: of what is being written, only for whoever writes it or said why they look.</summary>
    public static async Task<Dossier> GetToReadAsync(this AppDb db, int id, Me me, CancellationToken cancel = default)
    {
        var dossier = await db.GetForAsync(id, me, cancel);
        return await db.MayReadAsync(dossier, me, cancel) ? dossier : throw new NotFoundException($"text of dossier {id}");
    }

    /// <summary>Whether somebody who may see the record may read its present text.</summary>
    public static async Task<bool> MayReadAsync(this AppDb db, Dossier dossier, Me me, CancellationToken cancel) =>
        !dossier.IsBeingWritten || dossier.IsBy(me.Id) || await db.IsLookedAtAsync(dossier, me, cancel);

    private static Task<bool> IsLookedAtAsync(this AppDb db, Dossier dossier, Me me, CancellationToken cancel)
    {
        var now = me.Now;
        return db.Looks.AnyAsync(look => look.DossierId == dossier.Id && look.PersonId == me.Id && look.Until > now, cancel);
    }

    /// <summary>The record, for whoever says who writes it: who may see it, and whoever reviews in its unit when its author's account is closed.</summary>
    public static async Task<Dossier> GetToHandOverAsync(this AppDb db, int id, Me me, CancellationToken cancel = default)
    {
        var dossiers = db.Dossiers;
        var dossier = await dossiers.Include(p => p.Files).Where(p => p.Id == id).OneAsync(cancel);
        return dossier.IsBy(me.Id) || (me.Has(Role.Reviewer, dossier.Circle) && (!dossier.IsUnsent || await db.IsLeftAsync(dossier, cancel)))
            ? dossier
            : throw new NotFoundException($"dossier {id}");
    }

    /// <summary>The record, for whoever reviews in its unit. Writing it opens nothing here.</summary>
    public static async Task<Dossier> GetForReviewAsync(this AppDb db, int id, Me me, CancellationToken cancel = default)
    {
        var dossier = await db.GetForAsync(id, me, cancel);
        return me.Has(Role.Reviewer, dossier.Circle) ? dossier : throw new NotFoundException($"dossier {id}");
    }

    /// <summary>The record, for those who write it only.</summary>
    public static async Task<Dossier> GetMineAsync(this AppDb db, int id, Me me, CancellationToken cancel = default)
    {
        var dossier = await db.GetForAsync(id, me, cancel);
        return dossier.IsBy(me.Id) ? dossier : throw new NotFoundException($"dossier {id}");
    }

    /// <summary>Whether its author's account is closed, so that somebody else has to see to who writes it.</summary>
    public static Task<bool> IsLeftAsync(this AppDb db, Dossier dossier, CancellationToken cancel) =>
        db.People.AnyAsync(person => person.Id == dossier.AuthorId && person.DisabledAt != null, cancel);

    /// <summary>A remark that opens a thread on this very dossier.</summary>
    public static Task<Remark> RemarkOfAsync(this AppDb db, Dossier dossier, int id, CancellationToken cancel) =>
        db.Remarks.Where(remark => remark.Id == id && remark.Subject == dossier.Subject && remark.ParentId == null).OneAsync(cancel);

    public static void Describe(ModelBuilder model)
    {
        model.Entity<Dossier>(dossier =>
        {
            dossier.ToTable("dossiers");
            dossier.Ignore(p => p.EndedAs);
            dossier.Ignore(p => p.Deeds).Ignore(p => p.Circle).Ignore(p => p.Subject).Ignore(p => p.Answers).Ignore(p => p.Content).Ignore(p => p.ContentHash);
            dossier.Property<string>("answers").HasField("answers").HasColumnType("jsonb");
            dossier.Property(p => p.Ending).HasConversion<string>();
            dossier.Property(p => p.Reading).HasColumnType("jsonb");
            dossier.Property(p => p.ReadAnswers).HasColumnType("jsonb");
            dossier.Property(p => p.Explanations).HasColumnType("jsonb").HasConversion(
                map => JsonSerializer.Serialize(map, JsonSerializerOptions.Web),
                json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Web)!,
                new ValueComparer<Dictionary<string, string>>((one, other) => ReferenceEquals(one, other),
                map => map.GetHashCode())); // replaced, never changed in place
            dossier.Property(p => p.Editors).HasColumnType("jsonb").HasConversion(
                map => JsonSerializer.Serialize(map, JsonSerializerOptions.Web),
                json => JsonSerializer.Deserialize<Dictionary<int, int>>(json, JsonSerializerOptions.Web)!,
                new ValueComparer<Dictionary<int, int>>((one, other) => ReferenceEquals(one, other), map => map.GetHashCode()));
            dossier.HasMany(p => p.Files).WithOne().HasForeignKey(file => file.DossierId);
            dossier.ComplexProperty(p => p.Editorial, editorial =>
            {
                editorial.Property(e => e.Stage).HasConversion<string>();
                editorial.Ignore(e => e.Moves).Ignore(e => e.IsEditable).Ignore(e => e.NeedsConfirmation).Ignore(e => e.IsByOne);
            });
        });
        model.Entity<DocumentReading>(reading =>
        {
            reading.ToTable("readings");
            reading.HasOne(r => r.Work).WithOne().HasForeignKey<DocumentReading>(r => r.WorkId);
        });
        model.Entity<DossierFile>().ToTable("dossier_files").Ignore(file => file.Content);
    }
}
