namespace Acervo.Platform.Editorial;

/// <summary>What a reviewer says about one field, with the answers to it. A remark stays open until somebody resolves it.</summary>
public sealed class Remark
{
    /// <summary>The <see cref="Field"/> of a remark about no question in particular.</summary>
    public const string OnTheWhole = "whole";

    public int Id { get; private set; }

    /// <summary>What it is about, such as <c>dossier/12</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The part it is anchored to, by its key.</summary>
    public required string Field { get; init; }

    public required int Round { get; init; }

    public int? ParentId { get; init; }

    public required int AuthorId { get; init; }

    public required string Text { get; init; }

    public required DateTime At { get; init; }

    public DateTime? ResolvedAt { get; private set; }

    public int? ResolvedBy { get; private set; }

    public bool IsOpen => ParentId is null && ResolvedAt is null;

    public static Remark Write(string subject, string field, int round, Remark? parent, int by, string text, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RuleException(parent is null ? "Escriba la observación." : "Escriba su respuesta.");
        }

        if (text.Length > 4000)
        {
            throw new RuleException("La observación es muy larga: use 4.000 caracteres o menos.");
        }

        return new Remark
        {
            Subject = subject,
            Field = field,
            Round = round,
            ParentId = parent?.ParentId ?? parent?.Id,
            AuthorId = by,
            Text = text.Trim(),
            At = now
        };
    }

    public void Resolve(int by, DateTime now)
    {
        if (!IsOpen)
        {
            throw new RuleException("Esta observación ya estaba resuelta.");
        }

        (ResolvedAt, ResolvedBy) = (now, by);
    }
}

/// <summary>The text as it was sent to review, and what came of it: what the next round is compared with.</summary>
public sealed class ReviewRound
{
    public int Id { get; private set; }

    public required string Subject { get; init; }

    public required int Round { get; init; }

    public required int SubmittedBy { get; init; }

    public required DateTime SubmittedAt { get; init; }

    /// <summary>What was sent, as JSON: all that the review reads.</summary>
    public required string Content { get; init; }

    public int? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary><c>approved</c> or <c>changes</c>.</summary>
    public string? Decision { get; private set; }

    public string? Note { get; private set; }

    /// <summary>The decision no longer stands.</summary>
    public void TakeBack() => (Decision, Note, DecidedBy, DecidedAt) = (null, null, null, null);

    public void Decide(string decision, string note, int by, DateTime now) => (Decision, Note, DecidedBy, DecidedAt) = (decision, note, by, now);
}
