using System.Buffers;
using System.Text;

namespace Acervo.Platform.Text;

/// <summary>
/// Text as the database, XML and Word can hold it: no NUL and no other control character but tab and line breaks, no half of a character.
/// Nobody types those; they come with what is pasted, or from whoever tries what happens.
/// </summary>
public static class CleanText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Concat(Enumerable.Range(0xD800, 0x800))
        .Select(code => (char)code).Where(IsSuspect)]);

    public static bool IsClean(string text) => !text.AsSpan().ContainsAny(Suspects) || text == Of(text);

    /// <summary>
    /// The same text when it is clean. Word's line and page breaks become line breaks; halves of characters the sign that something is missing.
    /// </summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\v' or '\f' or 0x85)
            {
                clean.Append('\n');
            }
            else if (!rune.IsBmp || !IsSuspect((char)rune.Value))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    private static bool IsSuspect(char letter) => (char.IsControl(letter) && letter is not ('\t' or '\n' or '\r')) || char.IsSurrogate(letter);
}
