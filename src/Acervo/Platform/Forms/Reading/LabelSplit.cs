namespace Acervo.Platform.Forms.Reading;

/// <summary>Parts a line that holds several labels with their answers («Teléfono: … Correo: …»): each then begins a line of its own.</summary>
internal sealed class LabelSplit(LabelWords words)
{
    private const int MostWords = 60;
    private const int LongestLabel = 7;

    public IReadOnlyList<ReadingLine> Of(IReadOnlyList<ReadingLine> lines) => [.. lines.SelectMany(Parts)];

    private IEnumerable<ReadingLine> Parts(ReadingLine line)
    {
        if (line.Words.Count is < 4 or > MostWords || line.Text.Count(letter => letter == ':') < 2
            || ShortLabelFinder.Opening(line) is not { Colon: true } opening || Sure(opening.Words) is not { } first)
        {
            return [line];
        }

        var known = new HashSet<Label> { first };
        var starts = new List<int>();
        foreach (var (word, index) in line.Words.Select((word, index) => (word, index)).Where(each => each.word.Start >= opening.End))
        {
            if (!char.IsUpper(line.Text[word.Start]) || LabelAt(line, index) is not { Question: null or { Type: not QuestionType.LongText } } label
                || !known.Add(label))
            {
                continue;
            }

            starts.Add(line.Text[..word.Start].EndsWith("**", StringComparison.Ordinal) ? word.Start - 2 : word.Start);
        }

        return starts.Count == 0 ? [line] : Cut(line, starts);
    }

    /// <summary>The label whose words begin here and end with a colon.</summary>
    private Label? LabelAt(ReadingLine line, int index)
    {
        for (var count = 1; count <= LongestLabel && index + count <= line.Words.Count; count++)
        {
            var end = line.Words[index + count - 1].End;
            if (LabelEnd.Of(line.Text, end).Mark == ':' && line.Text[end..].TrimStart('*', ' ', ')').StartsWith(':'))
            {
                return Sure([.. line.Words.Skip(index).Take(count).Select(word => word.Folded)]);
            }
        }

        return null;
    }

    private Label? Sure(IReadOnlyList<string> said) => words.Of(said).Where(fit => fit.Fit > 0.88).Select(fit => fit.Label).FirstOrDefault();

    private static IEnumerable<ReadingLine> Cut(ReadingLine line, List<int> starts)
    {
        var from = 0;
        foreach (var start in starts.Append(line.Text.Length))
        {
            var text = line.Text[from..start].Trim();
            yield return line.Saying(start == line.Text.Length ? text : text.TrimEnd(' ', '|', ';', '/', ',', '-', '–', '—', '·', '•')) with
            {
                Marker = from == 0 ? line.Marker : null,
                IsRow = false,
            };
            from = start;
        }
    }
}
