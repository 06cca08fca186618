using System.Numerics;
using System.Runtime.InteropServices;
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

    private static readonly uint[] Multipliers = [.. Enumerable.Range(1, Bands * Rows).Select(index => (uint)Mix((ulong)index) | 1)];

    /// <summary>The numbers of a text; none when it is too short to be told from others.</summary>
    public static int[] Of(string text)
    {
        var words = Words(text.Normalize());
        if (words.Count < FewestWords)
        {
            return [];
        }

        var least = new uint[Multipliers.Length];
        Array.Fill(least, uint.MaxValue);
        var smallest = MemoryMarshal.Cast<uint, Vector<uint>>(least.AsSpan());
        var multipliers = MemoryMarshal.Cast<uint, Vector<uint>>(Multipliers.AsSpan());
        for (var at = 2; at < words.Count; at++)
        {
            var run = new Vector<uint>((uint)Mix(words[at - 2] ^ Mix(words[at - 1] ^ Mix(words[at]))));
            for (var index = 0; index < smallest.Length; index++)
            {
                smallest[index] = Vector.Min(smallest[index], run * multipliers[index]);
            }
        }

        return [.. Enumerable.Range(0, Bands).Select(band => (int)Mix((ulong)band ^ Mix(least[band * Rows] ^ Mix(least[(band * Rows) + 1]))))];
    }

    /// <summary>Estimates, from 0 to 1, how much two texts have in common, from how many numbers they share.</summary>
    public static double Likeness(int shared) => Math.Pow((double)shared / Bands, 1.0 / Rows);

    private static List<ulong> Words(string text)
    {
        List<ulong> words = new(text.Length / 5);
        for (var (start, end) = Folding.NextWord(text, 0); start < end && words.Count < MostWords; (start, end) = Folding.NextWord(text, end))
        {
            words.Add(Hash(text.AsSpan(start, end - start)));
        }

        return words;
    }

    /// <summary>FNV-1a of the folded word: the same on every machine and day, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037;
        foreach (var letter in word)
        {
            hash = (hash ^ Folding.Fold(letter)) * 1099511628211;
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
