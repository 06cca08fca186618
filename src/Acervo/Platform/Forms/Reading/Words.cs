using System.Globalization;
using System.Text;

namespace Acervo.Platform.Forms.Reading;

/// <summary>One word of a text in the form in which words are compared, and where it stands.</summary>
public readonly record struct Word(string Folded, int Start, int End);

/// <summary>Cuts texts into words without case, accents or punctuation: people and scanners vary all three.</summary>
public static class Words
{
    public static IReadOnlyList<Word> Of(string text)
    {
        var words = new List<Word>();
        var start = 0;
        while (start < text.Length)
        {
            if (!char.IsLetterOrDigit(text[start]))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || CharUnicodeInfo.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark))
            {
                end++;
            }

            words.Add(new Word(Fold(text[start..end]), start, end));
            start = end;
        }

        return words;
    }

    public static string[] Folded(string text) => [.. Of(text).Select(word => word.Folded)];

    /// <summary>The words of a text with one blank between them.</summary>
    public static string Key(string text) => string.Join(' ', Folded(text));

    public static string Fold(string word)
    {
        var ascii = true;
        foreach (var letter in word)
        {
            ascii &= letter < 0x80;
        }

        if (ascii)
        {
            return word.ToLowerInvariant();
        }

        var folded = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
        }

        return folded.ToString();
    }
}
