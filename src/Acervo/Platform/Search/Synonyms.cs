using Acervo.Platform.Search.Words;

namespace Acervo.Platform.Search;

/// <summary>Adds to the words of a question what means the same: an acronym and its words, in any inflection.</summary>
public sealed class Synonyms(PublicDb db)
{
    /// <summary>Words of the longest term that is looked for.</summary>
    private const int Longest = 6;

    private const string Sql = "SELECT term, meaning FROM site.synonyms WHERE term = ANY($1)";

    /// <summary>Asked each time: a catalogue that was edited counts at once on every node.</summary>
    internal async Task<Question> WidenAsync(Question question, CancellationToken cancel)
    {
        var terms = question.Choices.SelectMany(choice => Terms(choice.Words).Concat(Terms(choice.Must))).Select(term => term.Key).Distinct().ToArray();
        if (terms.Length == 0)
        {
            return question;
        }

        var meanings = (await db.ListAsync(Sql, row => (Term: row.GetString(0), Meaning: StemRun.Read(row.GetString(1))), cancel, (object)terms))
            .Where(one => one.Meaning is not null).ToLookup(one => one.Term, one => one.Meaning!, StringComparer.Ordinal);
        return meanings.Count == 0 ? question
            : new Question([.. question.Choices.Select(choice => choice with { Words = Widen(choice.Words, meanings), Must = Widen(choice.Must, meanings) })]);
    }

    /// <summary>Each word, and each row of words that follow one another.</summary>
    private static IEnumerable<(string Key, int First, int Count)> Terms(IReadOnlyList<SoughtWord> words) =>
        from first in Enumerable.Range(0, words.Count)
        from count in Enumerable.Range(1, Math.Min(Longest, words.Count - first))
        select (string.Join(' ', words.Skip(first).Take(count).Select(word => word.Runs[0].Key)), first, count);

    /// <summary>Where several words are one term, its meaning stands for each of them.</summary>
    private static SoughtWord[] Widen(IReadOnlyList<SoughtWord> words, ILookup<string, StemRun> meanings)
    {
        SoughtWord[] widened = [.. words];
        foreach (var (key, first, count) in Terms(words).Where(term => meanings.Contains(term.Key)))
        {
            for (var at = first; at < first + count; at++)
            {
                widened[at] = widened[at].Or(meanings[key]);
            }
        }

        return widened;
    }
}
