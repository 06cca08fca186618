using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial;

/// <summary>The tables of Editorial.</summary>
public static class EditorialData
{
    extension(AppDb db)
    {
        public DbSet<Remark> Remarks => db.Set<Remark>();

        public DbSet<ReviewRound> Rounds => db.Set<ReviewRound>();

        public DbSet<DraftLook> Looks => db.Set<DraftLook>();
    }

    public static void Describe(ModelBuilder model)
    {
        model.Entity<Remark>().ToTable("remarks").Ignore(remark => remark.IsOpen);
        model.Entity<DraftLook>().ToTable("draft_looks").Ignore(look => look.Deeds);
        model.Entity<ReviewRound>(round =>
        {
            round.ToTable("review_rounds");
            round.Property(r => r.Content).HasColumnType("jsonb");
        });
    }
}
