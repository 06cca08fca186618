using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Reference;

/// <summary>The tables of Reference and the questions asked of them.</summary>
public static class ReferenceData
{
    extension(AppDb db)
    {
        public DbSet<Catalogue> Catalogues => db.Set<Catalogue>();

        public DbSet<Term> Terms => db.Set<Term>();
    }

    extension(IQueryable<Term> terms)
    {
        /// <summary>The terms of one catalogue in their order.</summary>
        public IQueryable<Term> Of(string catalogue) => terms.Where(term => term.Catalogue == catalogue).OrderBy(term => term.Sort);

        /// <summary>Those that a person may choose on a day.</summary>
        public IQueryable<Term> InForce(DateOnly day) =>
            terms.Where(term => (term.ValidFrom == null || term.ValidFrom <= day) && (term.ValidTo == null || term.ValidTo >= day));
    }

    public static void Describe(ModelBuilder model)
    {
        model.Entity<Catalogue>(catalogue => catalogue.ToTable("catalogues").HasKey(c => c.Code));
        model.Entity<Term>(term =>
        {
            term.ToTable("terms");
            term.Ignore(t => t.Deeds);
            term.HasMany(t => t.Aliases).WithOne().HasForeignKey(a => a.TermId);
        });
        model.Entity<TermAlias>().ToTable("term_aliases");
    }
}
