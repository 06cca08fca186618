using Acervo.Platform.Accounts;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.InUse;

/// <summary>A question whether something published is in use, that nobody has answered yet.</summary>
/// <param name="Id">Of which dossier.</param>
/// <param name="Title">What it is called.</param>
/// <param name="LookAt">When it was asked.</param>
/// <param name="DoubtAt">From when on its page says that nobody answered.</param>
internal sealed record UseQuestion(int Id, string Title, DateTime LookAt, DateTime DoubtAt)
{
    public string Path => PathOf(Id);

    /// <summary>The last day on which an answer comes in time.</summary>
    public DateOnly Due => LifeSign.LastDay(DoubtAt);

    public static string PathOf(int dossier) => $"/fichas/{dossier}/sigue-en-uso";

    /// <summary>Those that wait for a person: of what they write, and of what they may review when nobody who writes it has an account any more.</summary>
    public static Task<List<UseQuestion>> ForAsync(AppDb db, Me me, DateTime now, CancellationToken cancel)
    {
        var (dossiers, people) = (db.Dossiers.AsNoTracking(), db.People);
        var left = dossiers.ForReviewer(me)
            .Where(p => !people.Any(person => (person.Id == p.AuthorId || p.Coauthors.Contains(person.Id)) && person.DisabledAt == null));
        return Open(db, me.Has(Role.Reviewer) ? dossiers.By(me).Concat(left) : dossiers.By(me), now).ToListAsync(cancel);
    }

    /// <summary>The open ones of some dossiers. Whose next version is being prepared has answered: its authors have it in hand.</summary>
    public static IQueryable<UseQuestion> Open(AppDb db, IQueryable<Dossier> dossiers, DateTime now) =>
        from dossier in dossiers
        join version in db.Publications on new { dossier.Kind, Item = dossier.Id } equals new { version.Kind, version.Item }
        where dossier.Editorial.Stage == Stage.Published && version.State == PublicationState.Current && version.LookAt <= now && version.LapsedAt == null
        select new UseQuestion(dossier.Id, dossier.Title, version.LookAt!.Value, version.DoubtAt!.Value);
}
