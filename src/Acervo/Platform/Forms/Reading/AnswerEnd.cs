using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading;

/// <summary>
/// Where the answer to a question of one line is over: what follows under a label that nobody knows, or as a paragraph of prose after the answer stood on
/// the line of its label, is no part of it.
/// </summary>
internal static partial class AnswerEnd
{
    private const int MostWords = 25;

    public static IReadOnlyList<ReadingLine> Of(LabelMatch match, IReadOnlyList<ReadingLine> lines, List<ReadingLine> left)
    {
        var answer = lines is [var first, ..] && Reply().Match(first.Text) is { Success: true } reply
            ? [first.Saying(first.Text[reply.Length..]), .. lines.Skip(1)] : lines;
        if (match.Whole || match.Label.Question?.Type is QuestionType.LongText or QuestionType.Attachments or QuestionType.Group or QuestionType.YesNo)
        {
            return answer;
        }

        var end = answer.Skip(1).TakeWhile(line => line.IsRow || (!Labelled().IsMatch(line.Text)
            && (line.Paragraph == answer[0].Paragraph || line.Words.Count <= MostWords))).Count() + 1;
        left.AddRange(answer.Skip(end));
        return [.. answer.Take(end)];
    }

    /// <summary>«R/», as people open an answer.</summary>
    [GeneratedRegex(@"^\**(?:R\s?/|R(?:ta|espuesta)?\s?[.:])\**[:.]?\s*(?=\S)", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Reply();

    [GeneratedRegex(@"^\**\p{Lu}[\p{L}\s()/]{2,45}:\**(?:\s|$)", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Labelled();
}
