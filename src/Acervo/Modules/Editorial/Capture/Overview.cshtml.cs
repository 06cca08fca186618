using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Editorial.Intake;
using Acervo.Platform.Editorial.Review;
using Acervo.Platform.Publications;
using Acervo.Ui;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>A ficha at a glance: where it stands, who has it, what is missing and what happens next.</summary>
[Allow]
internal sealed class OverviewModel(AppDb db, Me me, DossierForm ficha, DossierChecklist checks, DossierHistory history, PublicationKinds kinds,
    DossierThreads threads, WhatFollows follows, SimilarDossiers similar, TimeProvider clock) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    internal IReadOnlyList<FormStep> Steps { get; private set; } = [];

    internal IReadOnlyList<CheckItem> Open { get; private set; } = [];

    internal IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    internal string Standing { get; private set; } = "";

    internal string Summary { get; private set; } = "";

    /// <summary>What the reading told of the document, as long as the text may still be mended.</summary>
    internal StoredReading? Reading =>
        MayRead && (Dossier.Editorial.IsEditable || Dossier.Editorial.Stage == Stage.InReview) ? StoredReading.FromJson(Dossier.Reading) : null;

    /// <summary>How its document was read, for those who may mend it.</summary>
    internal UnplacedPanel? Unplaced => IsMine && Dossier.Editorial.IsEditable ? UnplacedPanel.Of(Dossier, ficha.Of(Dossier), null) : null;

    /// <summary>What seems to be about the same, told as soon as a document became a ficha.</summary>
    internal IReadOnlyList<SimilarDossier> Similar { get; private set; } = [];

    internal string? LastNote { get; private set; }

    internal int OpenRemarks { get; private set; }

    /// <summary>The list it is usually reached from.</summary>
    internal MenuItem Trail => (IsMine, Dossier.PublishedVersion) switch
    {
        (true, _) => new("Mis fichas", "/fichas"),
        (_, > 0) => new("Publicadas", "/revision/publicadas"),
        _ => new("Por revisar", "/revision"),
    };

    internal string TitleOf => Dossier.Title.Length == 0 ? "Sin título" : Dossier.Title;

    /// <summary>What is being written is read by its authors, and by whoever said why.</summary>
    internal bool MayRead { get; private set; }

    internal bool IsMine => Dossier.IsBy(me.Id);

    /// <summary>Whoever wrote it once, and no longer does, decides nothing on it either.</summary>
    private bool IsOwnWork => Dossier.WasWrittenBy(me.Id);

    internal bool IsAmending => Dossier.PublishedVersion > 0 && Dossier.Editorial.IsEditable;

    internal bool MayReview => !IsOwnWork && me.Has(Role.Reviewer, Dossier.Circle) && Dossier.Editorial.Stage == Stage.InReview;

    internal bool MayPublish => !IsOwnWork && me.Has(Role.Reviewer, Dossier.Circle) && Dossier.Editorial.Stage is Stage.Approved or Stage.Scheduled;

    /// <summary>Who approved it waits for somebody else; the way to do without one is not the main act.</summary>
    internal bool IsToPublish => MayPublish && Dossier.Editorial.ApprovedBy != me.Id;

    internal bool MayConfirm => me.Has(Role.Reviewer, Dossier.Circle) && Dossier.Editorial.ForcedBy != me.Id && !IsOwnWork;

    internal bool MayErase => IsMine && Dossier.IsUnsent;

    internal bool MayAmend => IsMine && Dossier.Editorial.Stage is Stage.Published or Stage.Withdrawn;

    internal bool MayWithdraw => me.Has(Role.Reviewer, Dossier.Circle) && Dossier is { IsPublic: true, PublishedVersion: > 0 };

    /// <summary>Whether it is put to use, as its page says.</summary>
    private LifeSign Life { get; set; }

    /// <summary>Whoever sees what is public here may say whether it is in use.</summary>
    internal bool MaySayUse => Life.LookAt is not null && Dossier.StandByRefusal is null;

    /// <summary>They are asked now.</summary>
    internal bool IsAsked => MaySayUse && IsMine && Dossier.Editorial.Stage == Stage.Published && Life.LookAt <= clock.Now();

    internal string? PublicHref => Dossier is { IsPublic: true, PublishedVersion: > 0 } ? kinds.Href(Dossier.Kind, Dossier.Slug) : null;

    internal bool HasToAnswer => Dossier.Editorial.Stage == Stage.ChangesRequested && OpenRemarks > 0;

    /// <summary>Nothing obligatory is missing: what is left is explained where it is sent.</summary>
    internal bool IsReady { get; private set; }

    internal string NextHref => IsReady ? $"/fichas/{Dossier.Id}/enviar"
        : Steps.FirstOrDefault(step => step.Waits)?.Href ?? $"/fichas/{Dossier.Id}/presentacion";

    internal string NextText => IsReady ? "Enviar a revisión" : "Continuar";

    internal string AnswerText => $"Atender {Spanish.Count(OpenRemarks, "observación", "observaciones")}";

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetForAsync(id, me, cancel);
        MayRead = await db.MayReadAsync(Dossier, me, cancel);
        var checklist = await checks.OfAsync(Dossier, cancel);
        var open = checklist.Where(item => item.IsOpen).ToList();
        var remarks = await threads.CountsAsync(Dossier, cancel);
        (OpenRemarks, IsReady) = (remarks.Values.Sum(), !open.Exists(item => item.IsError));
        Steps = new DossierSteps(Dossier, ficha.Of(Dossier), checklist, remarks).Of(null);
        Open = [.. OpenPoints.Of(Dossier, ficha.Of(Dossier), open).Take(12)];
        Summary = SummaryOf(open.Count(item => item.IsError), open.Count(item => !item.IsError));
        Timeline = await history.OfAsync(Dossier, cancel);
        LastNote = await db.Rounds.AsNoTracking().Where(round => round.Subject == Dossier.Subject).OrderByDescending(round => round.Round)
            .Select(round => round.Note).FirstOrDefaultAsync(cancel);
        Standing = await StandingAsync(cancel);
        Similar = IsMine ? await similar.WithOthersAsync(Dossier, cancel) : [];
    }

    private static string SummaryOf(int errors, int warnings)
    {
        var missing = Spanish.Count(errors, "punto por completar", "puntos por completar");
        var doubtful = Spanish.Count(warnings, "punto por revisar o explicar", "puntos por revisar o explicar");
        return errors == 0 ? $"{doubtful}." : warnings == 0 ? $"{missing}." : $"{missing} y {doubtful}.";
    }

    private async Task<string> StandingAsync(CancellationToken cancel)
    {
        var state = Dossier.Editorial;
        var since = Spanish.Ago(state.ChangedAt, clock.Now());
        var reviewer = state is not { Stage: Stage.InReview, ReviewerId: { } holder }
            ? null
            : await db.People.AsNoTracking().Where(person => person.Id == holder).Select(person => person.Name).FirstOrDefaultAsync(cancel);
        var shown = Dossier.PublishedVersion == 0 ? null : await db.Publications.AsNoTracking()
            .Where(p => p.Kind == Dossier.Kind && p.Item == Dossier.Id && p.State != PublicationState.Superseded)
            .Select(p => new { p.PublishedAt, p.WithdrawnAt, Life = new LifeSign(p.PublishedAt, p.UsedAt, p.LookAt, p.DoubtAt, p.LapsedAt) })
            .FirstOrDefaultAsync(cancel);
        Life = shown?.Life ?? default;
        return state.Stage switch
        {
            Stage.Draft when Dossier is
            {
                IsPublic: true,
                PublishedVersion: > 0
            } => $"Corrección de la versión {Dossier.PublishedVersion}, que sigue a la vista. Último cambio {Spanish.Ago(Dossier.EditedAt, clock.Now())}.",
            Stage.Draft => $"La tiene {(IsMine ? "usted" : "quien la escribe")}. Último cambio {Spanish.Ago(Dossier.EditedAt, clock.Now())}.",
            Stage.ChangesRequested => $"{(IsMine ? "Se la devolvieron" : "Volvió a quien la escribe")} {since} con observaciones.",
            Stage.InReview when reviewer is null => $"Enviada {since}. {await follows.TakersAsync(Dossier, cancel)}",
            Stage.InReview => $"La revisa {reviewer} desde {Spanish.Ago(state.ClaimedAt ?? state.ChangedAt, clock.Now())}. "
                + await follows.DecisionAsync(Dossier, cancel),
            Stage.Approved => $"Aprobada {since}. {await follows.PublishersAsync(Dossier, cancel)}",
            Stage.Scheduled => $"Se publicará el {Spanish.Moment(state.ScheduledFor!.Value)}",
            Stage.Published => $"Versión {Dossier.PublishedVersion}, publicada {Spanish.Ago(shown?.PublishedAt ?? state.ChangedAt, clock.Now())}. "
                + Life.Sentence(kinds.Of(Dossier.Kind), clock.Now()),
            _ when Dossier.Ending == Ending.Lapsed =>
                $"Ya no se usa. Su página sigue a la vista y lo avisa desde {Spanish.Ago(state.ChangedAt, clock.Now())}.",
            _ when Dossier.Ending == Ending.Replaced => $"Reemplazada por otra publicación {Spanish.Ago(state.ChangedAt, clock.Now())}.",
            _ => $"Retirada del sitio {Spanish.Ago(shown?.WithdrawnAt ?? state.ChangedAt, clock.Now())}.",
        };
    }
}
