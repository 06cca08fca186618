using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading;

/// <summary>Gathers what of a document ended in no answer, in the order of the document, so that nothing is dropped in silence.</summary>
internal sealed partial class Leftovers
{
    private readonly List<(int Order, UnplacedText Piece)> pieces = [];

    public IReadOnlyList<UnplacedText> All => [.. pieces.OrderBy(piece => piece.Order).Select(piece => piece.Piece)];

    /// <summary>Lines that stood together are one piece, parted only where one opens with a label of its own.</summary>
    /// <param name="order">Their place among the labels of the document.</param>
    /// <param name="near">The question in whose place they stood, if any.</param>
    /// <param name="lines">The lines.</param>
    public void Add(int order, string? near, IEnumerable<ReadingLine> lines)
    {
        var open = new List<ReadingLine>();
        foreach (var line in lines.Where(line => line.Text.Any(char.IsLetterOrDigit)))
        {
            if (open.Count > 0 && Labelled().IsMatch(line.Text))
            {
                Close(order, near, open);
            }

            open.Add(line);
        }

        Close(order, near, open);
    }

    private void Close(int order, string? near, List<ReadingLine> open)
    {
        if (open.Count > 0)
        {
            pieces.Add((order, new UnplacedText(string.Join('\n', open.Select(line => line.Written)), open[0].Page, near)));
            open.Clear();
        }
    }

    [GeneratedRegex(@"^\**\p{Lu}[^:\n]{2,50}:\**\s", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Labelled();
}
