using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Review;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Review;

/// <summary>The review screen: every answer with its remarks beside it, and since the second round what changed.</summary>
[Allow(Role.Reviewer)]
internal sealed class ShowModel(AppDb db, Me me, ReviewSheets sheets, SimilarDossiers similar, TimeProvider clock) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    internal ReviewSheet Sheet { get; private set; } = ReviewSheet.Empty;

    internal IReadOnlyList<SimilarDossier> Similar { get; private set; } = [];

    internal IReadOnlyList<MenuItem> Tabs { get; private set; } = [];

    internal string Standing { get; private set; } = "";

    internal bool IsMine => Dossier.Editorial.Stage == Stage.InReview && Dossier.Editorial.ReviewerId == me.Id;

    internal bool MayClaim => Dossier.Editorial.Stage == Stage.InReview && Dossier.Editorial.ReviewerId is null && !Dossier.WasWrittenBy(me.Id);

    internal bool MayRelease => Dossier.Editorial.Stage == Stage.InReview && Dossier.Editorial.ReviewerId is not null && !Dossier.WasWrittenBy(me.Id);

    internal string OpenWords => Sheet.OpenRemarks == 0
        ? "Sin observaciones abiertas"
        : Spanish.Count(Sheet.OpenRemarks, "observación abierta", "observaciones abiertas");

    public async Task OnGetAsync(int id, int? cambios, CancellationToken cancel)
    {
        Dossier = await db.GetForReviewAsync(id, me, cancel);
        if (!await db.MayReadAsync(Dossier, me, cancel))
        {
            throw new NotFoundException($"text of dossier {id}");
        }

        // The text of a round only when it is compared with: each is a whole ficha.
        var rounds = await db.Rounds.AsNoTracking().Where(round => round.Subject == Dossier.Subject).OrderBy(round => round.Round)
            .Select(round => new { round.Round, Content = round.Round == cambios ? round.Content : null }).ToListAsync(cancel);
        var before = rounds.Count > 1 ? rounds[^2] : null;
        Tabs = before is null ? [] : [new("Respuestas", $"/revision/{id}"),
            new($"Qué cambió desde el envío {before.Round}", $"/revision/{id}?cambios={before.Round}")];
        var earlier = rounds.Find(round => round.Content is not null) is { Content: { } old } ? DossierContent.FromJson(old) : null;
        Sheet = await sheets.OfAsync(Dossier, IsMine, earlier, cancel);
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
        return Dossier.IsBeingWritten ? $"{holder} · la escribe {names[Dossier.AuthorId]}"
            : $"{holder} · la envió {names[Dossier.AuthorId]} · envío {state.Round}";
    }
}
