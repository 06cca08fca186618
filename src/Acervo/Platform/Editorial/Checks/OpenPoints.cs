using Acervo.Platform.Forms;
using Acervo.Ui;
using Acervo.Ui.Parts;

namespace Acervo.Platform.Editorial.Checks;

/// <summary>The open points of a checklist as lines that lead to where each is mended; many missing answers of a section are one line.</summary>
internal static class OpenPoints
{
    private const int Many = 3;

    public static IReadOnlyList<CheckItem> Of(Dossier dossier, FormDefinition form, IEnumerable<ChecklistItem> items)
    {
        var open = items.ToList();
        List<CheckItem> lines = [];
        foreach (var item in open)
        {
            var section = IsMissing(item) ? form.Sections.FirstOrDefault(section => section.Questions.Any(question => question.Key == item.Key)) : null;
            var others = section is null ? [] : open.FindAll(other => IsMissing(other) && section.Questions.Any(question => question.Key == other.Key));
            if (others.Count < Many)
            {
                lines.Add(new CheckItem(item.IsError ? CheckLevel.Error : CheckLevel.Warning, item.Sentence, DossierParts.HrefOf(dossier, form, item)));
            }
            else if (others[0] == item)
            {
                var labels = others.Select(other => DossierParts.LabelOf(form, other.Key));
                lines.Add(new CheckItem(
                    CheckLevel.Error, $"{section!.Number}. {section.Title}: faltan {Spanish.Count(others.Count, "respuesta", "respuestas")}",
                    DossierParts.HrefOf(dossier, form, item), $"{string.Join(" · ", labels)}"));
            }
        }

        return lines;
    }

    private static bool IsMissing(ChecklistItem item) => item.IsError && item.Id == $"required:{item.Key}";
}
