using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Intake;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>How a document was read: its sum, and beside the form what of it ended in no answer, each piece with where it may be put.</summary>
/// <param name="Id">The ficha.</param>
/// <param name="Form">Its form.</param>
/// <param name="Sum">Such as «22 de 25 respuestas leídas; 3 por mirar».</param>
/// <param name="Pieces">What stands in no answer, that of this section first.</param>
/// <param name="Beyond">How many more there are in the document than are kept.</param>
/// <param name="IsOpen">Whether one of them stood in this very section.</param>
internal sealed record UnplacedPanel(int Id, FormDefinition Form, string? Sum, IReadOnlyList<UnplacedText> Pieces, int Beyond, bool IsOpen)
{
    /// <summary>For a ficha that was read from a document; null for any other, and when there is nothing to tell.</summary>
    /// <param name="dossier">The ficha.</param>
    /// <param name="form">Its form.</param>
    /// <param name="section">The section that is shown; null on a page of the whole ficha.</param>
    public static UnplacedPanel? Of(Dossier dossier, FormDefinition form, FormSection? section)
    {
        if (StoredReading.FromJson(dossier.Reading) is not { } reading || (reading.Tally is null && reading.Unplaced.Count == 0))
        {
            return null;
        }

        bool IsHere(UnplacedText piece) => section?.Questions.Any(question => question.Key == piece.Near) is true;
        return new UnplacedPanel(dossier.Id, form, reading.Tally?.Sentence, [.. reading.Unplaced.OrderByDescending(IsHere)], reading.UnplacedBeyond,
            section is null || reading.Unplaced.Any(IsHere));
    }
}
