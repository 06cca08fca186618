using Acervo.Platform.Search.Words;

namespace Acervo.Platform.Search;

/// <summary>Tries whether a question finds a text, as a search would, without publishing anything.</summary>
public sealed class WordPairs(PublicDb db, Synonyms synonyms)
{
    private const string Sql = "SELECT $1::tsvector @@ q::tsquery FROM unnest($2::text[]) WITH ORDINALITY AS u (q, n) ORDER BY n";

    /// <summary>Whether every word of one way of the question stands in the text, and nothing that must not.</summary>
    public async Task<bool> FindsAsync(string asked, string text, CancellationToken cancel)
    {
        var question = await synonyms.WidenAsync(QuestionReader.Read(asked), cancel);
        var vector = WordVector.Parts(text)[0];
        foreach (var choice in question.Choices)
        {
            SoughtWord[] wanted = [.. choice.Must, .. choice.Words], all = [.. wanted, .. choice.Without];
            var has = await db.ListAsync(Sql, row => row.GetBoolean(0), cancel, vector, all.Select(word => word.Query).ToArray());
            if (has.Take(wanted.Length).All(one => one) && !has.Skip(wanted.Length).Any(one => one))
            {
                return true;
            }
        }

        return false;
    }
}
