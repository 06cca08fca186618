using Acervo.Platform.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Work;

/// <summary>The table of long work and who may see which.</summary>
public static class WorkData
{
    extension(AppDb db)
    {
        /// <summary>What this person asked for; everything for administrators.</summary>
        public IQueryable<WorkItem> WorkOf(Me me) => me.Has(Role.Administrator) ? db.Set<WorkItem>() : db.Set<WorkItem>().Where(work => work.PersonId == me.Id);
    }

    public static void Describe(ModelBuilder model) => model.Entity<WorkItem>(work =>
    {
        work.ToTable("work").Ignore(one => one.Deeds).Ignore(one => one.IsOpen);
        work.Property(one => one.Payload).HasColumnType("jsonb");
        work.Property(one => one.State).HasConversion<string>().IsConcurrencyToken();
        work.Property(one => one.AskedAt).HasDefaultValueSql("clock_timestamp()");
    });
}
