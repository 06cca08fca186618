using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Forms;
using Acervo.Ui;
using Acervo.Ui.Parts;

namespace Acervo.Platform.Editorial.Capture;

/// <summary>
/// The way through a ficha: the sections of its form, then what the public sees of it. Each step says what is still missing there, and none is complete
/// while a remark on it is open.
/// </summary>
/// <param name="dossier">The ficha.</param>
/// <param name="form">Its form.</param>
/// <param name="checklist">What is open.</param>
/// <param name="remarks">How many remarks are open, by the part they are about.</param>
internal sealed class DossierSteps(Dossier dossier, FormDefinition form, IReadOnlyList<ChecklistItem> checklist, IReadOnlyDictionary<string, int> remarks)
{
    /// <summary>The section in which the form asks for annexes, where its files are attached too; null when it asks for none.</summary>
    public static FormSection? FilesSection(FormDefinition form) =>
        form.Sections.FirstOrDefault(section => section.Questions.Any(question => question.Type == QuestionType.Attachments));

    /// <summary>The place where files are attached.</summary>
    public static string FilesHref(Dossier dossier, FormDefinition form) =>
        FilesSection(form) is { } section ? $"/fichas/{dossier.Id}/seccion/{section.Number}#archivos" : $"/fichas/{dossier.Id}/archivos";

    /// <summary>All of them.</summary>
    /// <param name="current">The end of the address of the page that shows them, such as <c>seccion/2</c>; null on a page outside the way.</param>
    public IReadOnlyList<FormStep> Of(string? current)
    {
        var last = form.Sections[^1].Number;
        List<FormStep> steps =
        [
            .. form.Sections.Select(section => Step(section.Number, section.Title, $"seccion/{section.Number}", KeysOf(section), IsAnswered(section),
                IsOptional(section))),
            Step(last + 1, "Presentación para el público", "presentacion",
                [DossierParts.Summary, DossierParts.Goals, DossierParts.Adapts, DossierParts.ChangeNote], dossier.Summary.Length > 0, isOptional: false),
        ];
        if (FilesSection(form) is null)
        {
            steps.Add(Step(last + 2, "Archivos adjuntos", "archivos", [DossierParts.Files], dossier.Files.Count > 0, isOptional: true));
        }

        return steps;

        FormStep Step(int number, string title, string path, IReadOnlyCollection<string> keys, bool isBegun, bool isOptional)
        {
            var open = checklist.Where(item => item.IsOpen && keys.Contains(item.Key)).ToList();
            var (missing, said) = (open.Count(item => item.IsError), keys.Sum(key => remarks.GetValueOrDefault(key)));
            var doubts = open.Count - missing;
            var words = string.Join(" · ", new[]
            {
                missing == 0 ? null : missing == 1 ? "Falta 1" : $"Faltan {missing}",
                said == 0 ? null : Spanish.Count(said, "observación", "observaciones"),
                missing > 0 || doubts == 0 ? null : $"{doubts} por explicar",
            }.OfType<string>());
            var state = said > 0 || (isBegun && missing == 0 && doubts > 0) ? StepState.Warned
                : !isBegun ? StepState.Empty : missing > 0 ? StepState.Begun : StepState.Done;
            return new FormStep(number, title, $"/fichas/{dossier.Id}/{path}", state, words.Length > 0 ? words : !isBegun && isOptional ? "Opcional" : null,
                path == current)
            {
                Waits = words.Length > 0,
            };
        }
    }

    private string[] KeysOf(FormSection section) =>
    [
        .. section.Questions.Select(question => question.Key),
        .. section == form.Sections[0] ? [DossierParts.FilledOn] : Array.Empty<string>(),
        .. section == FilesSection(form) ? [DossierParts.Files] : Array.Empty<string>(),
    ];

    private bool IsAnswered(FormSection section)
    {
        var answers = dossier.Answers;
        return section.Questions.Any(question => answers.IsAnswered(question.Key)) || (section == FilesSection(form) && dossier.Files.Count > 0);
    }

    private static bool IsOptional(FormSection section) => !section.Questions.Any(question => question.Required);
}
