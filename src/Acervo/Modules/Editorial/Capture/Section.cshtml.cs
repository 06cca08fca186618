using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Web;
using Acervo.Platform.Http.Bodies;
using Acervo.Ui;
using Acervo.Ui.Forms;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>One section of the official form. It saves whatever is typed, by itself or on request; a stale tab is shown both texts.</summary>
[Allow]
[Takes(2 * TakesAttribute.Form)]
internal sealed partial class SectionModel(AppDb db, Me me, DossierForm ficha, DossierChecklist checks, DossierThreads threads, OthersEdits edits,
    RemovedFiles removed, SessionLife life, TimeProvider clock) : PageModel
{
    /// <summary>Characters of one answer, at most; forms set lower limits, which the checklist tells.</summary>
    private const int LongestAnswer = 200_000;

    internal Dossier Dossier { get; private set; } = null!;

    internal FormSection Section { get; private set; } = null!;

    internal IReadOnlyList<FieldView> Fields { get; private set; } = [];

    internal FieldView FilledOnField { get; private set; } = null!;

    internal IReadOnlyList<FormStep> Steps { get; private set; } = [];

    /// <summary>What the page shows, for the save to come.</summary>
    internal ShownParts Shown { get; private set; } = ShownParts.Read(null);

    /// <summary>Nothing obligatory is missing in the whole ficha.</summary>
    internal bool IsReady { get; private set; }

    /// <summary>The files, where the form asks for annexes.</summary>
    internal FilesPanel? Files { get; private set; }

    /// <summary>How its document was read, and what of it is in no answer.</summary>
    internal UnplacedPanel? Unplaced => UnplacedPanel.Of(Dossier, ficha.Of(Dossier), Section);

    /// <summary>Whether the form asks here for the day on which it was filled in.</summary>
    internal bool AsksDay => Section.Number == 1 && ficha.Of(Dossier).FilledOnLabel is not null;

    internal int OwnerId => me.Id;

    /// <summary>What was typed and cannot be kept: of this request, or refused by the one before.</summary>
    private IFormCollection? typed;

    internal FormSection? Previous => ficha.Of(Dossier).Sections.LastOrDefault(section => section.Number < Section.Number);

    public async Task<IActionResult> OnGetAsync(int id, int number, CancellationToken cancel)
    {
        await LoadAsync(id, number, cancel);
        if (!Dossier.Editorial.IsEditable)
        {
            return Redirect($"/fichas/{id}");
        }

        var answers = Dossier.Answers;
        if ((typed = RefusedBoxes.Take(TempData)) is not null)
        {
            answers = ShowRefused(answers);
        }

        await ShowAsync(answers, null, cancel);
        return Page();
    }

    /// <param name="id">The ficha.</param>
    /// <param name="number">The section.</param>
    /// <param name="version">What the page showed when the browser got it.</param>
    /// <param name="accept">The finding whose proposal is taken, when its button was pressed.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IActionResult> OnPostAsync(int id, int number, string? version, string? accept, CancellationToken cancel)
    {
        await LoadAsync(id, number, cancel);
        (Shown, typed) = (ShownParts.Read(version), Request.Form);
        var posted = await ficha.TakeAsync(Dossier, Section, typed, ModelState.AddModelError, cancel);
        var day = AsksDay ? TakeFilledOn(typed) : Dossier.FilledOn;
        if (!Dossier.Editorial.IsEditable)
        {
            return await ShowClosedAsync(posted, cancel);
        }

        if (Section.Questions.FirstOrDefault(question => posted.Text(question.Key)?.Length > LongestAnswer) is { } endless)
        {
            ModelState.AddModelError(endless.Key,
                $"El texto de «{endless.Label}» es demasiado largo para guardarlo ({Spanish.Number(posted.Text(endless.Key)!.Length)} caracteres). Deje lo que "
                    + "responde la pregunta y adjunte lo demás como archivo.");
            return await NotSavedAsync(posted, cancel);
        }

        // Rows with a box that cannot be read are kept on the page alone: kept in the ficha, they would lose what that box held before.
        var read = posted.Without(Section.Questions.Select(question => question.Key)
            .Where(group => ModelState.Keys.Any(box => box.StartsWith(group + ".", StringComparison.Ordinal))));
        var stored = SectionTexts.Of(Section, Dossier.Answers, Dossier.FilledOn);
        var sent = SectionTexts.Of(Section, read, day)
            .Where(part => part.Key == DossierParts.FilledOn ? ErrorOf(part.Key) is null : read.Keys.Contains(part.Key)).ToDictionary();
        var (kept, both) = Shown.Compare(stored, sent);
        var other = Dossier.OtherSince(me.Id, Shown.Revision);
        if (both.Count > 0 && other is not null)
        {
            Shown = Shown.Seen(Dossier.Revision, stored, both);
            kept.ToList().ForEach(key => posted.Copy(key, Dossier.Answers, key));
            return await ShowBothAsync(posted, both, other.Value, cancel);
        }

        Dossier.Answer(read.Without(kept), clock.Now());
        Dossier.EditedBy(me.Id);
        if (AsksDay && !kept.Contains(DossierParts.FilledOn))
        {
            Dossier.Date(day, clock.Now());
        }

        var accepted = accept is null ? null : await AcceptAsync(accept, cancel);
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
            return await OnPostAsync(id, number, version, accept, cancel);
        }

        // What could not be read was not compared: it keeps the mark it was shown with. So does what others wrote, where no script puts it on the page.
        Shown = Shown.Saved(Dossier.Revision, SectionTexts.Of(Section, Dossier.Answers, Dossier.FilledOn),
            [.. stored.Keys.Except(WantsJson ? sent.Keys : sent.Keys.Except(kept))]);
        if (WantsJson)
        {
            return await SavedAsync(told, kept);
        }

        if (told is not null)
        {
            TempData["Done"] = $"{told}.";
        }

        return await NextAsync(posted, accepted ?? PostedFields.Regrouped(typed), cancel);
    }

    internal string TitleOf(Dossier dossier) => dossier.Title.Length == 0 ? "Sin título" : dossier.Title;

    private bool WantsJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    /// <summary>Saving goes on with the session too; the page is told how long it lasts from now, and what others wrote that it now has.</summary>
    private async Task<JsonResult> SavedAsync(string? told = null, IReadOnlySet<string>? kept = null) => new(new
    {
        version = kept is null ? null : $"{Shown}",
        session = (int?)(await life.LeftAsync(HttpContext))?.TotalSeconds,
        refused = ModelState.Values.SelectMany(state => state.Errors).Select(error => $"{(kept is null ? "" : "Se guardó lo demás. ")}{error.ErrorMessage}")
            .FirstOrDefault(),
        told,
        answers = kept is null or { Count: 0 } ? null : BoxesOf(kept, Dossier.Answers, Dossier.FilledOn),
    });

    /// <summary>Nothing was saved; what was typed is shown with the reason.</summary>
    private async Task<IActionResult> NotSavedAsync(FormAnswers posted, CancellationToken cancel)
    {
        if (WantsJson)
        {
            return await SavedAsync();
        }

        await ShowAsync(posted, null, cancel);
        return Page();
    }

    private async Task<IActionResult> NextAsync(FormAnswers posted, string? accepted, CancellationToken cancel)
    {
        var place = $"/fichas/{Dossier.Id}/seccion/";
        var unfound = DossierForm.Unfound(Section, posted).ToList();
        if (!ModelState.IsValid || unfound.Count > 0)
        {
            // What was kept is kept; the refusal is a page of its own, so that one can go on from it and come back.
            if (RefusedBoxes.Keep(TempData, typed!, [.. ModelState.Where(box => box.Value!.Errors.Count > 0).Select(box => box.Key)], ErrorOf("")))
            {
                return Redirect($"{place}{Section.Number}");
            }

            unfound.ForEach(one => ModelState.AddModelError(one.Box, one.Sentence));
            return await NotSavedAsync(posted, cancel);
        }

        var next = ficha.Of(Dossier).Sections.FirstOrDefault(section => section.Number > Section.Number);
        return Redirect(accepted is not null ? $"{place}{Section.Number}#{FieldView.IdOf(accepted)}"
            : next is null ? $"/fichas/{Dossier.Id}/presentacion" : $"{place}{next.Number}");
    }

    private async Task LoadAsync(int id, int number, CancellationToken cancel)
    {
        Dossier = await db.GetMineAsync(id, me, cancel);
        Section = ficha.Of(Dossier).Sections.FirstOrDefault(section => section.Number == number) ?? throw new NotFoundException($"section {number}");
    }

    /// <summary>The day that was typed; the one that is kept where it is no day, which is told.</summary>
    private DateOnly? TakeFilledOn(IFormCollection boxes)
    {
        var parts = DayParts.Read(boxes, DossierParts.FilledOn);
        if (parts.IsEmpty || parts.ToDay() is not null)
        {
            return parts.ToDay();
        }

        ModelState.AddModelError(DossierParts.FilledOn, "La fecha de diligenciamiento no existe: revise el día, el mes y el año.");
        return Dossier.FilledOn;
    }

    /// <summary>Takes a proposal over and returns the question it was about; null when what was typed has mended it already.</summary>
    private async Task<string?> AcceptAsync(string finding, CancellationToken cancel)
    {
        var findings = await checks.OfAsync(Dossier, cancel);
        if (findings.FirstOrDefault(item => item.Id == finding && item.Proposal is not null) is not { } proposed)
        {
            ModelState.AddModelError("", "Esa propuesta ya no está: la respuesta cambió. Lo que escribió quedó guardado.");
            return null;
        }

        Dossier.Accept(proposed, clock.Now());
        return proposed.Key;
    }
}
