using Acervo.Modules.Practices.Capture.Start;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Publications;
using Acervo.Ui;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Capture;

/// <summary>A ficha at a glance: where it stands, who has it, what is missing and what happens next.</summary>
[Allow]
internal sealed class OverviewModel(AppDb db, Me me, FichaForm ficha, FichaChecklist checks, PracticeHistory history, PublicationKinds kinds,
    TimeProvider clock) : PageModel
{
    internal Practice Practice { get; private set; } = null!;

    internal IReadOnlyList<FormStep> Steps { get; private set; } = [];

    internal IReadOnlyList<CheckItem> Open { get; private set; } = [];

    internal IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    internal string Standing { get; private set; } = "";

    internal string Summary { get; private set; } = "";

    /// <summary>What the reading told of the document, as long as the text may still be mended.</summary>
    internal StoredReading? Reading =>
        Practice.Editorial.IsEditable || Practice.Editorial.Stage == Stage.InReview ? StoredReading.FromJson(Practice.Reading) : null;

    internal string? LastNote { get; private set; }

    internal int OpenRemarks { get; private set; }

    /// <summary>The list it is usually reached from.</summary>
    internal MenuItem Trail => (IsMine, Practice.PublishedVersion) switch
    {
        (true, _) => new("Mis fichas", "/fichas"),
        (_, > 0) => new("Publicadas", "/revision/publicadas"),
        _ => new("Por revisar", "/revision"),
    };

    internal string TitleOf => Practice.Title.Length == 0 ? "Sin título" : Practice.Title;

    internal bool IsMine => Practice.AuthorId == me.Id;

    internal bool IsAmending => Practice.PublishedVersion > 0 && Practice.Editorial.IsEditable;

    internal bool MayReview => !IsMine && me.Has(Role.Reviewer, Practice.UnitId) && Practice.Editorial.Stage == Stage.InReview;

    internal bool MayPublish => !IsMine && me.Has(Role.Reviewer, Practice.UnitId) && Practice.Editorial.Stage is Stage.Approved or Stage.Scheduled;

    /// <summary>Who approved it waits for somebody else; the way to do without one is not the main act.</summary>
    internal bool IsToPublish => MayPublish && Practice.Editorial.ApprovedBy != me.Id;

    internal bool MayConfirm => me.Has(Role.Reviewer, Practice.UnitId) && Practice.Editorial.ForcedBy != me.Id && !IsMine;

    internal bool MayErase => IsMine && Practice is { PublishedVersion: 0, Editorial: { Stage: Stage.Draft, Round: 0 } };

    internal bool MayAmend => IsMine && Practice.Editorial.Stage is Stage.Published or Stage.Withdrawn;

    internal bool MayWithdraw => me.Has(Role.Reviewer, Practice.UnitId) && Practice is { IsPublic: true, PublishedVersion: > 0 };

    internal string? PublicHref => Practice is { IsPublic: true, PublishedVersion: > 0 } ? kinds.Href(Practice.Kind, Practice.Slug) : null;

    private bool HasToAnswer => Practice.Editorial.Stage == Stage.ChangesRequested && OpenRemarks > 0;

    internal string NextHref => HasToAnswer ? $"/fichas/{Practice.Id}/observaciones" : Open.Count == 0
        ? $"/fichas/{Practice.Id}/enviar"
        : Steps.FirstOrDefault(step => step.State != StepState.Done && step.Note is null)?.Href ?? $"/fichas/{Practice.Id}/presentacion";

    internal string NextText => HasToAnswer ? $"Atender {Spanish.Count(OpenRemarks, "observación", "observaciones")}"
        : Open.Count == 0 ? "Enviar a revisión" : "Continuar";

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Practice = await db.GetForAsync(id, me, cancel);
        var checklist = await checks.OfAsync(Practice, cancel);
        var open = checklist.Where(item => item.IsOpen).ToList();
        Steps = ficha.Steps(Practice, checklist, null);
        Open = [.. OpenPoints.Of(Practice, ficha.Of(Practice), open).Take(12)];
        Summary = SummaryOf(open.Count(item => item.IsError), open.Count(item => !item.IsError));
        OpenRemarks = await db.Remarks.CountAsync(remark => remark.Subject == Practice.Subject && remark.ParentId == null && remark.ResolvedAt == null, cancel);
        Timeline = await history.OfAsync(Practice, cancel);
        LastNote = await db.Rounds.AsNoTracking().Where(round => round.Subject == Practice.Subject).OrderByDescending(round => round.Round)
            .Select(round => round.Note).FirstOrDefaultAsync(cancel);
        Standing = await StandingAsync(cancel);
    }

    private static string SummaryOf(int errors, int warnings)
    {
        var missing = Spanish.Count(errors, "punto por completar", "puntos por completar");
        var doubtful = Spanish.Count(warnings, "punto por revisar o explicar", "puntos por revisar o explicar");
        return errors == 0 ? $"{doubtful}." : warnings == 0 ? $"{missing}." : $"{missing} y {doubtful}.";
    }

    private async Task<string> StandingAsync(CancellationToken cancel)
    {
        var state = Practice.Editorial;
        var since = Spanish.Ago(state.ChangedAt, clock.Now());
        var reviewer = await db.People.AsNoTracking().Where(person => person.Id == state.ReviewerId).Select(person => person.Name).FirstOrDefaultAsync(cancel);
        var shown = await db.Publications.AsNoTracking().Where(p => p.Kind == Practice.Kind && p.Item == Practice.Id && p.State != PublicationState.Superseded)
            .Select(p => new { p.PublishedAt, p.WithdrawnAt }).FirstOrDefaultAsync(cancel);
        return state.Stage switch
        {
            Stage.Draft when Practice is
            {
                IsPublic: true,
                PublishedVersion: > 0
            } => $"Corrección de la versión {Practice.PublishedVersion}, que sigue a la vista. Último cambio {Spanish.Ago(Practice.EditedAt, clock.Now())}.",
            Stage.Draft => $"La tiene {(IsMine ? "usted" : "quien la escribe")}. Último cambio {Spanish.Ago(Practice.EditedAt, clock.Now())}.",
            Stage.ChangesRequested => $"{(IsMine ? "Se la devolvieron" : "Volvió a quien la escribe")} {since} con observaciones.",
            Stage.InReview when reviewer is null => $"Enviada {since}. Espera a que alguien la tome.",
            Stage.InReview => $"La revisa {reviewer} desde {Spanish.Ago(state.ClaimedAt ?? state.ChangedAt, clock.Now())}.",
            Stage.Approved => $"Aprobada {since}. Falta que una segunda persona la publique.",
            Stage.Scheduled => $"Se publicará el {Spanish.Moment(state.ScheduledFor!.Value)}",
            Stage.Published => $"Versión {Practice.PublishedVersion}, publicada {Spanish.Ago(shown?.PublishedAt ?? state.ChangedAt, clock.Now())}.",
            _ => $"Retirada del sitio {Spanish.Ago(shown?.WithdrawnAt ?? state.ChangedAt, clock.Now())}.",
        };
    }
}
