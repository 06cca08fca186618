using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Accounts;

/// <summary>The tables of Accounts and the questions asked of them.</summary>
public static class AccountsData
{
    extension(AppDb db)
    {
        public DbSet<Person> People => db.Set<Person>();

        public DbSet<Session> Sessions => db.Set<Session>();

        public DbSet<Invitation> Invitations => db.Set<Invitation>();

        /// <summary>The time as the database has it: what expires must not depend on which machine was asked.</summary>
        public Task<DateTime> NowAsync(CancellationToken cancel) =>
            db.Database.SqlQuery<DateTime>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(cancel);
    }

    extension(IQueryable<Invitation> invitations)
    {
        /// <summary>Those whose link still opens an account.</summary>
        public IQueryable<Invitation> Waiting(DateTime now) =>
            invitations.Where(invitation => invitation.UsedAt == null && invitation.ExpiresAt > now);
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
        model.Entity<Session>().ToTable("sessions");
        model.Entity<RecoveryCode>().ToTable("recovery_codes").HasKey(code => new { code.PersonId, code.Hash });
        model.Entity<PasswordReset>().ToTable("password_resets").HasKey(reset => reset.TokenHash);
        model.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("invitations");
            invitation.Ignore(i => i.Deeds);
            invitation.Property(i => i.Role).HasConversion<string>();
        });
    }
}
