using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Forms.References;
using Acervo.Platform.Http;
using Acervo.Platform.Reference;
using Acervo.Ui.Forms;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>The public card of a ficha: summary, goals and, from the second version on, what changes.</summary>
[Allow]
internal sealed class PresentModel(AppDb db, Me me, DossierForm ficha, DossierChecklist checks, DossierThreads threads, Adaptables adaptables,
    EditorialKinds kinds, KnownTerms terms, SessionLife life, TimeProvider clock) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    internal IReadOnlyList<FormStep> Steps { get; private set; } = [];

    internal FieldView SummaryField { get; private set; } = null!;

    internal FieldView GoalsField { get; private set; } = null!;

    internal EditorialKind Kind => kinds.Of(Dossier.Kind);

    internal int OwnerId => me.Id;

    internal FieldView AdaptsField { get; private set; } = null!;

    internal FieldView ChangeNoteField { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetMineAsync(id, me, cancel);
        await ShowAsync(Dossier.Summary, Dossier.Goals, await adaptables.TitleAsync(Dossier.Kind, Dossier.Adapts, cancel) ?? "", Dossier.ChangeNote, cancel);
    }

    public async Task<IActionResult> OnPostAsync(int id, int version, string? summary, int[] goals, string? adapts, string? changeNote,
        CancellationToken cancel)
    {
        Dossier = await db.GetMineAsync(id, me, cancel);
        // A browser sends CR LF for each line end and counts one character.
        (summary, changeNote) = (summary?.ReplaceLineEndings("\n"), changeNote?.ReplaceLineEndings(" "));
        if (version != Dossier.Revision && WantsJson)
        {
            return await StaleAsync(cancel);
        }

        if (version != Dossier.Revision)
        {
            ModelState.AddModelError("summary", $"{Refusals.Changed} Lo guardado dice: «{Dossier.Summary}»");
        }

        if (summary?.Trim().Length > Dossier.LongestSummary)
        {
            ModelState.AddModelError("summary",
                $"El resumen tiene {summary.Trim().Length} caracteres y el máximo es {Dossier.LongestSummary}. Acórtelo.");
        }

        if (changeNote?.Trim().Length > Dossier.LongestNote)
        {
            ModelState.AddModelError("changeNote",
                $"La nota de cambio tiene {changeNote.Trim().Length} caracteres y el máximo es {Dossier.LongestNote}. Acórtela.");
        }

        var adapted = await AdaptedAsync(adapts, cancel);
        if (!ModelState.IsValid && WantsJson)
        {
            return await SavedAsync();
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(summary ?? "", goals, adapts ?? "", changeNote ?? "", cancel);
            return Page();
        }

        Dossier.Present(summary ?? "", Kind.HasGoals ? goals : [], changeNote ?? "", clock.Now());
        Dossier.Adapt(adapted, clock.Now());
        await db.SaveChangesAsync(cancel);
        return WantsJson ? await SavedAsync() : Redirect($"/fichas/{id}/archivos");
    }

    private bool WantsJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    private async Task<JsonResult> SavedAsync() => new(new
    {
        version = Dossier.Revision,
        session = (int?)(await life.LeftAsync(HttpContext))?.TotalSeconds,
        refused = ModelState.Values.SelectMany(state => state.Errors).Select(error => error.ErrorMessage).FirstOrDefault(),
    });

    /// <summary>What is kept, for the script to show beside what was typed in this window.</summary>
    private async Task<JsonResult> StaleAsync(CancellationToken cancel) => new(new
    {
        version = Dossier.Revision,
        by = "Otra persona, o usted en otra pestaña,",
        answers = new Dictionary<string, string[]>
        {
            [DossierParts.Summary] = [Dossier.Summary],
            [DossierParts.Adapts] = [await adaptables.TitleAsync(Dossier.Kind, Dossier.Adapts, cancel) ?? ""],
            [DossierParts.ChangeNote] = [Dossier.ChangeNote],
        },
    })
    { StatusCode = StatusCodes.Status409Conflict };

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

    private async Task ShowAsync(string summary, IReadOnlyList<int> goals, string adapts, string changeNote, CancellationToken cancel)
    {
        var options = (await terms.OfAsync("ods", cancel)).All.Select(goal => new FieldOption(goal.Code, $"{goal.Code}. {goal.Name}", null)).ToList();
        Steps = ficha.Steps(Dossier, await checks.OfAsync(Dossier, cancel), "presentacion");
        var open = await threads.OpenOfAsync(Dossier, cancel);
        SummaryField = new FieldView("summary", "Resumen", FieldKind.LongText)
        {
            Help = "Un párrafo que cualquier persona entienda: qué se hizo, para quién y qué cambió. Sin siglas sin explicar.",
            Required = true,
            MaxLength = Dossier.LongestSummary,
            Value = summary,
            Error = ErrorOf("summary"),
            Remarks = open.GetValueOrDefault(DossierParts.Summary),
        };
        GoalsField = new FieldView("goals", "Objetivos de Desarrollo Sostenible a los que aporta", FieldKind.Checks)
        {
            Help = "Marque solo aquellos a los que aporta de manera directa.",
            Options = options,
            Values = [.. goals.Select(goal => goal.ToString(CultureInfo.InvariantCulture))],
            Remarks = open.GetValueOrDefault(DossierParts.Goals),
        };
        AdaptsField = new FieldView(DossierParts.Adapts, DossierParts.LabelOf(ficha.Of(Dossier), DossierParts.Adapts)!)
        {
            Help = "Si se basa en otra que está publicada en este sitio, escriba su nombre o pegue la dirección de su página. "
                + "Las dos páginas quedarán enlazadas.",
            Value = adapts,
            SuggestHref = PublishedTitles.Path + Dossier.Kind,
            Error = ErrorOf(DossierParts.Adapts),
            Remarks = open.GetValueOrDefault(DossierParts.Adapts),
        };
        ChangeNoteField = new FieldView("changeNote", "Nota de cambio", FieldKind.Text)
        {
            Help = "En una frase, qué cambia respecto de la versión publicada. Se muestra en la historia de la publicación.",
            Required = true,
            MaxLength = Dossier.LongestNote,
            Value = changeNote,
            Error = ErrorOf("changeNote"),
            Remarks = open.GetValueOrDefault(DossierParts.ChangeNote),
        };
    }

    private string? ErrorOf(string name) => ModelState.TryGetValue(name, out var state) && state.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;
}
