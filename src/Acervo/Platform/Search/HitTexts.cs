using System.Collections.Concurrent;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;
using Npgsql;

namespace Acervo.Platform.Search;

/// <summary>
/// The texts that results are shown from. A version never changes after it is written, so what was read once is good for ever; which versions
/// are current is not decided here.
/// </summary>
public sealed class HitTexts(PublicDb db)
{
    private const string Sql = "SELECT id, kind, slug, title, summary, html, organisation, published_at, version, opens_at, closes_at, facts "
        + "FROM site.shown WHERE id = ANY($1)";

    /// <summary>About 20 MB of texts of 700 words.</summary>
    private const int MostRemembered = 2000;

    private readonly ConcurrentDictionary<long, HitText> known = new();

    /// <summary>The texts in the order of the ids; one that has gone meanwhile is left out.</summary>
    public async ValueTask<IReadOnlyList<HitText>> ReadAsync(long[] ids, CancellationToken cancel)
    {
        var missing = Array.FindAll(ids, id => !known.ContainsKey(id));
        if (missing.Length > 0)
        {
            if (known.Count > MostRemembered)
            {
                known.Clear();
            }

            foreach (var text in await db.ListAsync(Sql, HitText.Read, cancel, missing))
            {
                known[text.Id] = text;
            }
        }

        List<HitText> texts = new(ids.Length);
        foreach (var id in ids)
        {
            if (known.TryGetValue(id, out var text))
            {
                GoodUntil.Tell(text.Span);
                texts.Add(text);
            }
        }

        return texts;
    }
}

/// <summary>What a result shows of a publication.</summary>
public sealed record HitText(long Id, string Kind, string Slug, string Title, string Summary, IReadOnlyList<AnswerText> Answers, string Organisation,
    DateTime PublishedAt, int Version, OpenSpan Span)
{
    internal static HitText Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), AnswerText.Read(row.GetString(5), row.GetString(11)),
        row.GetString(6), row.GetDateTime(7), row.GetInt32(8), OpenSpan.Read(row, 9));
}
