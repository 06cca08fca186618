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
    KnownTerms terms, TimeProvider clock) : PageModel
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
        // The text of a round only when it is compared with: each is a whole ficha.
        var rounds = await db.Rounds.AsNoTracking().Where(round => round.Subject == Dossier.Subject).OrderBy(round => round.Round)
            .Select(round => new { round.Round, Content = round.Round == cambios ? round.Content : null }).ToListAsync(cancel);
        var before = rounds.Count > 1 ? rounds[^2] : null;
        Tabs = before is null ? [] : [new("Respuestas", $"/revision/{id}"),
            new($"Qué cambió desde el envío {before.Round}", $"/revision/{id}?cambios={before.Round}")];
        var earlier = rounds.Find(round => round.Content is not null) is { Content: { } old } ? DossierContent.FromJson(old) : null;
        var view = new ReviewView(Dossier, ficha.Of(Dossier), all, await GoalsAsync(cancel), await AdaptedAsync(earlier, cancel), IsMine, earlier);
        Sections = view.Sections();
        Checks = view.Checks(await checks.OfAsync(Dossier, cancel));
        Similar = IsMine || MayClaim ? await similar.OfAsync(Dossier, cancel) : [];
        Standing = await StandingAsync(cancel);
    }

    private async Task<Dictionary<int, string>> GoalsAsync(CancellationToken cancel) => (await terms.OfAsync("ods", cancel)).All
        .Where(goal => int.TryParse(goal.Code, CultureInfo.InvariantCulture, out _))
        .ToDictionary(goal => int.Parse(goal.Code, CultureInfo.InvariantCulture), goal => goal.Name);

    /// <summary>By their public names: a reviewer may not see the working one of another unit.</summary>
    private async Task<Dictionary<int, string>> AdaptedAsync(DossierContent? earlier, CancellationToken cancel)
    {
        int[] items = [.. new[] { Dossier.Adapts, earlier?.Adapts }.OfType<int>()];
        return items.Length == 0 ? [] : await db.Publications
            .Where(p => p.Kind == Dossier.Kind && items.Contains(p.Item) && p.State != PublicationState.Superseded)
            .Select(p => new { p.Item, p.Title }).ToDictionaryAsync(p => p.Item, p => p.Title, cancel);
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
