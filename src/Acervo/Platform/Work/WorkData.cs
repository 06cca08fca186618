using Acervo.Platform.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Work;

/// <summary>The table of long work and who may see which.</summary>
public static class WorkData
{
    extension(AppDb db)
    {
        /// <summary>What this person asked for; for administrators also what was asked for in their units and is not personal.</summary>
        public IQueryable<WorkItem> WorkOf(Me me)
        {
            var units = me.UnitsOf(Role.Administrator);
            return units is null ? db.Set<WorkItem>().Where(work => work.PersonId == me.Id || !work.IsPersonal)
                : db.Set<WorkItem>().Where(work => work.PersonId == me.Id
                    || (!work.IsPersonal && work.UnitId != null && units.Contains(work.UnitId.Value)));
        }
    }

    public static void Describe(ModelBuilder model) => model.Entity<WorkItem>(work =>
    {
        work.ToTable("work").Ignore(one => one.Deeds).Ignore(one => one.IsOpen);
        work.Property(one => one.Payload).HasColumnType("jsonb");
        work.Property(one => one.State).HasConversion<string>().IsConcurrencyToken();
        work.Property(one => one.AskedAt).HasDefaultValueSql("clock_timestamp()");
    });
}
