using Acervo.Platform.Forms;
using Acervo.Ui.Forms;

namespace Acervo.Modules.Practices.Capture;

/// <summary>Where on the form a finding of the checklist is mended.</summary>
internal static class FichaLinks
{
    public static string To(Practice practice, FormDefinition form, ChecklistItem item)
    {
        if (item.Key == "summary")
        {
            return $"/fichas/{practice.Id}/presentacion";
        }

        var section = form.Sections.FirstOrDefault(part => part.Questions.Any(question => question.Key == item.Key))?.Number ?? 1;
        return $"/fichas/{practice.Id}/seccion/{section}#{FieldView.IdOf(item.Key)}";
    }
}
