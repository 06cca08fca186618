namespace Acervo.Platform.Forms.Reading;

/// <summary>Of the answers under a label that comes more than once, the one in the order of the form is taken; the others are told and asked about.</summary>
internal static class RepeatedAnswers
{
    private const int Longest = 80;

    /// <summary>The region of each question that is read; what stands otherwise under another label of it waits to be placed.</summary>
    /// <param name="regions">All regions of the document.</param>
    /// <param name="chain">The labels that stand in the order of the form.</param>
    /// <param name="left">Is given what was not taken.</param>
    /// <param name="observations">Is told of it.</param>
    /// <param name="doubted">Is given the questions that have another answer.</param>
    public static Dictionary<string, AnswerRegion> Choose(List<AnswerRegion> regions, IReadOnlyList<LabelMatch> chain, Leftovers left,
        List<Observation> observations, ISet<string> doubted)
    {
        var chosen = new Dictionary<string, AnswerRegion>(StringComparer.Ordinal);
        foreach (var same in regions.Where(region => region.Key is not null).GroupBy(region => region.Key!, StringComparer.Ordinal))
        {
            var read = same.Where(region => Said(region).Length > 0).OrderByDescending(region => chain.Contains(region.Match)).FirstOrDefault() ?? same.First();
            chosen[same.Key] = read;
            foreach (var other in same.Where(region => region != read && Said(region) is { Length: > 0 } said && said != Said(read)))
            {
                doubted.Add(same.Key);
                left.Add(regions.IndexOf(other), same.Key, other.Lines);
                observations.Add(Asking(read, other));
            }
        }

        return chosen;
    }

    private static Observation Asking(AnswerRegion read, AnswerRegion other)
    {
        var question = read.Match.Label.Question!;
        var isLine = question.Type is QuestionType.Text or QuestionType.Person && other.Lines.Count == 1;
        return new Observation(question.Key, "label-twice", ObservationSeverity.Warning,
            $"El rótulo «{question.Label}» aparece más de una vez: se tomó «{Shown(read)}», y en otro lugar dice «{Shown(other)}». Compruebe cuál vale.",
            isLine ? Text(other) : null);
    }

    private static string Said(AnswerRegion region) => Words.Key(Text(region));

    private static string Text(AnswerRegion region) =>
        string.Join(' ', region.Lines.Select(line => line.Text.Replace("**", "", StringComparison.Ordinal).Trim()));

    private static string Shown(AnswerRegion region) => Text(region) is { Length: > Longest } text ? text[..Longest] + "…" : Text(region);
}
