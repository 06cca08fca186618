using System.Text.RegularExpressions;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms.Reading.Values;

namespace Acervo.Platform.Forms.Reading;

/// <summary>Whether what was read can be an answer to its question at all: a date is no telephone, and no process has three hundred letters.</summary>
internal static partial class Plausibility
{
    /// <summary>How sure an implausible answer is at most.</summary>
    public const double Doubtful = 0.5;

    private const int LongestName = 80;
    private const int LongestTerm = 160;
    private const int MostWords = 25;

    /// <summary>A sentence that says what looks wrong; null when the answer may be one.</summary>
    public static string? DoubtOf(FormQuestion question, FormAnswers answers)
    {
        var odd = question.Type switch
        {
            QuestionType.Text when answers.Text(question.Key) is { } text => IsText(question, text) ? null : text,
            QuestionType.Person when answers.Text(question.Key) is { } name => IsName(name) ? null : name,
            QuestionType.People => answers.List(question.Key).FirstOrDefault(name => !IsName(name)),
            QuestionType.Phones => answers.List(question.Key).FirstOrDefault(phone => !IsPhone(phone)),
            QuestionType.List => answers.List(question.Key).FirstOrDefault(item => item.Length > LongestTerm || IsFigures(item)),
            _ => null,
        };
        return odd is null ? null
            : $"En «{question.Label}» se leyó «{(odd.Length > LongestName ? odd[..LongestName] + "…" : odd)}», que no parece responder a esa pregunta. "
                + "Compárelo con el documento.";
    }

    private static bool IsText(FormQuestion question, string text) => text.Length <= (question.MaxLength ?? int.MaxValue) && !IsFigures(text)
        && !text.Contains('@', StringComparison.Ordinal) && Words.Of(text).Count <= MostWords && (text.Length < LongestName || !Sentences().IsMatch(text));

    private static bool IsName(string text) => text.Length <= LongestName && !text.Contains('@', StringComparison.Ordinal)
        && (!text.Any(char.IsDigit) || text.Any(char.IsLetter)) && text.Count(char.IsDigit) < 4;

    private static bool IsPhone(string text)
    {
        var number = Extension().Replace(text, "");
        var digits = number.Count(char.IsDigit);
        return digits is >= 5 and <= 15 && number.Count(char.IsLetter) <= 12 && !(digits is 6 or 8 && DateValue.Parse(number) is not null);
    }

    /// <summary>A date, a telephone or another figure alone.</summary>
    private static bool IsFigures(string text) => text.Any(char.IsDigit) && !text.Any(char.IsLetter);

    [GeneratedRegex(@"[.;]\s+\p{Lu}.*[.;]", RegexOptions.Singleline, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\b(?:ext|extensi[oó]n(?:es)?)\b.*$", RegexOptions.IgnoreCase | RegexOptions.Singleline, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Extension();
}
