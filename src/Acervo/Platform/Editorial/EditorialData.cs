using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial;

/// <summary>The tables of Editorial.</summary>
public static class EditorialData
{
    extension(AppDb db)
    {
        public DbSet<Remark> Remarks => db.Set<Remark>();

        public DbSet<ReviewRound> Rounds => db.Set<ReviewRound>();
    }

    public static void Describe(ModelBuilder model)
    {
        model.Entity<Remark>().ToTable("remarks").Ignore(remark => remark.IsOpen);
        model.Entity<ReviewRound>(round =>
        {
            round.ToTable("review_rounds");
            round.Property(r => r.Content).HasColumnType("jsonb");
        });
    }
}
