namespace Acervo.Platform.Editorial;

/// <summary>
/// The state of anything that is written, reviewed and published: the moves of its kind, approval bound to the exact text,
/// the two-person rule, and refusals as sentences. A record holds it as a value.
/// </summary>
public sealed partial class EditorialState
{
    /// <summary>The moves of its kind. They are not kept with it: whoever reads it from the store says which they are.</summary>
    public EditorialMoves Moves { get; internal set; } = EditorialMoves.TwoPersons;

    public Stage Stage { get; private set; }

    public DateTime ChangedAt { get; private set; }

    /// <summary>How many times it has been sent to review; 0 before the first.</summary>
    public int Round { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    public int? ReviewerId { get; private set; }

    public DateTime? ClaimedAt { get; private set; }

    public int? ApprovedBy { get; private set; }

    /// <summary>Hash of the very text that was approved; any other text has no approval.</summary>
    public string? ApprovedHash { get; private set; }

    public DateTime? ScheduledFor { get; private set; }

    public int? ScheduledBy { get; private set; }

    /// <summary>Why one person did what takes two; flagged until another confirms it.</summary>
    public string? ForcedReason { get; private set; }

    public int? ForcedBy { get; private set; }

    public int? ConfirmedBy { get; private set; }

    public bool IsEditable => Stage is Stage.Draft or Stage.ChangesRequested;

    public bool NeedsConfirmation => ForcedBy is not null && ConfirmedBy is null;

    /// <summary>Whoever approved it published it too.</summary>
    public bool IsByOne => ForcedBy is not null && ForcedBy == ApprovedBy;

    public void Start(DateTime now) => (Stage, ChangedAt) = (Stage.Draft, now);

    public void Submit(DateTime now)
    {
        RequireEditable();
        MoveTo(Stage.InReview, now);
        Round++;
        SubmittedAt = now;
        (ApprovedBy, ApprovedHash) = (null, null);
    }

    public void Recall(DateTime now)
    {
        Require(Stage.InReview);
        if (ReviewerId is not null)
        {
            throw new RuleException("Ya hay una persona revisándola. Pídale que la devuelva a la lista.");
        }

        MoveTo(Stage.Draft, now);
    }

    public void Claim(int reviewerId, bool isOwnWork, DateTime now)
    {
        Require(Stage.InReview);
        if (isOwnWork)
        {
            throw new RuleException("Nadie revisa su propio trabajo. Otra persona debe tomarla.");
        }

        if (ReviewerId is not null && ReviewerId != reviewerId)
        {
            throw new RuleException("Otra persona la tomó antes que usted.");
        }

        (ReviewerId, ClaimedAt) = (reviewerId, now);
    }

    /// <summary>Puts it back in the pool, by its reviewer or by somebody who unblocks it.</summary>
    public void Release(int by, bool isOwnWork, DateTime now)
    {
        if (isOwnWork)
        {
            throw new RuleException("Nadie decide sobre su propio trabajo.");
        }

        Free(now);
    }

    /// <summary>Back in the pool because whoever held it may no longer review.</summary>
    public void Free(DateTime now)
    {
        Require(Stage.InReview);
        (ReviewerId, ClaimedAt, ChangedAt) = (null, null, now);
    }

    public void RequestChanges(int reviewerId, DateTime now)
    {
        RequireReviewer(reviewerId);
        MoveTo(Stage.ChangesRequested, now);
    }

    public void Approve(int reviewerId, string contentHash, DateTime now)
    {
        RequireReviewer(reviewerId);
        MoveTo(Stage.Approved, now);
        (ApprovedBy, ApprovedHash) = (reviewerId, contentHash);
    }

    /// <summary>Back to review, when the approved text turns out to need another look.</summary>
    public void Reopen(DateTime now)
    {
        Require(Stage.Approved);
        MoveTo(Stage.InReview, now);
        (ReviewerId, ClaimedAt, ApprovedBy, ApprovedHash) = (null, null, null, null);
    }

    public void Schedule(int by, bool isOwnWork, string contentHash, DateTime when, DateTime now)
    {
        RequireSecondPerson(by, isOwnWork, contentHash);
        if (when <= now)
        {
            throw new RuleException("La fecha de publicación debe ser futura.");
        }

        MoveTo(Stage.Scheduled, now);
        (ScheduledFor, ScheduledBy) = (when, by);
    }

    public void Unschedule(DateTime now)
    {
        Require(Stage.Scheduled);
        MoveTo(Stage.Approved, now);
        (ScheduledFor, ScheduledBy) = (null, null);
    }

    public void Publish(int by, bool isOwnWork, string contentHash, DateTime now)
    {
        CheckPublish(by, isOwnWork, contentHash, now);
        Published(now);
    }

    /// <summary>Refuses what <see cref="Publish"/> would refuse, before anything is prepared for it.</summary>
    public void CheckPublish(int by, bool isOwnWork, string contentHash, DateTime now)
    {
        if (Stage == Stage.Scheduled)
        {
            if (by != ScheduledBy)
            {
                throw new RuleException("Está programada: el sitio la publicará a su hora. Quite la programación para publicarla ahora.");
            }

            if (now < ScheduledFor)
            {
                throw new RuleException("Está programada para más adelante. Quite la programación para publicarla ahora.");
            }
        }
        else
        {
            RequireSecondPerson(by, isOwnWork, contentHash);
        }
    }

    /// <summary>One person publishes alone, with a reason; it stays flagged until somebody else confirms it.</summary>
    public void Force(int by, bool isOwnWork, string reason, string contentHash, DateTime now)
    {
        CheckForce(by, isOwnWork, reason, contentHash);
        Published(now);
        (ForcedBy, ForcedReason, ConfirmedBy) = (by, reason.Trim(), null);
    }

    /// <summary>Refuses what <see cref="Force"/> would refuse, before anything is prepared for it.</summary>
    public void CheckForce(int by, bool isOwnWork, string reason, string contentHash)
    {
        RequireApproved(contentHash);
        if (isOwnWork)
        {
            throw new RuleException("Nadie publica su propio trabajo. Debe hacerlo otra persona.");
        }

        if (by != ApprovedBy)
        {
            throw new RuleException("La aprobó otra persona: ya son dos. Publíquela con «Publicar versión».");
        }

        if (reason.Trim().Length < 20)
        {
            throw new RuleException("Explique en una frase (20 caracteres o más) por qué publica sin una segunda persona.");
        }
    }
}
