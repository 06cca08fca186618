using System.Globalization;
using System.Text;

namespace Acervo.Platform.Text;

/// <summary>Turns a title into the part of an address that names it: lower case, no accents, words joined by hyphens.</summary>
public static class Slug
{
    private const int Longest = 80;

    public static string Of(string title)
    {
        var text = new StringBuilder(title.Length);
        foreach (var letter in Fold(title))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                text.Append(letter);
            }
            else if (text.Length > 0 && text[^1] != '-')
            {
                text.Append('-');
            }
        }

        var slug = text.ToString().Trim('-');
        if (slug.Length > Longest)
        {
            var cut = slug.LastIndexOf('-', Longest);
            slug = slug[..(cut > 20 ? cut : Longest)];
        }

        return slug.Length == 0 ? "sin-titulo" : slug;
    }

    /// <summary>Lower case without accents: how texts are compared everywhere.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
