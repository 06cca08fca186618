using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Forms.Web;
using Acervo.Platform.Reference;
using Acervo.Ui.Forms;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>The public card of a ficha: summary, goals and, from the second version on, what changes.</summary>
[Allow]
internal sealed partial class PresentModel(AppDb db, Me me, DossierForm ficha, DossierChecklist checks, DossierThreads threads, Adaptables adaptables,
    EditorialKinds kinds, KnownTerms terms, OthersEdits edits, SessionLife life, TimeProvider clock) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    internal IReadOnlyList<FormStep> Steps { get; private set; } = [];

    internal FieldView SummaryField { get; private set; } = null!;

    internal FieldView GoalsField { get; private set; } = null!;

    internal EditorialKind Kind => kinds.Of(Dossier.Kind);

    internal int OwnerId => me.Id;

    internal FieldView AdaptsField { get; private set; } = null!;

    internal FieldView ChangeNoteField { get; private set; } = null!;

    /// <summary>What the page shows, for the save to come.</summary>
    internal ShownParts Shown { get; private set; } = ShownParts.Read(null);

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetMineAsync(id, me, cancel);
        var adapts = await AdaptsAsync(cancel);
        Shown = ShownParts.Of(Dossier.Revision, Kept(adapts));
        if (RefusedBoxes.Take(TempData) is { } refused)
        {
            Checklist.TooLong(Dossier).ToList().ForEach(one => ModelState.AddModelError(one.Part, one.Sentence));
            if (refused.TryGetValue(DossierParts.Adapts, out var typed))
            {
                adapts = typed.ToString();
                await AdaptedAsync(adapts, cancel);
            }
        }

        await ShowAsync(Dossier.Summary, Dossier.Goals, adapts, Dossier.ChangeNote, cancel);
    }

    public async Task<IActionResult> OnPostAsync(int id, string? version, string? summary, int[] goals, string? adapts, string? changeNote,
        CancellationToken cancel)
    {
        Dossier = await db.GetMineAsync(id, me, cancel);
        // A browser sends CR LF for each line end and counts one character.
        var (card, aims, source, note) = (summary?.ReplaceLineEndings("\n") ?? "", Kind.HasGoals ? goals : [], adapts ?? "",
            changeNote?.ReplaceLineEndings(" ") ?? "");
        Shown = ShownParts.Read(version);
        if (!Dossier.Editorial.IsEditable)
        {
            ModelState.AddModelError("", SectionTexts.ClosedSentence(Dossier));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await NotSavedAsync(card, aims, source, note, cancel);
        }

        var stored = Kept(await AdaptsAsync(cancel));
        var (kept, both) = Shown.Compare(stored, SectionTexts.Of(card, aims, source, note));
        var other = Dossier.OtherSince(me.Id, Shown.Revision);
        if (both.Count > 0 && other is not null)
        {
            return await StaleAsync(card, aims, source, note, stored, both, await edits.NameOfAsync(other.Value, cancel), cancel);
        }

        if (card.Length + note.Length > Dossier.LongestDraft)
        {
            ModelState.AddModelError("summary", $"Es demasiado largo para guardarlo. El resumen puede tener hasta {Dossier.LongestSummary} caracteres.");
            return await NotSavedAsync(card, aims, source, note, cancel);
        }

        var adapted = kept.Contains(DossierParts.Adapts) ? Dossier.Adapts : await AdaptedAsync(source, cancel);
        Dossier.Present(kept.Contains(DossierParts.Summary) ? Dossier.Summary : card, kept.Contains(DossierParts.Goals) ? Dossier.Goals : aims,
            kept.Contains(DossierParts.ChangeNote) ? Dossier.ChangeNote : note, clock.Now());
        Dossier.Adapt(ModelState.IsValid ? adapted : Dossier.Adapts, clock.Now());
        Dossier.EditedBy(me.Id);
        var told = kept.Count == 0 ? null : await edits.ToldAsync(other, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Two saves at the very same time: the later one is put together with the earlier.
            db.ChangeTracker.Clear();
            ModelState.Clear();
            return await OnPostAsync(id, version, summary, goals, adapts, changeNote, cancel);
        }

        if (WantsJson)
        {
            return await SavedAsync(told, kept, cancel);
        }

        if (told is not null)
        {
            TempData["Done"] = $"{told}.";
        }

        if (ModelState.IsValid && !Checklist.TooLong(Dossier).Any())
        {
            return Redirect(DossierSteps.FilesSection(ficha.Of(Dossier)) is null ? $"/fichas/{id}/archivos"
                : Checklist.Of(Dossier, ficha.Of(Dossier), clock.Today()).Any(item => item.IsError) ? $"/fichas/{id}" : $"/fichas/{id}/enviar");
        }

        // What was kept is kept; the refusal is a page of its own, so that one can go on from it and come back.
        return RefusedBoxes.Keep(TempData, Request.Form, [.. ModelState.Where(box => box.Value!.Errors.Count > 0).Select(box => box.Key)])
            ? Redirect($"/fichas/{id}/presentacion")
            : await NotSavedAsync(card, aims, source, note, cancel);
    }

    private bool WantsJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    private async Task<string> AdaptsAsync(CancellationToken cancel) => await adaptables.TitleAsync(Dossier.Kind, Dossier.Adapts, cancel) ?? "";

    private Dictionary<string, string> Kept(string adapts) => SectionTexts.Of(Dossier.Summary, Dossier.Goals, adapts, Dossier.ChangeNote);

    /// <summary>What is too long is saved all the same, and told: a text in the making is nobody's mistake yet.</summary>
    private async Task<JsonResult> SavedAsync(string? told, IReadOnlySet<string> kept, CancellationToken cancel)
    {
        var adapts = await AdaptsAsync(cancel);
        var refused = ModelState.Values.SelectMany(state => state.Errors).Select(error => $"Se guardó lo demás. {error.ErrorMessage}")
            .Concat(Checklist.TooLong(Dossier).Select(one => $"Quedó guardado como borrador. {one.Sentence}")).FirstOrDefault();
        return new JsonResult(new
        {
            version = $"{ShownParts.Of(Dossier.Revision, Kept(adapts))}",
            session = (int?)(await life.LeftAsync(HttpContext))?.TotalSeconds,
            refused,
            told,
            answers = kept.Count == 0 ? null : BoxesOf(kept, adapts),
        });
    }

    private async Task<IActionResult> NotSavedAsync(string card, IReadOnlyList<int> aims, string source, string note, CancellationToken cancel)
    {
        if (WantsJson)
        {
            return new JsonResult(new { refused = ModelState.Values.SelectMany(state => state.Errors).Select(error => error.ErrorMessage).First() });
        }

        await ShowAsync(card, aims, source, note, cancel);
        return Page();
    }

    private Dictionary<string, string[]> BoxesOf(IReadOnlySet<string> parts, string adapts) => new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [DossierParts.Summary] = [Dossier.Summary],
        [DossierParts.Goals] = [.. Dossier.Goals.Select(goal => goal.ToString(CultureInfo.InvariantCulture))],
        [DossierParts.Adapts] = [adapts],
        [DossierParts.ChangeNote] = [Dossier.ChangeNote],
    }.Where(part => parts.Contains(part.Key)).ToDictionary();

    /// <summary>What somebody else wrote in the same parts, beside what was typed in this window.</summary>
    private async Task<IActionResult> StaleAsync(string card, IReadOnlyList<int> aims, string source, string note, Dictionary<string, string> stored,
        IReadOnlySet<string> both, string by, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        Shown = Shown.Seen(Dossier.Revision, stored, both);
        if (WantsJson)
        {
            return new JsonResult(new { version = $"{Shown}", by, answers = BoxesOf(both, stored[DossierParts.Adapts]) })
            {
                StatusCode = StatusCodes.Status409Conflict,
            };
        }

        foreach (var part in both)
        {
            ModelState.AddModelError(part, $"{by} cambió esta ficha mientras usted escribía. Lo guardado dice: «{stored[part]}». Guarde de nuevo para dejar su "
                + "texto.");
        }

        await ShowAsync(card, aims, source, note, cancel);
        return Page();
    }

    /// <summary>A wrong address is told beside its field; everything else typed stays.</summary>
    private async Task<int?> AdaptedAsync(string? typed, CancellationToken cancel)
    {
        if (!Kind.IsAdaptable)
        {
            return null;
        }

        // Left as it was shown, it stays what it is, also when its name is no longer public or no longer the only one.
        if ((typed ?? "").Trim() == (await adaptables.TitleAsync(Dossier.Kind, Dossier.Adapts, cancel) ?? "").Trim())
        {
            return Dossier.Adapts;
        }

        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        try
        {
            var meant = await adaptables.MeantAsync(Dossier.Kind, typed, cancel);
            return meant.Item != Dossier.Id ? meant.Item
                : throw new RuleException("Una publicación no puede ser adaptación de sí misma. Indique otra o deje el campo vacío.");
        }
        catch (RuleException refusal)
        {
            ModelState.AddModelError(DossierParts.Adapts, refusal.Message);
            return null;
        }
    }
}
