using System.Globalization;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Web;
using Acervo.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>How a section is shown: as it is kept, with what was refused, or beside what somebody else wrote.</summary>
internal sealed partial class SectionModel
{
    private Dictionary<string, string[]> BoxesOf(IReadOnlySet<string> parts, FormAnswers answers, DateOnly? day) =>
        FieldTexts.Of(Section.Questions.Where(question => parts.Contains(question.Key)), answers,
        parts.Contains(DossierParts.FilledOn) ? (DossierParts.FilledOn, day) : null);

    /// <summary>The answers with what the page before could not keep, and why.</summary>
    private FormAnswers ShowRefused(FormAnswers answers)
    {
        if (typed![RefusedBoxes.Sentence].ToString() is { Length: > 0 } sentence)
        {
            ModelState.AddModelError("", sentence);
        }

        var refused = Section.Questions.Where(question => typed.Keys.Any(box => RefusedBoxes.IsOf(box, question.Key)));
        var again = PostedAnswers.Read(refused, typed, ModelState.AddModelError);
        foreach (var key in again.Keys)
        {
            answers.Copy(key, again, key);
        }

        DossierForm.Unfound(Section, answers).ToList().ForEach(one => ModelState.TryAddModelError(one.Box, one.Sentence));
        _ = AsksDay ? TakeFilledOn(typed) : null;
        var stored = SectionTexts.Of(Section, Dossier.Answers, Dossier.FilledOn);
        Shown = ShownParts.Read(typed[RefusedBoxes.Version]).Saved(Dossier.Revision, stored,
            [.. stored.Keys.Where(part => typed.Keys.Any(box => RefusedBoxes.IsOf(box, part)))]);
        return answers;
    }

    /// <summary>It was sent to review in another window: what was typed here is shown, to be copied.</summary>
    private async Task<IActionResult> ShowClosedAsync(FormAnswers posted, CancellationToken cancel)
    {
        var sentence = SectionTexts.ClosedSentence(Dossier);
        Response.StatusCode = StatusCodes.Status409Conflict;
        if (WantsJson)
        {
            return new JsonResult(new { refused = sentence }) { StatusCode = StatusCodes.Status409Conflict };
        }

        ModelState.AddModelError("", sentence);
        await ShowAsync(posted, null, cancel);
        return Page();
    }

    /// <summary>Somebody else wrote in the same answers: nothing is overwritten and nothing typed is lost.</summary>
    private async Task<IActionResult> ShowBothAsync(FormAnswers posted, IReadOnlySet<string> both, int other, CancellationToken cancel)
    {
        var by = await edits.NameOfAsync(other, cancel);
        Response.StatusCode = StatusCodes.Status409Conflict;
        if (WantsJson)
        {
            return new JsonResult(new
            {
                version = $"{Shown}",
                by,
                answers = FieldTexts.Differing(BoxesOf(both, Dossier.Answers, Dossier.FilledOn), BoxesOf(both, posted, DayParts.Read(typed!,
                    DossierParts.FilledOn).ToDay())),
            })
            { StatusCode = StatusCodes.Status409Conflict };
        }

        ModelState.AddModelError("", $"{by} cambió esta ficha mientras usted escribía. Abajo están sus textos y, donde difieren, lo que está guardado. Guarde "
            + "de nuevo para dejar los suyos.");
        await ShowAsync(posted, both, cancel);
        return Page();
    }

    private async Task ShowAsync(FormAnswers answers, IReadOnlySet<string>? both, CancellationToken cancel)
    {
        var checklist = await checks.OfAsync(Dossier, cancel);
        var open = await threads.OpenOfAsync(Dossier, cancel);
        var fields = await ficha.FieldsAsync(Dossier, Section, answers, checklist, open, cancel);
        var filledOn = Dossier.FilledOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Shown.Marks.Count == 0)
        {
            Shown = ShownParts.Of(Dossier.Revision, SectionTexts.Of(Section, Dossier.Answers, Dossier.FilledOn));
        }

        Fields = [.. fields.Select(field => field.Wrong(ErrorOf(field.Name) ?? StoredOf(field.Name, both))).Select(Retyped)];
        Files = Section == DossierSteps.FilesSection(ficha.Of(Dossier)) ? removed.PanelOf(Dossier, TempData) : null;
        if (Files?.Error is { } refused)
        {
            ModelState.AddModelError("file", refused);
        }

        IsReady = !checklist.Any(item => item.IsOpen && item.IsError);
        Steps = new DossierSteps(Dossier, ficha.Of(Dossier), checklist, open.ToDictionary(thread => thread.Key, _ => 1)).Of($"seccion/{Section.Number}");
        FilledOnField = new FieldView(DossierParts.FilledOn, ficha.Of(Dossier).FilledOnLabel ?? "", FieldKind.Date)
        {
            Required = true,
            Value = filledOn,
            Error = ErrorOf(DossierParts.FilledOn),
            Day = typed is not null && typed.Keys.Any(box => RefusedBoxes.IsOf(box, DossierParts.FilledOn)) ? DayParts.Read(typed, DossierParts.FilledOn)
                : DayParts.Of(filledOn),
        };
    }

    /// <summary>With what was typed into its boxes of days, also when it is no day.</summary>
    private FieldView Retyped(FieldView field) =>
        typed is null || !typed.Keys.Any(box => RefusedBoxes.IsOf(box, field.Name)) ? field : PostedFields.Retyped(field, typed, ErrorOf);

    private string? ErrorOf(string name) => ModelState.TryGetValue(name, out var state) && state.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;

    private string? StoredOf(string key, IReadOnlySet<string>? both) =>
        both?.Contains(key) is not true || Section.Questions.First(one => one.Key == key) is not { } question ? null
        : $"Lo guardado dice: «{question.Kind.Plain(question, Dossier.Answers)}»";
}
