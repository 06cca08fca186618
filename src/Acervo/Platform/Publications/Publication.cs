using Acervo.Platform.Text;

namespace Acervo.Platform.Publications;

/// <summary>One numbered snapshot of something made public. Nothing but its state changes after it is written.</summary>
public sealed class Publication
{
    public long Id { get; private set; }

    public required string Kind { get; init; }

    public required int Item { get; init; }

    public required int Version { get; init; }

    public required string Slug { get; init; }

    public PublicationState State { get; private set; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required string Organisation { get; init; }

    /// <summary>Canonical JSON; the hash is of its UTF-8 bytes.</summary>
    public required string Body { get; init; }

    public required string Sha256 { get; init; }

    public required string Html { get; init; }

    /// <summary>The short answers as an HTML definition list.</summary>
    public string Facts { get; init; } = "";

    /// <summary>Links to the sections as HTML list items.</summary>
    public string Contents { get; init; } = "";

    public required string Plain { get; init; }

    public required string Facets { get; init; }

    public string ChangeNote { get; init; } = "";

    public required DateTime PublishedAt { get; init; }

    public required DateTime FirstAt { get; init; }

    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    /// <summary>What stands for it since it was withdrawn; null where nothing does.</summary>
    public string? SuccessorKind { get; private set; }

    public int? SuccessorItem { get; private set; }

    /// <summary>Since when it is not put to use any more, though it may be read; null while it is.</summary>
    public DateTime? LapsedAt { get; private set; }

    public string? LapsedReason { get; private set; }

    /// <summary>When its authors last said that it is in use; null while they said nothing since it was published.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>When they are asked next; null where nobody is asked.</summary>
    public DateTime? LookAt { get; private set; }

    /// <summary>From when on an unanswered question shows.</summary>
    public DateTime? DoubtAt { get; private set; }

    /// <summary>When the next version took the place of this one; null for the last, and for one that was withdrawn before.</summary>
    public DateTime? ReplacedAt { get; private set; }

    /// <summary>From when on, and until when, what it offers can be used; null where it says nothing of the kind.</summary>
    public DateTime? OpensAt { get; init; }

    public DateTime? ClosesAt { get; init; }

    /// <summary>Of its text, as BCP 47 names it.</summary>
    public string Language { get; init; } = "es";

    /// <summary>The person who reviewed it published it too.</summary>
    public bool IsByOne { get; init; }

    /// <summary>When a second person stood by what one had published alone; null while nobody did.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    public void Confirm(DateTime now) => ConfirmedAt = now;

    public void Supersede(DateTime now) => (ReplacedAt, State) = (State == PublicationState.Current ? now : null, PublicationState.Superseded);

    /// <summary>An older version that is withdrawn together with the one in force.</summary>
    public void WithdrawOld(string reason, DateTime now) => (WithdrawnReason, WithdrawnAt) = (reason, now);

    public void Withdraw(string reason, DateTime now, Successor? successor = null)
    {
        (State, WithdrawnReason, WithdrawnAt) = (PublicationState.Withdrawn, reason, now);
        (SuccessorKind, SuccessorItem) = (successor?.Kind, successor?.Item);
    }

    public void Lapse(string reason, DateTime now) => (LapsedReason, LapsedAt) = (reason, now);

    public void Ask(NextLook? next) => (LookAt, DoubtAt) = (next?.LookAt, next?.DoubtAt);

    /// <summary>Its authors said that it is in use.</summary>
    public void StandBy(NextLook? next, DateTime now)
    {
        UsedAt = now;
        Ask(next);
    }
}

/// <summary>Whether a snapshot is the one in force, an older one, or a tombstone.</summary>
public enum PublicationState
{
    Current,
    Superseded,
    Withdrawn,
}

/// <summary>An address that used to lead to an item.</summary>
public sealed record OldSlug(string Kind, string Slug, int Item);

/// <summary>One value by which publications can be narrowed down.</summary>
/// <param name="Group">The facet, such as <c>dependencia</c>.</param>
/// <param name="Code">Stable code used in addresses.</param>
/// <param name="Label">What people read.</param>
public sealed record Facet(string Group, string Code, string Label)
{
    /// <summary>Longer than this is a sentence, not a value to narrow down by.</summary>
    private const int Longest = 160;

    /// <summary>The facet of what somebody wrote, without contact data; null when nothing was written, or a sentence.</summary>
    public static Facet? Of(string group, string? label)
    {
        if (string.IsNullOrWhiteSpace(label) || label.Length > Longest)
        {
            return null;
        }

        var shown = PersonalData.Redact(label);
        return new Facet(group, Slug.Of(shown), shown);
    }
}
