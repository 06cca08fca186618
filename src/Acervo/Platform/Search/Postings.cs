using System.Collections.Concurrent;

namespace Acervo.Platform.Search;

/// <summary>
/// In which rows of a snapshot each word stands, for the words that were asked for since it was made. PostgreSQL has them in its index, but
/// must visit every row to tell its id; asked once, a word is a set of bits, and several words are their intersection.
/// </summary>
internal sealed class Postings(int rows)
{
    /// <summary>Of what is kept, in all; a word and its place in the table take some too.</summary>
    private const int MostBytes = 8 * 1024 * 1024;
    private const int WordBytes = 300;

    private readonly ConcurrentDictionary<string, SlotSet> known = new(StringComparer.Ordinal);

    public SlotSet? Find(string word) => known.GetValueOrDefault(word);

    public void Keep(string word, SlotSet slots)
    {
        if (word.Length > WordBytes / 4)
        {
            return;
        }

        if ((known.Count + 1L) * (WordBytes + (rows / 8)) > MostBytes)
        {
            known.Clear();
        }

        known[word] = slots;
    }
}
