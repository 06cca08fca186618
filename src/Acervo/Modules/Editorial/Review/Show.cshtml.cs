using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Editorial.Review;
using Acervo.Platform.Publications;
using Acervo.Platform.Reference;
using Acervo.Ui;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Review;

/// <summary>The review screen: every answer with its remarks beside it, and since the second round what changed.</summary>
[Allow(Role.Reviewer)]
internal sealed class ShowModel(AppDb db, Me me, DossierForm ficha, DossierChecklist checks, DossierThreads threads, SimilarDossiers similar,
    TimeProvider clock) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    internal IReadOnlyList<ReviewSection> Sections { get; private set; } = [];

    internal IReadOnlyList<CheckItem> Checks { get; private set; } = [];

    internal IReadOnlyList<SimilarDossier> Similar { get; private set; } = [];

    internal IReadOnlyList<MenuItem> Tabs { get; private set; } = [];

    internal string Standing { get; private set; } = "";

    internal int OpenRemarks { get; private set; }

    internal bool IsMine => Dossier.Editorial.Stage == Stage.InReview && Dossier.Editorial.ReviewerId == me.Id;

    internal bool MayClaim => Dossier.Editorial.Stage == Stage.InReview && Dossier.Editorial.ReviewerId is null && !Dossier.WasWrittenBy(me.Id);

    internal bool MayRelease => Dossier.Editorial.Stage == Stage.InReview && Dossier.Editorial.ReviewerId is not null && !Dossier.WasWrittenBy(me.Id);

    internal string OpenWords => OpenRemarks == 0 ? "Sin observaciones abiertas" : Spanish.Count(OpenRemarks, "observación abierta", "observaciones abiertas");

    public async Task OnGetAsync(int id, int? cambios, CancellationToken cancel)
    {
        Dossier = await db.GetForReviewAsync(id, me, cancel);
        var all = await threads.AllOfAsync(Dossier, cancel);
        OpenRemarks = all.Count(thread => thread.Root.IsOpen);
        var rounds = await db.Rounds.AsNoTracking().Where(round => round.Subject == Dossier.Subject).OrderBy(round => round.Round).ToListAsync(cancel);
        var before = rounds.Count > 1 ? rounds[^2] : null;
        Tabs = before is null ? [] : [new("Respuestas", $"/revision/{id}"),
            new($"Qué cambió desde el envío {before.Round}", $"/revision/{id}?cambios={before.Round}")];
        var old = cambios is null ? null : rounds.Find(round => round.Round == cambios);
        var goals = await db.Terms.AsNoTracking().Of("ods").ToListAsync(cancel);
        var names = goals.Where(goal => int.TryParse(goal.Code, CultureInfo.InvariantCulture, out _))
            .ToDictionary(goal => int.Parse(goal.Code, CultureInfo.InvariantCulture), goal => goal.Name);
        var earlier = old is null ? null : DossierContent.FromJson(old.Content);
        // By their public names: a reviewer may not see the working one of another unit.
        int?[] items = [Dossier.Adapts, earlier?.Adapts];
        var adapted = await db.Publications.Where(p => p.Kind == Dossier.Kind && items.Contains(p.Item) && p.State != PublicationState.Superseded)
            .ToDictionaryAsync(p => p.Item, p => p.Title, cancel);
        var view = new ReviewView(Dossier, ficha.Of(Dossier), all, names, adapted, IsMine, earlier);
        Sections = view.Sections();
        Checks = view.Checks(await checks.OfAsync(Dossier, cancel));
        Similar = IsMine || MayClaim ? await similar.OfAsync(Dossier, cancel) : [];
        Standing = await StandingAsync(cancel);
    }

    private async Task<string> StandingAsync(CancellationToken cancel)
    {
        var state = Dossier.Editorial;
        var names = await db.People.AsNoTracking().Where(person => person.Id == Dossier.AuthorId || person.Id == state.ReviewerId)
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        var holder = state.ReviewerId switch
        {
            _ when state.Stage != Stage.InReview => state.Stage.Spanish(),
            null => "Nadie la ha tomado",
            var reviewer when reviewer == me.Id => $"La tiene usted desde {Spanish.Ago(state.ClaimedAt!.Value, clock.Now())}",
            var reviewer => $"La tiene {names[reviewer.Value]} desde {Spanish.Ago(state.ClaimedAt!.Value, clock.Now())}",
        };
        return $"{holder} · la envió {names[Dossier.AuthorId]} · envío {state.Round}";
    }
}

/// <summary>A section of the form as the reviewer reads it.</summary>
internal sealed record ReviewSection(string Title, IReadOnlyList<Answer> Answers);
