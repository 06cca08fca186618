namespace Acervo.Platform.Editorial;

/// <summary>What a review does to a dossier: taken, remarked on, decided.</summary>
public sealed partial class Dossier
{
    public void Claim(int reviewer, DateTime now)
    {
        Editorial.Claim(reviewer, WasWrittenBy(reviewer), now);
        Did("claimed", reviewer);
    }

    public void Release(int by, DateTime now)
    {
        Editorial.Release(by, WasWrittenBy(by), now);
        Did("released", by);
    }

    /// <summary>Takes it from somebody who may no longer review it.</summary>
    public void Free(int by, DateTime now)
    {
        Editorial.Free(now);
        Did("released", by);
    }

    public void RequestChanges(ReviewRound round, string note, int openRemarks, int reviewer, DateTime now)
    {
        if (openRemarks == 0 && string.IsNullOrWhiteSpace(note))
        {
            throw new RuleException("Escriba al menos una observación o una nota: quien la escribió debe saber qué mejorar.");
        }

        Editorial.RequestChanges(reviewer, now);
        round.Decide("changes", note.Trim(), reviewer, now);
        Did("changes-requested", reviewer, $"round {round.Round}");
    }

    public void Approve(ReviewRound round, int openRemarks, string note, int reviewer, DateTime now)
    {
        if (openRemarks > 0)
        {
            throw new RuleException($"Hay {openRemarks} observaciones sin resolver. Resuélvalas o solicite cambios.");
        }

        Editorial.Approve(reviewer, ContentHash, now);
        round.Decide("approved", note.Trim(), reviewer, now);
        Did("approved", reviewer, $"round {round.Round}", Editorial.ApprovedHash!);
    }

    /// <summary>Takes an approval back: the reason stays open as a remark on the whole until a reviewer settles it.</summary>
    public Remark Reopen(ReviewRound round, string reason, int by, DateTime now)
    {
        if (WasWrittenBy(by))
        {
            throw new RuleException("Nadie decide sobre su propio trabajo.");
        }

        if (reason.Trim().Length < 10)
        {
            throw new RuleException("Escriba qué encontró: quien la revisó y quien la escribió deben saber qué mirar.");
        }

        Editorial.Reopen(now);
        round.TakeBack();
        Did("reopened", by);
        return Remark.Write(Subject, Remark.OnTheWhole, Editorial.Round, null, by, reason, now);
    }

    /// <summary>Refuses a decision on another round than the one that was read.</summary>
    public void RequireRead(int? round)
    {
        if (round != Editorial.Round)
        {
            throw new RuleException("Quien la escribió la envió de nuevo después de que usted abrió esta página. Léala otra vez antes de decidir.");
        }
    }

    /// <summary>Writes a remark on one of its parts.</summary>
    public Remark Observe(string field, int reviewer, string text, DateTime now)
    {
        Editorial.RequireReviewer(reviewer);
        return Remark.Write(Subject, field, Editorial.Round, null, reviewer, text, now);
    }

    /// <summary>A remark has been attended to, says whoever reviews.</summary>
    public void Settle(Remark remark, int reviewer, DateTime now)
    {
        Editorial.RequireReviewer(reviewer);
        remark.Resolve(reviewer, now);
    }
}
