using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Publications;

/// <summary>The published snapshots as the working side sees them.</summary>
public static class PublicationsData
{
    extension(AppDb db)
    {
        public DbSet<Publication> Publications => db.Set<Publication>();

        public DbSet<OldSlug> OldSlugs => db.Set<OldSlug>();
    }

    public static void Describe(ModelBuilder model)
    {
        model.Entity<Publication>(publication =>
        {
            publication.ToTable("publications", "site");
            publication.Property(p => p.State).HasConversion(state => state.ToString().ToLowerInvariant(), text => Enum.Parse<PublicationState>(text, true));
            publication.Property(p => p.Facets).HasColumnType("jsonb");
        });
        model.Entity<OldSlug>().ToTable("old_slugs", "site").HasKey(old => new { old.Kind, old.Slug });
    }
}
