using Acervo.Platform.Audit;

namespace Acervo.Platform.Editorial;

/// <summary>Who writes it: one person answers for it and lets others write. Nobody who ever could decides on it.</summary>
public sealed partial class Dossier
{
    /// <summary>People who write one besides its author, at most.</summary>
    public const int MostCoauthors = 12;

    /// <summary>Whether this person writes it now.</summary>
    public bool IsBy(int person) => AuthorId == person || Coauthors.Contains(person);

    /// <summary>Whether this person writes it or did: leaving makes nobody a judge of their own words.</summary>
    public bool WasWrittenBy(int person) => IsBy(person) || Wrote.Contains(person);

    /// <summary>Lets somebody else write it.</summary>
    /// <param name="with">Whom.</param>
    /// <param name="by">Its author, or whoever looks after it since that person left.</param>
    /// <param name="isLeft">Whether its author's account is closed.</param>
    public void Share(int with, int by, bool isLeft)
    {
        RequireAnswering(by, isLeft);
        if (IsBy(with))
        {
            throw new RuleException("Esa persona ya la escribe.");
        }

        if (Coauthors.Length == MostCoauthors)
        {
            throw new RuleException($"Ya la escriben {MostCoauthors} personas más. Quite a una para invitar a otra.");
        }

        if (with == Editorial.ReviewerId || with == Editorial.ApprovedBy || with == Editorial.ScheduledBy)
        {
            throw new RuleException("Esa persona la revisó o la programó: nadie decide sobre su propio trabajo. Invítela cuando vuelva a borrador.");
        }

        Coauthors = [.. Coauthors, with];
        Wrote = [.. Wrote.Union([with])];
        Did("shared", by, $"{TrailDetail.Person}{with}");
    }

    /// <summary>Somebody who has the same document asks to write it too.</summary>
    public void Ask(int by)
    {
        if (WasWrittenBy(by))
        {
            throw new RuleException("Usted ya escribe esta ficha. Ábrala en «Mis fichas».");
        }

        if (Editorial.Stage == Stage.Withdrawn)
        {
            throw new RuleException("Esa ficha terminó y nadie la escribe: no hay a quién pedirlo.");
        }

        Did("asked", by);
    }

    /// <summary>Somebody no longer writes it: its author says so, or that person.</summary>
    public void Unshare(int person, int by, bool isLeft)
    {
        if (person != by)
        {
            RequireAnswering(by, isLeft);
        }

        if (!Coauthors.Contains(person))
        {
            throw new RuleException("Esa persona ya no la escribe.");
        }

        Coauthors = [.. Coauthors.Where(one => one != person)];
        Did("unshared", by, $"{TrailDetail.Person}{person}");
    }

    /// <summary>Another of those who write it answers for it from now on. Whoever did goes on writing, unless that person left.</summary>
    public void HandOver(int to, int by, bool isLeft)
    {
        RequireAnswering(by, isLeft);
        if (!Coauthors.Contains(to))
        {
            throw new RuleException("Solo se entrega a una persona que ya la escribe. Invítela primero.");
        }

        Coauthors = [.. Coauthors.Where(one => one != to), .. isLeft ? (int[])[] : [AuthorId]];
        Wrote = [.. Wrote.Union([AuthorId])];
        AuthorId = to;
        Did("handed-over", by, $"{TrailDetail.Person}{to}");
    }

    /// <summary>Whether this person, who may see it, says who writes it: its author, or a reviewer when that account is closed.</summary>
    public bool MaySayWhoWrites(int person, bool isLeft) => person == AuthorId || (isLeft && !WasWrittenBy(person));

    private void RequireAnswering(int by, bool isLeft)
    {
        if (!MaySayWhoWrites(by, isLeft))
        {
            throw new RuleException("Solo quien responde por la ficha decide quién más la escribe.");
        }
    }
}
