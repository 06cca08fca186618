using Acervo.Platform.Audit;

namespace Acervo.Platform.Editorial;

/// <summary>A reviewer opened a draft that nobody sent, and said why. It lasts a day, and its authors read it in the history of the draft.</summary>
public sealed class DraftLook : IAudited
{
    /// <summary>Letters of a reason, at least and at most.</summary>
    public const int FewestLetters = 20;

    public const int MostLetters = 500;

    public const string Verb = "dossier.looked";

    /// <summary>How long the draft stays open to whoever said why.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    public int Id { get; private set; }

    public required int DossierId { get; init; }

    public required int PersonId { get; init; }

    public required string Reason { get; init; }

    public required DateTime At { get; init; }

    public required DateTime Until { get; init; }

    public Deeds Deeds { get; } = new();

    /// <param name="dossier">A draft whose present text was not sent.</param>
    /// <param name="by">Who reviews where it belongs and does not write it.</param>
    /// <param name="reason">In a sentence; its authors read it.</param>
    /// <param name="now">UTC.</param>
    public static DraftLook Open(Dossier dossier, int by, string reason, DateTime now)
    {
        if (dossier.IsBy(by))
        {
            throw new RuleException("Usted escribe esta ficha: puede abrirla en «Mis fichas».");
        }

        if (!dossier.IsBeingWritten)
        {
            throw new RuleException("Esta ficha ya no está en borrador: ábrala sin más.");
        }

        var look = new DraftLook { DossierId = dossier.Id, PersonId = by, Reason = reason.Trim(), At = now, Until = now + Lasts };
        look.Deeds.Add(() => new Deed(Verb, dossier.Subject, by, look.Reason));
        return look;
    }
}
