using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Publishing;
using Acervo.Platform.Publications;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>
/// Answers whether what was published is in use: it is, it is not any more, or it must be amended. For those who write it, who know, and for those who may
/// review it.
/// </summary>
[Allow]
internal sealed class InUseModel(AppDb db, Me me, DossierPublishing publishing, PublicationKinds kinds, EditorialKinds drafts, TimeProvider clock) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    internal string Reason { get; private set; } = "";

    internal string? ReasonError { get; private set; }

    /// <summary>Why there is nothing to answer; null when there is.</summary>
    internal string? Refusal { get; private set; }

    /// <summary>What its page says now, and by when to answer.</summary>
    internal string Standing { get; private set; } = "";

    internal PublicationKind Kind => kinds.Of(Dossier.Kind);

    /// <summary>Only those who write it start its next version, and only one.</summary>
    internal bool MayAmend => Dossier.IsBy(me.Id) && Dossier.Editorial.Stage == Stage.Published;

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetForAsync(id, me, cancel);
        Refusal = drafts.Of(Dossier.Kind).AskedEvery is null ? "De este tipo de publicación no se pregunta si sigue en uso." : Dossier.StandByRefusal;
        if (Refusal is null)
        {
            Standing = StandingOf(await db.Publications.AsNoTracking()
                .Where(p => p.Kind == Dossier.Kind && p.Item == Dossier.Id && p.State == PublicationState.Current)
                .Select(p => new LifeSign(p.PublishedAt, p.UsedAt, p.LookAt, p.DoubtAt, p.LapsedAt)).FirstAsync(cancel));
        }
    }

    public async Task<IActionResult> OnPostAsync(int id, string? answer, string? reason, CancellationToken cancel)
    {
        await OnGetAsync(id, cancel);
        if (Refusal is not null)
        {
            return Page();
        }

        if (answer == "si")
        {
            var next = await publishing.StandByAsync(Dossier, me.Id, cancel);
            TempData["Done"] = $"Gracias. Su página dice desde ahora que sigue en uso. Se volverá a preguntar en {MonthOf(next.LookAt)}.";
            return Redirect($"/fichas/{id}");
        }

        Reason = reason ?? "";
        ReasonError = answer != "no" ? null
            : Reason.Trim().Length < 10 ? "Escriba el motivo: lo verá cualquier persona que lea la publicación." : Dossier.PublicReasonRefusal(Reason);
        if (answer != "no" || ReasonError is not null)
        {
            ModelState.AddModelError("reason", ReasonError ?? "Elija una de las respuestas.");
            return Page();
        }

        if (Dossier.Editorial is not { Stage: Stage.Published, NeedsConfirmation: false } && !me.Has(Role.Reviewer, Dossier.Circle))
        {
            throw new RuleException("Hay una versión en trámite o falta que otra persona la confirme: pida a quien revisa que avise que ya no se usa.");
        }

        await publishing.EndAsync(Dossier, Ending.Lapsed, null, Reason, me.Id, cancel);
        TempData["Done"] = $"Gracias. Su página sigue a la vista y dice desde ahora: «{Kind.LapsedWords}».";
        return Redirect($"/fichas/{id}");
    }

    private string StandingOf(LifeSign life)
    {
        var now = clock.Now();
        return $"Hoy aparece como «{life.Words(Kind, now) ?? Kind.Singular}». " + (life switch
        {
            { LookAt: { } look } when now < look => $"Se preguntará en {MonthOf(look)}; puede responder desde ahora.",
            { DoubtAt: { } doubt } when now < doubt => $"Responda a más tardar el {Spanish.Day(LifeSign.LastDay(doubt))}: si nadie lo hace, aparecerá como "
                + $"«Sin confirmar desde {MonthOf(life.SaidAt)}».",
            _ => "Seguirá así hasta que alguien responda.",
        });
    }

    private static string MonthOf(DateTime moment) => Spanish.Month(moment.BogotaDay());
}
