namespace Acervo.Platform.Text;

/// <summary>Folds single letters (lower case, no accent) from a table: for loops over whole texts, where <see cref="Slug.Fold"/> would allocate.</summary>
public static class Folding
{
    /// <summary>Latin letters with their marks; what lies beyond is folded the slow way, once.</summary>
    private const int Known = 0x250;

    private static readonly char[] Table = MakeTable();

    public static char Fold(char letter) => letter < Known ? Table[letter] : char.ToLowerInvariant(letter);

    /// <summary>Folds a word into a buffer that is at least as long.</summary>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> into)
    {
        for (var i = 0; i < word.Length; i++)
        {
            into[i] = Fold(word[i]);
        }

        return into[..word.Length];
    }

    /// <summary>The next run of letters and digits from a position on; an empty range at the end of the text.</summary>
    public static (int Start, int End) NextWord(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && !char.IsLetterOrDigit(text[from]))
        {
            from++;
        }

        var end = from;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return (from, end);
    }

    private static char[] MakeTable()
    {
        var table = new char[Known];
        for (var i = 0; i < Known; i++)
        {
            var folded = Slug.Fold(((char)i).ToString());
            table[i] = folded.Length == 1 ? folded[0] : char.ToLowerInvariant((char)i);
        }

        return table;
    }
}
