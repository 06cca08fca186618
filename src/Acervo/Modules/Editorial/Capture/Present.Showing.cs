using System.Globalization;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Forms.References;
using Acervo.Ui.Forms;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>The fields of the public card.</summary>
internal sealed partial class PresentModel
{
    private async Task ShowAsync(string summary, IReadOnlyList<int> goals, string adapts, string changeNote, CancellationToken cancel)
    {
        var options = (await terms.OfAsync("ods", cancel)).All.Select(goal => new FieldOption(goal.Code, $"{goal.Code}. {goal.Name}", null)).ToList();
        var open = await threads.OpenOfAsync(Dossier, cancel);
        var checklist = await checks.OfAsync(Dossier, cancel);
        Steps = new DossierSteps(Dossier, ficha.Of(Dossier), checklist, open.ToDictionary(thread => thread.Key, _ => 1)).Of("presentacion");
        SummaryField = new FieldView("summary", "Resumen", FieldKind.LongText)
        {
            Help = "Un párrafo que cualquier persona entienda: qué se hizo, para quién y qué cambió. Sin siglas sin explicar.",
            Required = true,
            MaxLength = Dossier.LongestSummary,
            Value = summary,
            Error = ErrorOf("summary") ?? LongOf(DossierParts.Summary),
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
            Help = "Si se basa en otra publicación de este sitio, escriba su título o pegue la dirección de su página. "
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
            Error = ErrorOf("changeNote") ?? LongOf(DossierParts.ChangeNote),
            Remarks = open.GetValueOrDefault(DossierParts.ChangeNote),
        };
    }

    private string? LongOf(string part) => Checklist.TooLong(Dossier).FirstOrDefault(one => one.Part == part).Sentence;

    private string? ErrorOf(string name) => ModelState.TryGetValue(name, out var state) && state.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;
}
