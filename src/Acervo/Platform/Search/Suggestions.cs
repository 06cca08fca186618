using Acervo.Platform.Publications;

namespace Acervo.Platform.Search;

/// <summary>What the search box offers while somebody types: titles that contain it, then words that begin with it.</summary>
public sealed class Suggestions(PublicDb db, PublicationKinds kinds)
{
    private const string TitlesSql = """
        SELECT title, kind, slug FROM site.shown
        WHERE state = 'current' AND site.fold(title) LIKE '%' || site.fold($1) || '%'
        ORDER BY position(site.fold($1) IN site.fold(title)), first_at DESC
        LIMIT 5
        """;

    private const string WordsSql = """
        SELECT word FROM site.known_words WHERE folded LIKE site.fold($1) || '%' ORDER BY docs DESC, word LIMIT 4
        """;

    /// <summary>Up to nine suggestions; none for fewer than two letters.</summary>
    public async Task<IReadOnlyList<Suggestion>> ForAsync(string typed, CancellationToken cancel)
    {
        var text = typed.Trim().Replace("%", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)
            .Replace("\\", "", StringComparison.Ordinal);
        if (text.Length is < 2 or > 80)
        {
            return [];
        }

        var titles = await db.ListAsync(
            TitlesSql,
            row => new Suggestion(row.GetString(0), kinds.Href(row.GetString(1), row.GetString(2)), kinds.Of(row.GetString(1)).Singular),
            cancel,
            text);
        var words = text.Contains(' ', StringComparison.Ordinal) ? []
            : await db.ListAsync(WordsSql, row => new Suggestion(row.GetString(0), null, null), cancel, text);
        return [.. titles, .. words];
    }
}

/// <summary>A title with where it leads and what it is, or a word to search for.</summary>
public sealed record Suggestion(string Text, string? Href, string? Note);
