using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Web;
using Acervo.Ui.Forms;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Capture;

/// <summary>One section of the official form. It saves whatever is typed, by itself or on request; a stale tab is shown both texts.</summary>
[Allow]
[RequestFormLimits(ValueLengthLimit = 11 * 1024 * 1024)]
internal sealed class SectionModel(AppDb db, Me me, FichaForm ficha, FichaThreads threads, TimeProvider clock) : PageModel
{
    internal Practice Practice { get; private set; } = null!;

    internal FormSection Section { get; private set; } = null!;

    internal IReadOnlyList<FieldView> Fields { get; private set; } = [];

    internal FieldView FilledOnField { get; private set; } = null!;

    internal IReadOnlyList<FormStep> Steps { get; private set; } = [];

    internal int Revision { get; private set; }

    internal int OwnerId => me.Id;

    internal FormSection? Previous => ficha.Of(Practice).Sections.LastOrDefault(section => section.Number < Section.Number);

    public async Task<IActionResult> OnGetAsync(int id, int number, CancellationToken cancel)
    {
        await LoadAsync(id, number, cancel);
        if (!Practice.Editorial.IsEditable)
        {
            return Redirect($"/fichas/{id}");
        }

        await ShowAsync(Practice.Answers, Practice.FilledOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int number, int version, CancellationToken cancel)
    {
        await LoadAsync(id, number, cancel);
        var before = Practice.Answers;
        var posted = PostedAnswers.Read(Section.Questions, Request.Form, (key, sentence) => ModelState.AddModelError(key, sentence));
        if (version != Practice.Revision)
        {
            return await ShowBothAsync(posted, before, cancel);
        }

        Practice.Answer(posted, clock.Now());
        if (number == 1)
        {
            TakeFilledOn();
        }

        await db.SaveChangesAsync(cancel);
        if (WantsJson)
        {
            return new JsonResult(new { version = Practice.Revision });
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(posted, null, before: null, cancel);
            return Page();
        }

        var next = ficha.Of(Practice).Sections.FirstOrDefault(section => section.Number > number);
        return Redirect(next is null ? $"/fichas/{id}/presentacion" : $"/fichas/{id}/seccion/{next.Number}");
    }

    internal string TitleOf(Practice practice) => practice.Title.Length == 0 ? "Sin título" : practice.Title;

    private bool WantsJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    private async Task LoadAsync(int id, int number, CancellationToken cancel)
    {
        Practice = await db.GetMineAsync(id, me, cancel);
        Section = ficha.Of(Practice).Sections.FirstOrDefault(section => section.Number == number) ?? throw new NotFoundException($"section {number}");
    }

    private void TakeFilledOn()
    {
        var parts = DayParts.Read(Request.Form, "filledOn");
        if (!parts.IsEmpty && parts.ToDay() is null)
        {
            ModelState.AddModelError("filledOn", "La fecha de diligenciamiento no existe: revise el día, el mes y el año.");
            return;
        }

        Practice.Date(parts.ToDay(), clock.Now());
    }

    /// <summary>Somebody saved since this tab was opened: nothing is overwritten and nothing typed is lost.</summary>
    private async Task<IActionResult> ShowBothAsync(FormAnswers posted, FormAnswers stored, CancellationToken cancel)
    {
        if (WantsJson)
        {
            var differing = Section.Questions.Where(question => !question.IsList && posted.Text(question.Key) != stored.Text(question.Key))
                .ToDictionary(question => question.Key, question => stored.Text(question.Key) ?? "");
            return new JsonResult(new { version = Practice.Revision, by = "Usted, en otra ventana,", answers = differing }) { StatusCode = StatusCodes.Status409Conflict };
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.AddModelError("", "Esta ficha cambió desde que abrió esta página. Abajo están sus textos y, donde difieren, lo que está guardado. Guarde de nuevo para dejar los suyos.");
        await ShowAsync(posted, null, stored, cancel);
        return Page();
    }

    private async Task ShowAsync(FormAnswers answers, string? filledOn, FormAnswers? before, CancellationToken cancel)
    {
        var form = ficha.Of(Practice);
        var checklist = Checklist.Of(Practice, form, clock.Today());
        var fields = await ficha.FieldsAsync(Practice, Section, answers, checklist, await threads.OpenOfAsync(Practice, cancel), cancel);
        Revision = Practice.Revision;
        Fields = [.. fields.Select(field => field with { Error = ErrorOf(field.Name) ?? StoredOf(field.Name, answers, before), Day = DayOf(field) })];
        Steps = ficha.Steps(Practice, checklist, Section.Number);
        FilledOnField = new FieldView("filledOn", form.FilledOnLabel, FieldKind.Date)
        {
            Required = true,
            Value = filledOn,
            Error = ErrorOf("filledOn"),
            Day = Request.HasFormContentType ? DayParts.Read(Request.Form, "filledOn") : DayParts.Of(filledOn),
        };
    }

    private DayParts DayOf(FieldView field) =>
        field.Kind == FieldKind.Date && Request.HasFormContentType ? DayParts.Read(Request.Form, field.Name) : DayParts.Of(field.Value);

    private string? ErrorOf(string name) => ModelState.TryGetValue(name, out var state) && state.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;

    private static string? StoredOf(string key, FormAnswers mine, FormAnswers? stored) =>
        stored is null || mine.Text(key) == stored.Text(key) ? null : $"Lo guardado dice: «{stored.Text(key)}»";
}
