using Acervo.Platform.Text;

namespace Acervo.Platform.Search;

/// <summary>
/// A fingerprint by which near-duplicates are found with an index: texts that share most runs of three words share many of its numbers,
/// whatever their titles (MinHash in bands; Broder, 1997).
/// </summary>
public static class TextSignature
{
    /// <summary>How many numbers a fingerprint has.</summary>
    public const int Bands = 24;

    private const int Rows = 2;
    private const int FewestWords = 30;
    private const int MostWords = 20_000;

    private static readonly ulong[] Multipliers = [.. Enumerable.Range(1, Bands * Rows).Select(index => Mix((ulong)index) | 1)];

    /// <summary>The numbers of a text; none when it is too short to be told from others.</summary>
    public static int[] Of(string text)
    {
        var words = Slug.Fold(text).Split(' ', '\n', '\t', '.', ',', ';', ':', '(', ')', '*', '-', '"', '«', '»').Where(word => word.Length > 0).Take(MostWords).Select(Hash).ToArray();
        if (words.Length < FewestWords)
        {
            return [];
        }

        var least = new ulong[Multipliers.Length];
        Array.Fill(least, ulong.MaxValue);
        for (var at = 2; at < words.Length; at++)
        {
            var run = Mix(words[at - 2] ^ Mix(words[at - 1] ^ Mix(words[at])));
            for (var index = 0; index < least.Length; index++)
            {
                least[index] = Math.Min(least[index], Mix(run * Multipliers[index]));
            }
        }

        return [.. Enumerable.Range(0, Bands).Select(band => (int)Mix((ulong)band ^ Mix(least[band * Rows] ^ Mix(least[(band * Rows) + 1]))))];
    }

    /// <summary>Estimates, from 0 to 1, how much two texts have in common, from how many numbers they share.</summary>
    public static double Likeness(int shared) => Math.Pow((double)shared / Bands, 1.0 / Rows);

    /// <summary>FNV-1a: the same on every machine and day, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static ulong Hash(string word)
    {
        var hash = 14695981039346656037;
        foreach (var letter in word)
        {
            hash = (hash ^ letter) * 1099511628211;
        }

        return hash;
    }

    /// <summary>SplitMix64: spreads every bit over all the others.</summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
