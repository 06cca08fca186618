using Acervo.Platform.Publications;
using Acervo.Platform.Search;

namespace Acervo.Platform.OpenData;

/// <summary>What the query of a public address asks for: words, kinds and facets, as the list pages, feeds and downloads write it.</summary>
public static class PublicQuestion
{
    /// <summary>The parameters that a feed or download understands, besides the facets and ranges.</summary>
    public static readonly string[] Names = ["q", "tipo"];

    public static SearchRequest Read(IQueryCollection query, PublicationKinds kinds, string? kind, SearchSort sort)
    {
        IReadOnlyList<string> asked = kind is not null ? [kind] : [.. query["tipo"].OfType<string>().Where(one => kinds.Find(one) is not null)];
        return new SearchRequest(query["q"].ToString(), asked, Facets(query, kinds), sort, 1) { Ranges = RangeAsked.Read(query, kinds.Ranges) };
    }

    public static IReadOnlyList<(string Group, string Code)> Facets(IQueryCollection query, PublicationKinds kinds) =>
        [.. kinds.FacetGroups.SelectMany(group => query[group].OfType<string>().Where(code => code.Length > 0).Select(code => (group, code)))];

    /// <summary>What to mend in the ranges; null when nothing is wrong.</summary>
    public static string? WrongIn(SearchRequest request) => request.Ranges.Select(range => range.Wrong).FirstOrDefault(wrong => wrong is not null);

    public static bool IsNarrowed(SearchRequest request) => request.Text.Length > 0 || request.Chosen.Count > 0 || request.Ranges.Count > 0;
}
