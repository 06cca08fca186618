using System.Globalization;
using System.Runtime.CompilerServices;
using Acervo.Platform.Search;

namespace Acervo.Platform.OpenData.Datasets;

/// <summary>Reads the publications of a download one by one: a hundred thousand take no more memory than one.</summary>
public sealed class DatasetRows(PublicDb db, Searcher searcher)
{
    private const string AllSql = $"SELECT {DatasetRow.Columns} FROM site.publications WHERE kind = $1 AND state = 'current' ORDER BY id";

    private const string SomeSql = $"SELECT {DatasetRow.Columns} FROM site.publications WHERE kind = $1 AND state = 'current' AND id = ANY($2) ORDER BY id";

    private const string StampSql =
        "SELECT count(*), coalesce(max(id), 0), coalesce(sum(reuse_count), 0), coalesce(max(published_at), 'epoch') FROM site.publications WHERE kind = $1 AND state = 'current'";

    public async IAsyncEnumerable<DatasetRow> ReadAsync(SearchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var kind = request.Kinds[0];
        await using var command = PublicQuestion.IsNarrowed(request)
            ? db.Command(SomeSql, kind, (await searcher.FindAsync(request with { Size = int.MaxValue }, cancel)).Ids)
            : db.Command(AllSql, kind);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            yield return DatasetRow.Read(rows);
        }
    }

    /// <summary>Changes when any row of the kind does; for ETag and for the catalogue.</summary>
    public async Task<DatasetStamp> StampAsync(string kind, CancellationToken cancel) => (await db.ListAsync(
        StampSql,
        row => new DatasetStamp(row.GetInt64(0), string.Create(CultureInfo.InvariantCulture, $"{row.GetInt64(0)}-{row.GetInt64(1)}-{row.GetInt64(2)}"), row.GetDateTime(3)),
        cancel,
        kind))[0];
}

/// <summary>How many rows a dataset has, what its content is called, and when it last changed.</summary>
public sealed record DatasetStamp(long Rows, string Tag, DateTime ChangedAt);
