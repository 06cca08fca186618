using Acervo.Platform.Publications;
using Acervo.Platform.Search.Words;
using Npgsql;

namespace Acervo.Platform.Search;

/// <summary>Puts what is published into the search index: its title, its summary, the names it goes by (entity, unit, process, policies), its text.</summary>
public static class SearchIndexing
{
    private const string Sql = "SELECT site.index_texts($1, $2, $3, $4, $5)";

    private const string DueSql = "INSERT INTO site.words_due (id, change) VALUES ($1, 1)";

    /// <summary>One publication, within the transaction that publishes it; its words are counted afterwards.</summary>
    public static async Task AddAsync(NpgsqlConnection connection, Publication published, PublicationDraft draft, CancellationToken cancel)
    {
        await AddAsync(connection, [(published.Id, draft)], cancel);
        await using var due = new NpgsqlCommand(DueSql, connection) { Parameters = { new() { Value = published.Id } } };
        await due.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Many at once, whose words are counted by whoever adds them.</summary>
    public static async Task AddAsync(NpgsqlConnection connection, IReadOnlyList<(long Id, PublicationDraft Draft)> published, CancellationToken cancel)
    {
        var written = published.AsParallel().AsOrdered().WithCancellation(cancel)
            .Select(one => (one.Id, Head: HeadOf(one.Draft), Parts: WordVector.Parts(TextOf(one.Draft)))).ToList();
        var parts = written.SelectMany(one => one.Parts.Select((words, part) => (one.Id, Part: part, Words: words))).ToList();
        await using var command = new NpgsqlCommand(Sql, connection) { CommandTimeout = 3600 };
        foreach (var value in new object[]
        {
            written.Select(one => one.Id).ToArray(), written.Select(one => one.Head).ToArray(),
            parts.Select(one => one.Id).ToArray(), parts.Select(one => one.Part).ToArray(), parts.Select(one => one.Words).ToArray(),
        })
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The answers, and what its page says beside them without being an answer: the code of the form.</summary>
    private static string TextOf(PublicationDraft draft) =>
        string.Join('\n', AnswerText.Read("", draft.Facts).Select(fact => fact.Text).Prepend(draft.Plain));

    private static string HeadOf(PublicationDraft draft) => WordVector.Of(
        (draft.Title, WordVector.TitleWeight), (draft.Summary, WordVector.SummaryWeight),
        (string.Join(" · ", draft.Facets.Select(facet => facet.Label).Prepend(draft.Organisation).Distinct()), WordVector.NameWeight));
}
