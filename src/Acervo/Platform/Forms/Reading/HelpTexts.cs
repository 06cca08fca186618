using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading;

/// <summary>
/// The instructions printed on the forms. Their wording varies from file to file, so they are recognised loosely and in every version,
/// and taken out wherever they stand between a label and its answer.
/// </summary>
internal sealed partial class HelpTexts
{
    private readonly Dictionary<string, IReadOnlyList<string[]>> sentences = new(StringComparer.Ordinal);

    public HelpTexts(IEnumerable<FormDefinition> forms)
    {
        foreach (var group in forms.SelectMany(form => form.Questions).Where(question => question.Help is not null)
            .GroupBy(question => question.Key, StringComparer.Ordinal))
        {
            sentences[group.Key] = [.. group.OrderByDescending(question => question.Help!.Length).SelectMany(question => Sentence().Split(question.Help!))
                .Select(Words.Folded).Where(words => words.Length > 0).DistinctBy(words => string.Join(' ', words), StringComparer.Ordinal)];
        }
    }

    /// <summary>The rest of a label's line begins with its instruction.</summary>
    public bool Opens(Label label, string rest) => Of(label) is { } help && Consumed(Words.Folded(rest), 0, help) > 0;

    /// <summary>The instruction of the label comes next.</summary>
    public bool Follows(Label label, IReadOnlyList<ReadingLine> lines, int line, string rest)
    {
        if (Of(label) is not { } help)
        {
            return false;
        }

        var words = Words.Folded(rest).Concat(lines.Skip(line + 1).Take(8).SelectMany(next => next.Words.Select(word => word.Folded))).Take(160).ToList();
        return Consumed(words, 0, help) > 0;
    }

    /// <summary>The lines without the instruction of the label.</summary>
    /// <param name="label">The label.</param>
    /// <param name="lines">What stands under it.</param>
    /// <param name="dropped">Is given grey lines that were taken for a reworded instruction: they may be an answer.</param>
    public IReadOnlyList<ReadingLine> Strip(Label label, IReadOnlyList<ReadingLine> lines, List<ReadingLine> dropped)
    {
        if (Of(label) is not { } help)
        {
            return lines;
        }

        var stream = lines.SelectMany((line, index) => line.Words.Select(word => (Line: index, Word: word))).ToList();
        var words = stream.ConvertAll(item => item.Word.Folded);
        var taken = Consumed(words, 0, help);
        var rest = taken == 0 ? lines : After(lines, stream[taken - 1].Line, stream[taken - 1].Word.End);
        var kept = DropGrey(rest, help).ToList();
        dropped.AddRange(rest.Take(rest.Count - kept.Count).Where(line => !IsInstruction(line, help)));
        return [.. kept.Where(line => !IsInstruction(line, help))];
    }

    /// <summary>The line is an instruction, of whatever question.</summary>
    public bool Says(ReadingLine line) => sentences.Values.Any(help => IsInstruction(line, help));

    private IReadOnlyList<string[]>? Of(Label label) => label.Question is { } question ? sentences.GetValueOrDefault(question.Key) : null;

    private static int Consumed(IReadOnlyList<string> words, int from, IReadOnlyList<string[]> help)
    {
        var position = from;
        foreach (var sentence in help)
        {
            position += Alignment.Consume(words, position, sentence);
        }

        return position - from;
    }

    private static List<ReadingLine> After(IReadOnlyList<ReadingLine> lines, int line, int end)
    {
        var text = lines[line].Text[end..].TrimStart('.', '?', ')', '*', ' ', ':', ';', '"', '”', ',');
        var rest = lines.Skip(line + 1).ToList();
        if (text.Any(char.IsLetterOrDigit))
        {
            rest.Insert(0, lines[line].Saying(text));
        }

        return rest;
    }

    /// <summary>Grey paragraphs before the answer are instructions even when reworded, as long as something follows or they share words with ours.</summary>
    private static IEnumerable<ReadingLine> DropGrey(IReadOnlyList<ReadingLine> lines, IReadOnlyList<string[]> help)
    {
        var known = help.SelectMany(words => words).ToHashSet(StringComparer.Ordinal);
        var answered = lines.Any(line => !line.Muted && line.Words.Count > 0);
        return lines.SkipWhile(line => line.Muted && line.Words.Count > 2
            && line.Words.Count(word => known.Contains(word.Folded)) >= line.Words.Count * (answered ? 0.35 : 0.6));
    }

    /// <summary>
    /// A paragraph that is nothing but the instruction, wherever the person moved it; of a grey one a part is enough, which the end of a page cut off.
    /// </summary>
    private static bool IsInstruction(ReadingLine line, IReadOnlyList<string[]> help)
    {
        var words = line.Words.Select(word => word.Folded).ToList();
        if (line.Muted && words.Count > 1
            && words.Count(word => help.Any(sentence => sentence.Contains(word, StringComparer.Ordinal))) >= words.Count * (words.Count < 5 ? 1 : 0.8))
        {
            return true;
        }

        return words.Count >= 5 && Consumed(words, 0, help) >= words.Count * 0.9;
    }

    [GeneratedRegex(@"(?<=[.?)])\s+(?=[¿(\p{Lu}])", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Sentence();
}
