namespace Acervo.Platform.Forms.Reading;

/// <summary>
/// Finds labels that stand in a document once more than the form prints them. Each parts the text as any label does, and which of its answers is meant is
/// for a person to say.
/// </summary>
internal static class LabelRepeats
{
    /// <summary>So many words are no word of an answer.</summary>
    private const int LongLabel = 4;

    private const double Surely = 0.9;

    /// <param name="chain">The labels that were chosen.</param>
    /// <param name="found">Every place where a label may stand.</param>
    /// <param name="lines">The document.</param>
    /// <param name="helps">The instructions of the form, which name labels too.</param>
    public static IReadOnlyList<LabelMatch> Of(
        IReadOnlyList<LabelMatch> chain, IEnumerable<LabelMatch> found, IReadOnlyList<ReadingLine> lines, HelpTexts helps)
    {
        var chosen = chain.Where(match => !match.Label.Anywhere && (match.Label.Question is not null || match.Label.IsFilledOn))
            .ToDictionary(match => match.Label);
        var again = found.Where(match => chosen.TryGetValue(match.Label, out var first) && !chain.Any(match.Overlaps) && IsAgain(match, first, lines)
            && !helps.Says(lines[match.Line]));
        var repeats = new List<LabelMatch>();
        foreach (var match in again.OrderByDescending(match => match.Similarity).ThenBy(match => match.Line).ToList())
        {
            if (!repeats.Exists(match.Overlaps))
            {
                repeats.Add(match);
            }
        }

        return repeats;
    }

    private static bool IsAgain(LabelMatch match, LabelMatch first, IReadOnlyList<ReadingLine> lines) => match switch
    {
        { Bullet: true } or { Similarity: <= Surely } => false,
        { Short: true } => first.Short && LooksAs(match, first) && (match.Colon || match.Cell) && Said(match, lines) == Said(first, lines),
        { Label.Section: not null } => match.RightNumber == true && first.RightNumber == true,
        { Label: var label } when label.Spellings[0].Length >= LongLabel => match.Colon || match.Cell || match.Whole,

        // «Conclusiones» in bold is a heading inside an answer as well.
        _ => LooksAs(match, first) && (match.Colon || match.Cell),
    };

    private static bool LooksAs(LabelMatch match, LabelMatch first) => (match.Bold, match.Colon, match.Heading, match.Upper, match.Cell)
        == (first.Bold, first.Colon, first.Heading, first.Upper, first.Cell);

    private static string Said(LabelMatch match, IReadOnlyList<ReadingLine> lines) => Words.Key(lines[match.Line].Text[..match.End]);
}
