using System.Collections.Concurrent;

namespace Acervo.Platform.Search;

/// <summary>
/// In which rows of a snapshot each word stands, for the words that were asked for since it was made. PostgreSQL has them in its index, but
/// must visit every row to tell its id; asked once, a word is a few sets of bits, and several words are what these share.
/// </summary>
internal sealed class Postings(int rows)
{
    /// <summary>Of what is kept, in all; a word and its place in the table take some too.</summary>
    private const int MostBytes = 8 * 1024 * 1024;
    private const int WordBytes = 300;

    private readonly ConcurrentDictionary<string, WordPlaces> known = new(StringComparer.Ordinal);

    private long bytes;

    public WordPlaces? Find(string word) => known.GetValueOrDefault(word);

    public void Keep(string word, WordPlaces places)
    {
        if (word.Length > WordBytes / 2)
        {
            return;
        }

        var size = WordBytes + (places.Sets * (rows / 8));
        if (Interlocked.Add(ref bytes, size) > MostBytes)
        {
            known.Clear();
            Interlocked.Exchange(ref bytes, size);
        }

        known[word] = places;
    }
}
