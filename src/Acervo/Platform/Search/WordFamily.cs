using Acervo.Platform.Search.Words;
using Acervo.Platform.Text;

namespace Acervo.Platform.Search;

/// <summary>For a word that stands nowhere as it was asked, others of its family that do.</summary>
public sealed class WordFamily(PublicDb db)
{
    private const int Most = 6;

    private const string Sql = "SELECT folded FROM site.known_words WHERE folded LIKE $1 || '%' ORDER BY docs DESC, folded LIMIT 60";

    /// <summary>The word with its relatives; null when it has none.</summary>
    internal async Task<SoughtWord?> WidenAsync(SoughtWord word, CancellationToken cancel)
    {
        var folded = Slug.Fold(word.Typed);
        var root = WordRoot.Of(folded);
        if (root.Length < WordRoot.Shortest || !folded.All(char.IsAsciiLetter))
        {
            return null;
        }

        var family = (await db.ListAsync(Sql, row => row.GetString(0), cancel, root)).Where(other => WordRoot.Of(other) == root).Take(Most)
            .Select(StemRun.Read).OfType<StemRun>().ToList();
        return family.Count == 0 ? null : word.Or(family);
    }
}
