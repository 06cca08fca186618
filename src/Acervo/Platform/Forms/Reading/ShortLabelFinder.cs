using System.Text.RegularExpressions;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms.Reading.Values;

namespace Acervo.Platform.Forms.Reading;

/// <summary>Finds what people write in the place of a printed label: a few words before a colon, alone in a cell, in bold, or alone on a line.</summary>
internal sealed partial class ShortLabelFinder(IReadOnlyList<ReadingLine> lines, LabelWords words)
{
    private const int MostWords = 10;

    public IEnumerable<LabelMatch> Find()
    {
        for (var line = 0; line < lines.Count; line++)
        {
            if (Opening(lines[line]) is not { } opening)
            {
                continue;
            }

            var rest = Following(line, opening);
            foreach (var (label, fit, told) in words.Of(opening.Words, label => Answers(label.Question, rest)))
            {
                yield return Match(line, label, fit, told, opening);
            }
        }
    }

    /// <summary>The words before the sign that ends a label; null when the line opens with none.</summary>
    public static LabelOpening? Opening(ReadingLine line)
    {
        var said = line.Words;
        var from = said.TakeWhile(word => word.Folded.All(char.IsDigit) && word.Folded.Length <= 2).Count();
        if (said.Count == from || line.Aside)
        {
            return null;
        }

        for (var count = 1; count <= MostWords && from + count <= said.Count; count++)
        {
            var end = LabelEnd.Of(line.Text, said[from + count - 1].End);
            var isLast = from + count == said.Count;
            var asks = end.Mark == '?' && line.Text.Contains('¿', StringComparison.Ordinal);
            var ends = asks || end.Mark is ':' or '=' or '\t' || (end.Closes && line.Text.StartsWith("**", StringComparison.Ordinal))
                || (end.Mark is '–' or '—' or '|' && !isLast) || Dash().IsMatch(line.Text[said[from + count - 1].End..]);
            if (!ends && !(isLast && (count == 1 || !line.Text.TrimEnd('*', ' ').EndsWith('.'))))
            {
                continue;
            }

            var tail = said[from + count - 1].End;
            var after = Dash().Match(line.Text[tail..]) is { Success: true } dash ? tail + dash.Length : end.After;
            return new LabelOpening([.. said.Skip(from).Take(count).Select(word => word.Folded)], said[from].Start, after,
                end.Mark is ':' or '?' || after != end.After,
                !line.Text[after..].Any(char.IsLetterOrDigit));
        }

        return null;
    }

    /// <summary>What stands after the label: the rest of its line, or the next.</summary>
    private string Following(int line, LabelOpening opening)
    {
        var next = lines.Skip(line + 1).Take(3).FirstOrDefault(next => next.Text.Length > 0);
        return !opening.IsWhole ? lines[line].Text[opening.End..] : next is null or { Beside: true } ? "" : next.Text;
    }

    private LabelMatch Match(int line, Label label, double fit, int told, LabelOpening opening)
    {
        var said = lines[line];
        return new LabelMatch
        {
            Label = label,
            Line = line,
            Start = 0,
            EndLine = line,
            End = opening.End,
            Similarity = Math.Min(fit, 0.95),
            Whole = opening.IsWhole,
            Colon = opening.Colon,
            Bold = said.Text.TrimStart().StartsWith("**", StringComparison.Ordinal),
            Heading = said.Heading,
            Upper = !said.Text[..opening.End].Any(char.IsLower),
            Bullet = said.IsBullet,
            Muted = said.Muted,
            Short = true,
            Cell = said.Beside,
            Told = told,
        };
    }

    /// <summary>What follows may be an answer to this kind of question. Nothing may always be.</summary>
    private static bool Answers(FormQuestion? question, string rest) => rest.Trim().Length == 0
        || (Opening(new ReadingLine { Text = rest }) is { Colon: true } && YesNoValue.Parse(rest).Mark is null) || question?.Type switch
        {
            QuestionType.Emails => rest.Contains('@', StringComparison.Ordinal) || !rest.Any(char.IsDigit),
            QuestionType.Phones => rest.Count(char.IsDigit) >= 5 && !rest.Contains('@', StringComparison.Ordinal),
            null or QuestionType.Date => rest.Any(char.IsDigit),

            // A marked choice answers the question, and not the detail that depends on it.
            QuestionType.Text when question.OnlyIf is not null => YesNoValue.Parse(rest).Mark is null,
            QuestionType.YesNo => YesNo().IsMatch(rest) || YesNoValue.Parse(rest).Mark is not null,
            QuestionType.Person or QuestionType.People => rest.Count(char.IsDigit) < 5 && !rest.Contains('@', StringComparison.Ordinal),
            _ => true,
        };

    [GeneratedRegex(@"^\**\s+[-–—](?:\s+|$)", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Dash();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:s[ií]|no)(?![\p{L}\d])", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex YesNo();
}

/// <summary>The words with which a line opens as a label does, where they begin, and where the answer may.</summary>
internal sealed record LabelOpening(IReadOnlyList<string> Words, int Start, int End, bool Colon, bool IsWhole);
