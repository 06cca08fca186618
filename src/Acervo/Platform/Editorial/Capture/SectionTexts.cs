using System.Globalization;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Forms;

namespace Acervo.Platform.Editorial.Capture;

/// <summary>What a page of a ficha says in each of its parts, as text: two saves of it are told apart by it.</summary>
internal static class SectionTexts
{
    /// <summary>Between the boxes of one answer; nobody types it.</summary>
    private const char Apart = '\u001f';

    public static Dictionary<string, string> Of(FormSection section, FormAnswers answers, DateOnly? filledOn) => new(
        section.Questions.Select(question => KeyValuePair.Create(question.Key, string.Join(Apart,
            question.Kind.Boxes(question, answers).SelectMany(box => box.Value.Prepend(box.Key)))))
            .Append(KeyValuePair.Create(DossierParts.FilledOn, filledOn?.ToString("O", CultureInfo.InvariantCulture) ?? "")),
        StringComparer.Ordinal);

    /// <summary>The parts of the card for the public.</summary>
    public static Dictionary<string, string> Of(string summary, IEnumerable<int> goals, string adapts, string changeNote) => new(StringComparer.Ordinal)
    {
        [DossierParts.Summary] = summary.Trim(),
        [DossierParts.Goals] = string.Join(' ', goals.Distinct().Order()),
        [DossierParts.Adapts] = adapts.Trim(),
        [DossierParts.ChangeNote] = changeNote.Trim(),
    };

    /// <summary>To whoever saves what was sent or decided in the meantime, from another window or by somebody else.</summary>
    public static string ClosedSentence(Dossier dossier) =>
        $"La ficha pasó a «{dossier.Editorial.Stage.Spanish()}» mientras usted escribía. Ya no se puede guardar. Copie su texto antes de salir de la página.";
}
