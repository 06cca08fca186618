using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading.Values;

/// <summary>Finds the term in what somebody explained where only a term is asked for: «Gobierno digital, porque los trámites…».</summary>
internal static partial class ExplainedTerm
{
    private const int MostWords = 14;
    private const int LeastRest = 3;
    private const int Sentence = 8;
    private const int TellingLetters = 5;

    /// <summary>More words than this are no term of any list.</summary>
    public const int LongText = 12;

    /// <summary>The term as it was written, and what else was; null when the text is a term, or nothing in it surely is.</summary>
    /// <param name="text">One item of the answer.</param>
    /// <param name="known">The terms, folded.</param>
    public static (string Term, string Others)? Of(string text, IReadOnlySet<string> known)
    {
        var words = Words.Of(text);
        return words.Count < 1 + LeastRest || known.Contains(Key(words, 0, words.Count)) ? null : Opening(text, words, known) ?? Inside(text, words, known);
    }

    private static (string Term, string Others)? Opening(string text, IReadOnlyList<Word> words, IReadOnlySet<string> known)
    {
        for (var count = Math.Min(MostWords, words.Count - LeastRest); count > 0; count--)
        {
            var end = words[count - 1].End;
            if (known.Contains(Key(words, 0, count)) && Parting().IsMatch(text[end..]))
            {
                return (text[..end].Trim(), text[end..].Trim(' ', ',', ';', ':', '.', '-', '–', '—'));
            }
        }

        return null;
    }

    /// <summary>A sentence that names one term, and no other.</summary>
    private static (string Term, string Others)? Inside(string text, IReadOnlyList<Word> words, IReadOnlySet<string> known)
    {
        if (words.Count < Sentence)
        {
            return null;
        }

        var found = new List<(int From, int To)>();
        for (var count = Math.Min(MostWords, words.Count); count > 0; count--)
        {
            for (var from = 0; from + count <= words.Count; from++)
            {
                if (known.Contains(Key(words, from, count)) && (count > 1 || words[from].Folded.Length >= TellingLetters)
                    && !found.Exists(other => from < other.To && other.From < from + count))
                {
                    found.Add((from, from + count));
                }
            }
        }

        return found is [var one] ? (text[words[one.From].Start..words[one.To - 1].End], text) : null;
    }

    private static string Key(IReadOnlyList<Word> words, int from, int count) => string.Join(' ', words.Skip(from).Take(count).Select(word => word.Folded));

    [GeneratedRegex(@"^\s*(?:[.;:(–—-]|,?\s*(?:porque|ya que|pues|puesto que|dado que|debido a|toda vez|en la medida|por cuanto|para|mediante|a través"
        + @"|gracias)\b)",
        RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Parting();
}
