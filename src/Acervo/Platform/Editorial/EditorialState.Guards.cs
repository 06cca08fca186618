namespace Acervo.Platform.Editorial;

/// <summary>What must hold before a move, each refusal with its sentence.</summary>
public sealed partial class EditorialState
{
    private void Published(DateTime now)
    {
        MoveTo(Stage.Published, now);
        (ReviewerId, ClaimedAt, ScheduledFor, ScheduledBy) = (null, null, null, null);
    }

    private void MoveTo(Stage to, DateTime now)
    {
        if (!Moves.Allow(Stage, to))
        {
            throw new RuleException($"Su estado es «{Stage.Spanish()}»: desde ahí no puede pasar a «{to.Spanish()}».");
        }

        (Stage, ChangedAt) = (to, now);
    }

    private void Require(Stage stage)
    {
        if (Stage != stage)
        {
            throw new RuleException($"El estado de la ficha es «{Stage.Spanish()}». Para hacer esto debe estar en «{stage.Spanish()}».");
        }
    }

    private void RequireEditable()
    {
        if (!IsEditable)
        {
            throw new RuleException($"El estado de la ficha es «{Stage.Spanish()}». Para hacer esto debe estar en borrador o con cambios solicitados.");
        }
    }

    /// <summary>Only whoever holds it in review writes remarks, settles them and decides.</summary>
    public void RequireReviewer(int reviewerId)
    {
        Require(Stage.InReview);
        if (ReviewerId != reviewerId)
        {
            throw new RuleException("Tómela primero: solo observa y decide quien la está revisando.");
        }
    }

    private void RequireApproved(string contentHash)
    {
        Require(Stage.Approved);
        if (ApprovedHash != contentHash)
        {
            throw new RuleException("El texto cambió después de aprobarse. Debe volver a revisión.");
        }
    }

    private void RequireSecondPerson(int by, bool isOwnWork, string contentHash)
    {
        RequireApproved(contentHash);
        if (isOwnWork)
        {
            throw new RuleException("Nadie publica su propio trabajo. Debe hacerlo otra persona.");
        }

        if (by == ApprovedBy)
        {
            throw new RuleException("Usted la aprobó; debe publicarla una segunda persona.");
        }
    }
}
