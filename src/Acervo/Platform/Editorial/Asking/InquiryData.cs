using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Asking;

/// <summary>The table of what people from outside wrote.</summary>
public static class InquiryData
{
    extension(AppDb db)
    {
        public DbSet<Inquiry> Inquiries => db.Set<Inquiry>();
    }

    extension(IQueryable<Inquiry> inquiries)
    {
        /// <summary>Those about one dossier's publication, newest first.</summary>
        public IQueryable<Inquiry> About(Dossier dossier) =>
            inquiries.Where(one => one.Kind == dossier.Kind && one.Item == dossier.Id).OrderByDescending(one => one.AskedAt).ThenByDescending(one => one.Id);
    }

    public static void Describe(ModelBuilder model) => model.Entity<Inquiry>().ToTable("inquiries").Property(one => one.Purpose).HasConversion<string>();
}
