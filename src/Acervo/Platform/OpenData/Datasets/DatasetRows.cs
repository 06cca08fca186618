using System.Globalization;
using System.Runtime.CompilerServices;
using Acervo.Platform.Calendar;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;

namespace Acervo.Platform.OpenData.Datasets;

/// <summary>Reads the publications of a download a few at a time: a hundred thousand take little more memory than those.</summary>
public sealed class DatasetRows(PublicDb db, Searcher searcher, PublicationKinds kinds, TimeProvider clock)
{
    private const int AtOnce = 100;

    private const string AllSql = "SELECT array(SELECT id FROM site.shown WHERE kind = $1 AND state = 'current' ORDER BY id)";

    /// <summary>A version that was replaced since the download began is still a version; one that was withdrawn is nobody's any more.</summary>
    private const string RowsSql = $"SELECT {DatasetRow.Columns} FROM site.shown p WHERE id = ANY($1) ORDER BY id";

    private const string StampSql = """
        SELECT count(*), coalesce(max(id), 0), coalesce((SELECT sum(reuses) FROM site.relation_counts WHERE kind = $1), 0),
               coalesce(max(published_at), 'epoch'), concat_ws('-', count(lapsed_at), count(*) FILTER (WHERE doubt_at <= $2),
                   (extract(epoch FROM max(used_at)) * 1000)::bigint)
        FROM site.shown WHERE kind = $1 AND state = 'current'
        """;

    public async IAsyncEnumerable<DatasetRow> ReadAsync(SearchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        long[] ids = PublicQuestion.IsNarrowed(request)
            ? [.. (await searcher.FindAsync(request with { Size = int.MaxValue }, cancel)).Ids.Order()]
            : await db.IdsAsync(AllSql, cancel, request.Kinds[0]);
        var kind = kinds.Of(request.Kinds[0]);
        await foreach (var row in db.InPartsAsync(ids, AtOnce, RowsSql, DatasetRow.Read, cancel))
        {
            yield return row with { Facets = kind.FacetsOf(row.Facets, row.Life, clock.Now()) };
        }
    }

    /// <summary>Changes when any row of the kind does; for ETag and for the catalogue.</summary>
    public async Task<DatasetStamp> StampAsync(string kind, CancellationToken cancel) => (await db.ListAsync(
        StampSql,
        row => new DatasetStamp(row.GetInt64(0), string.Create(CultureInfo.InvariantCulture,
            $"{row.GetInt64(0)}-{row.GetInt64(1)}-{row.GetInt64(2)}-{row.GetString(4)}"),
        row.GetDateTime(3)),
        cancel,
        kind,
        clock.Now()))[0];
}

/// <summary>How many rows a dataset has, what its content is called, and when it last changed.</summary>
public sealed record DatasetStamp(long Rows, string Tag, DateTime ChangedAt);
