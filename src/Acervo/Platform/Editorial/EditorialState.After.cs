namespace Acervo.Platform.Editorial;

/// <summary>What may be done to something that was published: confirmed, amended, withdrawn.</summary>
public sealed partial class EditorialState
{
    public void Confirm(int by)
    {
        if (!NeedsConfirmation)
        {
            throw new RuleException("No hay una publicación sin segunda persona por confirmar.");
        }

        if (by == ForcedBy)
        {
            throw new RuleException("Quien publicó sin segunda persona no puede confirmar la publicación.");
        }

        ConfirmedBy = by;
    }

    public void Amend(DateTime now)
    {
        if (NeedsConfirmation)
        {
            throw new RuleException("Se publicó sin segunda persona y falta que alguien lo confirme. Debe confirmarse la publicación antes de "
                + "corregir la ficha.");
        }

        if (Stage is not (Stage.Published or Stage.Withdrawn))
        {
            throw new RuleException($"El estado de la ficha es «{Stage.Spanish()}». Solo se corrige lo que está publicado o retirado.");
        }

        MoveTo(Stage.Draft, now);
        (ReviewerId, ClaimedAt, ApprovedBy, ApprovedHash) = (null, null, null, null);
        (ForcedBy, ForcedReason, ConfirmedBy) = (null, null, null);
    }

    /// <summary>Gives up an amendment: what is published stays as it is.</summary>
    public void DiscardAmendment(bool isInForce, DateTime now)
    {
        RequireEditable();
        MoveTo(isInForce ? Stage.Published : Stage.Withdrawn, now);
        (ReviewerId, ClaimedAt, ApprovedBy, ApprovedHash) = (null, null, null, null);
    }

    /// <summary>Ends the publication, in whatever way, wherever the version being prepared stands.</summary>
    public void End(DateTime now)
    {
        MoveTo(Stage.Withdrawn, now);
        (ReviewerId, ClaimedAt, ApprovedBy, ApprovedHash, ScheduledFor, ScheduledBy) = (null, null, null, null, null, null);
        (ForcedBy, ForcedReason, ConfirmedBy) = (null, null, null);
    }
}
