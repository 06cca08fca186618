using System.Globalization;
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
internal sealed class SectionModel(AppDb db, Me me, DossierForm ficha, DossierChecklist checks, DossierThreads threads, SessionLife life, TimeProvider clock)
    : PageModel
{
    /// <summary>Characters of one answer, at most; forms set lower limits, which the checklist tells.</summary>
    private const int LongestAnswer = 200_000;

    internal Dossier Dossier { get; private set; } = null!;

    internal FormSection Section { get; private set; } = null!;

    internal IReadOnlyList<FieldView> Fields { get; private set; } = [];

    internal FieldView FilledOnField { get; private set; } = null!;

    internal IReadOnlyList<FormStep> Steps { get; private set; } = [];

    internal int Revision { get; private set; }

    /// <summary>Whether the form asks here for the day on which it was filled in.</summary>
    internal bool AsksDay => Section.Number == 1 && ficha.Of(Dossier).FilledOnLabel is not null;

    internal int OwnerId => me.Id;

    internal FormSection? Previous => ficha.Of(Dossier).Sections.LastOrDefault(section => section.Number < Section.Number);

    public async Task<IActionResult> OnGetAsync(int id, int number, CancellationToken cancel)
    {
        await LoadAsync(id, number, cancel);
        if (!Dossier.Editorial.IsEditable)
        {
            return Redirect($"/fichas/{id}");
        }

        await ShowAsync(Dossier.Answers, null, cancel);
        return Page();
    }

    /// <param name="id">The ficha.</param>
    /// <param name="number">The section.</param>
    /// <param name="version">The revision that the browser started from.</param>
    /// <param name="accept">The finding whose proposal is taken, when its button was pressed.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IActionResult> OnPostAsync(int id, int number, int version, string? accept, CancellationToken cancel)
    {
        await LoadAsync(id, number, cancel);
        var stored = Dossier.Answers;
        var posted = await ficha.TakeAsync(Dossier, Section, Request.Form, ModelState.AddModelError, cancel);
        if (!Dossier.Editorial.IsEditable)
        {
            return await ShowClosedAsync(posted, cancel);
        }

        if (version != Dossier.Revision)
        {
            return await ShowBothAsync(posted, stored, cancel);
        }

        if (Section.Questions.FirstOrDefault(question => posted.Text(question.Key)?.Length > LongestAnswer) is { } endless)
        {
            ModelState.AddModelError(endless.Key,
                $"El texto de «{endless.Label}» es demasiado largo para guardarlo ({Spanish.Number(posted.Text(endless.Key)!.Length)} caracteres). Deje lo que "
                    + "responde la pregunta y adjunte lo demás como archivo.");
            return await NotSavedAsync(posted, cancel);
        }

        // Rows with a box that cannot be read are kept on the page alone: kept in the ficha, they would lose what that box held before.
        var unread = Section.Questions.Select(question => question.Key)
            .Where(group => ModelState.Keys.Any(box => box.StartsWith(group + ".", StringComparison.Ordinal)));
        Dossier.Answer(posted.Without(unread), clock.Now());
        if (AsksDay)
        {
            TakeFilledOn();
        }

        var accepted = accept is null ? null : await AcceptAsync(accept, cancel);

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Two saves at the very same time: the later one is treated like a stale tab.
            db.ChangeTracker.Clear();
            await LoadAsync(id, number, cancel);
            return await ShowBothAsync(posted, Dossier.Answers, cancel);
        }

        return WantsJson ? await SavedAsync() : await NextAsync(posted, accepted ?? PostedFields.Regrouped(Request.Form), cancel);
    }

    internal string TitleOf(Dossier dossier) => dossier.Title.Length == 0 ? "Sin título" : dossier.Title;

    private bool WantsJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    /// <summary>Saving goes on with the session too; the page is told how long it lasts from now.</summary>
    private async Task<JsonResult> SavedAsync() => new(new
    {
        version = Dossier.Revision,
        session = (int?)(await life.LeftAsync(HttpContext))?.TotalSeconds,
        refused = ModelState.Values.SelectMany(state => state.Errors).Select(error => error.ErrorMessage).FirstOrDefault(),
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
        DossierForm.Unfound(Section, posted).ToList().ForEach(one => ModelState.AddModelError(one.Box, one.Sentence));
        if (!ModelState.IsValid)
        {
            return await NotSavedAsync(posted, cancel);
        }

        var place = $"/fichas/{Dossier.Id}/seccion/";
        var next = ficha.Of(Dossier).Sections.FirstOrDefault(section => section.Number > Section.Number);
        return Redirect(accepted is not null ? $"{place}{Section.Number}#{FieldView.IdOf(accepted)}"
            : next is null ? $"/fichas/{Dossier.Id}/presentacion" : $"{place}{next.Number}");
    }

    private async Task LoadAsync(int id, int number, CancellationToken cancel)
    {
        Dossier = await db.GetMineAsync(id, me, cancel);
        Section = ficha.Of(Dossier).Sections.FirstOrDefault(section => section.Number == number) ?? throw new NotFoundException($"section {number}");
    }

    private void TakeFilledOn()
    {
        var parts = DayParts.Read(Request.Form, DossierParts.FilledOn);
        if (!parts.IsEmpty && parts.ToDay() is null)
        {
            ModelState.AddModelError(DossierParts.FilledOn, "La fecha de diligenciamiento no existe: revise el día, el mes y el año.");
            return;
        }

        Dossier.Date(parts.ToDay(), clock.Now());
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

    /// <summary>It was sent to review in another window: what was typed here is shown, to be copied.</summary>
    private async Task<IActionResult> ShowClosedAsync(FormAnswers posted, CancellationToken cancel)
    {
        var sentence = $"La ficha pasó a «{Dossier.Editorial.Stage.Spanish()}» mientras usted escribía: esto ya no se puede guardar. Copie su texto antes de "
            + "salir de la página.";
        if (WantsJson)
        {
            return new JsonResult(new { refused = sentence }) { StatusCode = StatusCodes.Status409Conflict };
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.AddModelError("", sentence);
        await ShowAsync(posted, null, cancel);
        return Page();
    }

    /// <summary>Somebody saved since this tab was opened: nothing is overwritten and nothing typed is lost.</summary>
    private async Task<IActionResult> ShowBothAsync(FormAnswers posted, FormAnswers stored, CancellationToken cancel)
    {
        if (WantsJson)
        {
            var theirs = FieldTexts.Of(Section.Questions, stored, AsksDay ? (DossierParts.FilledOn, Dossier.FilledOn) : null);
            var typed = DayParts.Read(Request.Form, DossierParts.FilledOn).ToDay();
            var mine = FieldTexts.Of(Section.Questions, posted, AsksDay ? (DossierParts.FilledOn, typed) : null);
            return new JsonResult(new
            {
                version = Dossier.Revision,
                by = "Otra persona, o usted en otra pestaña,",
                answers = FieldTexts.Differing(theirs, mine),
            })
            { StatusCode = StatusCodes.Status409Conflict };
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.AddModelError("", "Esta ficha cambió desde que abrió esta página. Abajo están sus textos y, donde difieren, lo que está guardado. Guarde de "
            + "nuevo para dejar los suyos.");
        await ShowAsync(posted, stored, cancel);
        return Page();
    }

    private async Task ShowAsync(FormAnswers answers, FormAnswers? stored, CancellationToken cancel)
    {
        var checklist = await checks.OfAsync(Dossier, cancel);
        var fields = await ficha.FieldsAsync(Dossier, Section, answers, checklist, await threads.OpenOfAsync(Dossier, cancel), cancel);
        var filledOn = Dossier.FilledOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Revision = Dossier.Revision;
        Fields = [.. fields.Select(field => field.Wrong(ErrorOf(field.Name) ?? StoredOf(field.Name, answers, stored))).Select(Retyped)];
        Steps = ficha.Steps(Dossier, checklist, $"seccion/{Section.Number}");
        FilledOnField = new FieldView(DossierParts.FilledOn, ficha.Of(Dossier).FilledOnLabel ?? "", FieldKind.Date)
        {
            Required = true,
            Value = filledOn,
            Error = ErrorOf(DossierParts.FilledOn),
            Day = Request.HasFormContentType ? DayParts.Read(Request.Form, DossierParts.FilledOn) : DayParts.Of(filledOn),
        };
    }

    /// <summary>With what was typed into its boxes of days, also when it is no day.</summary>
    private FieldView Retyped(FieldView field) => !Request.HasFormContentType ? field : PostedFields.Retyped(field, Request.Form, ErrorOf);

    private string? ErrorOf(string name) => ModelState.TryGetValue(name, out var state) && state.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;

    private string? StoredOf(string key, FormAnswers mine, FormAnswers? stored) =>
        stored is null || mine.Text(key) == stored.Text(key) || Section.Questions.First(one => one.Key == key) is not { } question ? null
        : $"Lo guardado dice: «{question.Kind.Plain(question, stored)}»";
}
