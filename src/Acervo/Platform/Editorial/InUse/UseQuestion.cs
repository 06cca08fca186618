using Acervo.Platform.Accounts;
using Acervo.Platform.Publications;

namespace Acervo.Platform.Editorial.InUse;

/// <summary>A question whether something published is in use, that nobody has answered yet.</summary>
/// <param name="Id">Of which dossier.</param>
/// <param name="LookAt">When it was asked.</param>
/// <param name="DoubtAt">From when on its page says that nobody answered.</param>
internal sealed record UseQuestion(int Id, DateTime LookAt, DateTime DoubtAt)
{
    /// <summary>The last day on which an answer comes in time.</summary>
    public DateOnly Due => LifeSign.LastDay(DoubtAt);

    public static string PathOf(int dossier) => $"/fichas/{dossier}/sigue-en-uso";

    /// <summary>The open ones of some dossiers.</summary>
    public static IQueryable<UseQuestion> Open(AppDb db, IQueryable<Dossier> dossiers, DateTime now) =>
        from dossier in Asked(db, dossiers, now)
        join version in db.Publications on new { dossier.Kind, Item = dossier.Id } equals new { version.Kind, version.Item }
        where version.State == PublicationState.Current
        select new UseQuestion(dossier.Id, version.LookAt!.Value, version.DoubtAt!.Value);

    /// <summary>Those of which it is asked. Whose next version is being prepared has answered: its authors have it in hand.</summary>
    public static IQueryable<Dossier> Asked(AppDb db, IQueryable<Dossier> dossiers, DateTime now)
    {
        var versions = db.Publications;
        return dossiers.Where(p => p.Editorial.Stage == Stage.Published && versions.Any(version => version.Kind == p.Kind && version.Item == p.Id
            && version.State == PublicationState.Current && version.LookAt <= now && version.LapsedAt == null
            && version.WithdrawnAt == null));
    }

    /// <summary>Those that nobody writes any more: whoever did has no account.</summary>
    public static IQueryable<Dossier> Left(AppDb db, IQueryable<Dossier> dossiers)
    {
        var people = db.People;
        return dossiers.Where(p => people.Any(person => person.Id == p.AuthorId && person.DisabledAt != null)
            && !people.Any(person => p.Coauthors.Contains(person.Id) && person.DisabledAt == null));
    }
}
