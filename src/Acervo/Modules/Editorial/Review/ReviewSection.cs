using Acervo.Ui;
using Acervo.Ui.Parts;

namespace Acervo.Modules.Editorial.Review;

/// <summary>A section of a ficha as a review reads it, with what is still to be done in it.</summary>
/// <param name="Id">Its place on the page.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Answers">What it shows.</param>
/// <param name="Remarks">Remarks on it that nobody settled.</param>
/// <param name="Demands">Points of the checklist in it that stand open.</param>
internal sealed record ReviewSection(string Id, string Title, IReadOnlyList<Answer> Answers, int Remarks, int Demands)
{
    /// <summary>What waits in it, in words; null when nothing does.</summary>
    public string? Waiting
    {
        get
        {
            string[] words =
            [
                .. Remarks == 0 ? [] : new[] { Spanish.Count(Remarks, "observación", "observaciones") },
                .. Demands == 0 ? [] : new[] { Spanish.Count(Demands, "punto por atender", "puntos por atender") },
            ];
            return words.Length == 0 ? null : string.Join(" · ", words);
        }
    }
}
