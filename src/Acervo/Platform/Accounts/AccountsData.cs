using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Accounts;

/// <summary>The tables of Accounts and the questions asked of them.</summary>
public static class AccountsData
{
    extension(AppDb db)
    {
        public DbSet<Person> People => db.Set<Person>();
    }

    public static void Describe(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("people");
            person.Ignore(p => p.Deeds);
            person.HasMany(p => p.Grants).WithOne().HasForeignKey(g => g.PersonId);
            person.Navigation(p => p.Grants).AutoInclude();
        });
        model.Entity<Grant>(grant =>
        {
            grant.ToTable("grants");
            grant.Property(g => g.Role).HasConversion<string>();
        });
    }
}
