using System.Runtime.InteropServices;

namespace Acervo.Modules.Practices.Bulk;

/// <summary>In how many texts each word occurs. Each thread counts by itself, and no word is made a string twice.</summary>
internal sealed class WordCount : IDisposable
{
    private const int Shortest = 3;

    private const int Longest = 40;

    private readonly ThreadLocal<Dictionary<string, Seen>> counts = new(() => new(StringComparer.Ordinal), trackAllValues: true);

    /// <summary>Counts the words of one text, each once however many parts it has.</summary>
    public void Add(int text, params ReadOnlySpan<string> parts)
    {
        var lookup = counts.Value!.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[Longest];
        foreach (var part in parts)
        {
            var length = 0;
            foreach (var letter in part)
            {
                if (!char.IsLetter(letter))
                {
                    Note(lookup, word, length, text);
                    length = 0;
                    continue;
                }

                if (length < Longest)
                {
                    word[length] = char.ToLowerInvariant(letter);
                }

                length++;
            }

            Note(lookup, word, length, text);
        }
    }

    /// <summary>Everything that was counted.</summary>
    public Dictionary<string, int> Total()
    {
        Dictionary<string, int> total = new(StringComparer.Ordinal);
        foreach (var (word, seen) in counts.Values.SelectMany(count => count))
        {
            total[word] = total.GetValueOrDefault(word) + seen.Texts;
        }

        return total;
    }

    public void Dispose() => counts.Dispose();

    private static void Note(Dictionary<string, Seen>.AlternateLookup<ReadOnlySpan<char>> lookup, Span<char> word, int length, int text)
    {
        if (length is < Shortest or > Longest)
        {
            return;
        }

        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, word[..length], out var isKnown);
        if (!isKnown || seen.Last != text)
        {
            seen = new Seen(seen.Texts + 1, text);
        }
    }

    /// <summary>In how many texts a word was seen, and in which one last.</summary>
    private record struct Seen(int Texts, int Last);
}
