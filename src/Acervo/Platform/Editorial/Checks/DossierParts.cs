using Acervo.Platform.Forms;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Editorial.Checks;

/// <summary>
/// The parts of a ficha that a finding or a remark can be about: each question of its form, and what the form does not ask. How each is called and where it
/// is mended.
/// </summary>
internal static class DossierParts
{
    public const string Whole = Remark.OnTheWhole;
    public const string Summary = "summary";
    public const string Goals = "goals";
    public const string Adapts = "adapts";
    public const string ChangeNote = "changeNote";
    public const string Files = "files";
    public const string FilledOn = "filledOn";

    /// <summary>The name of a part; null when the ficha has no such part.</summary>
    public static string? LabelOf(FormDefinition form, string key) => key switch
    {
        Whole => "Toda la ficha",
        Summary => "Resumen para el público",
        Goals => "Objetivos de Desarrollo Sostenible",
        Adapts => "Publicación que se adapta",
        ChangeNote => "Nota de cambio",
        Files => "Archivos adjuntos",
        FilledOn => form.FilledOnLabel,
        _ => form.Question(key)?.Label,
    };

    /// <summary>The page, and the place on it, where the part is written.</summary>
    public static string HrefOf(Dossier dossier, FormDefinition form, ChecklistItem item) => item.Cell is null
        ? HrefOf(dossier, form, item.Key)
        : $"/fichas/{dossier.Id}/seccion/{SectionOf(form, item.Key)}#{FieldView.IdOf(item.Cell)}";

    /// <summary>The page, and the place on it, where the part is written.</summary>
    public static string HrefOf(Dossier dossier, FormDefinition form, string key) => $"/fichas/{dossier.Id}" + key switch
    {
        Whole => "",
        Summary or Goals or Adapts or ChangeNote => $"/presentacion#{FieldView.IdOf(key)}",
        Files => Capture.DossierSteps.FilesHref(dossier, form)[$"/fichas/{dossier.Id}".Length..],
        _ => $"/seccion/{SectionOf(form, key)}#{FieldView.IdOf(key)}",
    };

    private static int SectionOf(FormDefinition form, string key) =>
        form.Sections.FirstOrDefault(part => part.Questions.Any(question => question.Key == key))?.Number ?? 1;
}
