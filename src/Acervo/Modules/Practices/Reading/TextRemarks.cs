using System.Text.RegularExpressions;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Practices.Reading;

/// <summary>Remarks about long answers: cut short, said twice, or nothing but the form's own instruction.</summary>
internal static partial class TextRemarks
{
    private const int FewestWords = 8;

    private static readonly HashSet<string> Hanging = new(
        ["de", "del", "la", "las", "el", "los", "un", "una", "y", "e", "o", "en", "a", "al", "con", "por", "para", "que", "su", "sus", "como", "sobre",
        "entre"], StringComparer.Ordinal);

    public static IEnumerable<Observation> Of(RemarkContext context) =>
        context.Prose().SelectMany(answer => Of(context, answer.Question, answer.Text));

    private static IEnumerable<Observation> Of(RemarkContext context, FormQuestion question, string text)
    {
        if (IsHelp(context, text))
        {
            yield return new Observation(question.Key, "help-as-answer", ObservationSeverity.Error,
                $"En «{question.Label}» solo está la instrucción del formato. Escriba la respuesta.");
            yield break;
        }

        if (Cut(text) is { } end)
        {
            yield return new Observation(question.Key, "cut-text", ObservationSeverity.Warning,
                $"«{question.Label}» parece cortado: termina en «{end}». Complete la frase o ponga el punto final.");
        }

        if (Repeated(text) is { } twice)
        {
            yield return new Observation(question.Key, "repeated-sentence", ObservationSeverity.Note,
                $"En «{question.Label}» se repite «{RemarkContext.Shown(twice)}». Borre la repetición.");
        }
    }

    private static bool IsHelp(RemarkContext context, string text)
    {
        var words = Words.Folded(text);
        return words.Length >= 5 && context.Form.Questions.Any(question => question.Help is { } help
            && words.Count(Words.Folded(help).ToHashSet(StringComparer.Ordinal).Contains) >= words.Length * 0.9
            && words.Length >= Words.Folded(help).Length * 0.4);
    }

    /// <summary>The last words of a paragraph that ends without a stop, or on a word after which something must come.</summary>
    private static string? Cut(string text)
    {
        var paragraphs = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        for (var index = 0; index < paragraphs.Length; index++)
        {
            var line = paragraphs[index].Split('\n')[^1].Trim().TrimEnd('*');
            var words = Words.Folded(line);
            var open = words.Length > 0 && Hanging.Contains(words[^1]) && line.Length > 0 && char.IsLetter(line[^1]);
            var last = index == paragraphs.Length - 1 && !Item().IsMatch(line) && words.Length >= FewestWords && char.IsLetterOrDigit(line[^1])
                && !line.Contains("://", StringComparison.Ordinal);
            if (open && words.Length >= 4 || last)
            {
                return "…" + string.Join(' ', line.Split(' ')[^Math.Min(5, line.Split(' ').Length)..]);
            }
        }

        return null;
    }

    /// <summary>A sentence said twice, or a sentence that only says the end of the one before again.</summary>
    private static string? Repeated(string text)
    {
        var sentences = Sentence().Split(text).Select(sentence => (Text: sentence.Trim(), Key: Words.Key(sentence)))
            .Where(sentence => sentence.Key.Split(' ').Length >= 4).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < sentences.Count; index++)
        {
            var (sentence, key) = sentences[index];
            if ((key.Split(' ').Length >= 6 && !seen.Add(key)) || (index > 0 && sentences[index - 1].Key.EndsWith(" " + key, StringComparison.Ordinal)))
            {
                return sentence;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?:-|\d+[.)])\s", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Item();

    [GeneratedRegex(@"(?<=[.!?])\s+|\n+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Sentence();
}
