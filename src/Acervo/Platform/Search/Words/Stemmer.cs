namespace Acervo.Platform.Search.Words;

/// <summary>
/// What the forms of a Spanish word share: one rule for what is indexed, asked and marked. It takes away the plural, and the gender where both forms
/// are one word («ciudadana», not «secretaría»); more would make «casa» and «caso» the same.
/// </summary>
internal static class Stemmer
{
    private const int Shortest = 3;

    private const int ShortestOfTwoGenders = 6;

    /// <summary>Endings of adjectives and of names of people: the feminine says the same.</summary>
    private static readonly string[] Feminine = ["ada", "ida", "ana", "ica", "iva", "osa", "aria"];

    /// <summary>The feminine adds a letter to these.</summary>
    private static readonly string[] Doers = ["dora", "tora", "sora"];

    /// <summary>Short words with both genders, or with an ending that is not always one.</summary>
    private static readonly HashSet<string> Pairs = new(StringComparer.Ordinal)
    {
        "nina", "hija", "nieta", "abuela", "alumna", "maestra", "amiga", "nueva", "buena", "vieja", "segunda", "propia", "campesina", "vecina", "femenina",
        "clara", "gratuita", "abierta", "escrita", "directa", "correcta", "primera", "tercera", "companera", "enfermera", "financiera", "obrera", "chica",
    };

    /// <summary>What is an office beside a person, or another thing: «secretaría».</summary>
    private static readonly HashSet<string> Alone = new(StringComparer.Ordinal) { "secretaria", "comisaria", "notaria", "fabrica" };

    /// <summary>Shortens a folded word in its place.</summary>
    /// <returns>How many letters are left.</returns>
    public static int Shorten(Span<char> word)
    {
        var length = word.Length;
        if (length <= Shortest || char.IsAsciiDigit(word[0]))
        {
            return length;
        }

        var isMute = false;
        // «país» and «países», «clase» and «clases», «virus»: whatever of it is the plural, all lose the same letters.
        while (length > Shortest && word[length - 1] is 's' or 'e')
        {
            isMute = word[--length] == 'e';
        }

        if (isMute && word[length - 1] == 'c')
        {
            word[length - 1] = 'z';
        }

        return word[length - 1] == 'a' ? OfBothGenders(word[..length]) : length;
    }

    private static int OfBothGenders(Span<char> word)
    {
        if (Pairs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
        {
            word[^1] = 'o';
        }
        else if (word.Length >= ShortestOfTwoGenders && !Alone.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
        {
            if (EndsWithAny(word, Doers) || word is "senora")
            {
                return word.Length - 1;
            }

            word[^1] = EndsWithAny(word, Feminine) ? 'o' : 'a';
        }

        return word.Length;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
