using System.Text;
using Acervo.Platform.Publications;

namespace Acervo.Platform.Search;

/// <summary>The address of a search: what it asks, and the same search with one thing changed. Readable and stable, so it can be shared.</summary>
public sealed record SearchAddress(string Path, SearchRequest Request)
{
    /// <summary>The name in an address of the kinds that are chosen.</summary>
    public const string KindGroup = "tipo";

    /// <summary>All values of this facet are shown, or those with these words.</summary>
    public const string OpenedName = "ver", SoughtName = "filtro";

    private const int LongestCode = 120;

    private const int LongestSought = 60;

    private static readonly string[] Reserved = ["q", "orden", "pagina", KindGroup, OpenedName, SoughtName];

    private static readonly (SearchSort Sort, string Name)[] SortNames =
        [(SearchSort.Newest, "recientes"), (SearchSort.MostReused, "usadas"), (SearchSort.ClosingSoon, "cierra")];

    /// <summary>The orders that every kind of the search has, besides the one by relevance.</summary>
    public IReadOnlyList<SearchSort> Sorts { get; private init; } = [];

    /// <summary>The ranges that every kind of the search has.</summary>
    public IReadOnlyList<RangeTitle> Ranges { get; private init; } = [];

    /// <summary>The ranges that were asked for, also those that are not well written and narrow nothing.</summary>
    public IReadOnlyList<RangeAsked> Asked { get; private init; } = [];

    public string Opened { get; private init; } = "";

    public string Sought { get; private init; } = "";

    /// <param name="http">The request.</param>
    /// <param name="only">The kind of a list; null in the search of all, where kinds are chosen.</param>
    public static SearchAddress Read(HttpRequest http, PublicationKind? only)
    {
        var query = http.Query;
        var registered = http.HttpContext.RequestServices.GetRequiredService<PublicationKinds>();
        var chosen = query
            .Where(pair => !Reserved.Contains(pair.Key) && registered.IsFacet(pair.Key))
            .SelectMany(pair => pair.Value.Where(code => !string.IsNullOrEmpty(code)).Select(code => (pair.Key, code!)))
            .Distinct()
            .Where(pair => pair.Item2.Length <= LongestCode)
            .Take(20)
            .ToList();
        IReadOnlyList<PublicationKind> picked = only is not null ? [only]
            : [.. query[KindGroup].OfType<string>().Select(registered.Find).OfType<PublicationKind>().Distinct()];
        var kinds = picked.Count > 0 ? picked : registered.All;
        var ranges = registered.Ranges.Where(range => kinds.All(kind => kind.Ranges.Contains(range))).ToList();
        var sorts = SortsOf(kinds);
        var text = query["q"].ToString().Trim();
        var named = Array.Find(SortNames, sort => sort.Name == query["orden"]);
        var sort = named.Name is not null && sorts.Contains(named.Sort) ? named.Sort : text.Length > 0 ? SearchSort.Relevance : SearchSort.Newest;
        var page = int.TryParse(query["pagina"], out var number) ? Math.Clamp(number, 1, SearchRequest.LastPage) : 1;
        var asked = RangeAsked.Read(query, ranges);
        var sought = query[SoughtName].ToString().Trim();
        return new SearchAddress(http.Path, new SearchRequest(text, [.. picked.Select(kind => kind.Kind)], chosen, sort, page)
        {
            Ranges = [.. asked.Where(range => range.Wrong is null)],
            CountsKinds = only is null,
        })
        {
            Ranges = ranges,
            Sorts = sorts,
            Asked = asked,
            Opened = query[OpenedName].ToString() is var opened && (registered.IsFacet(opened) || opened == KindGroup) ? opened : "",
            Sought = sought.Length > LongestSought ? sought[..LongestSought] : sought,
        };
    }

    public bool IsNarrowed => Request.Chosen.Count > 0 || Asked.Count > 0 || (Request.CountsKinds && Request.Kinds.Count > 0);

    public string OnPage(int page) => Href(Fields(), page);

    public string With(string group, string code) => group == KindGroup
        ? Href((this with { Request = Request with { Kinds = [.. Request.Kinds, code] } }).Fields())
        : Href((this with { Request = Request with { Chosen = [.. Request.Chosen, (group, code)] } }).Fields());

    public string Without(string group, string code) => group == KindGroup
        ? Href((this with { Request = Request with { Kinds = [.. Request.Kinds.Where(kind => kind != code)] } }).Fields())
        : Href((this with { Request = Request with { Chosen = [.. Request.Chosen.Where(chosen => chosen != (group, code))] } }).Fields());

    public string Without(RangeTitle range) => Href(FieldsBut(range.From, range.To));

    public string Clear => Href([.. Fields().Where(one => one.Name is "q" or "orden")]);

    public string Asking(string text) => Href((this with { Request = Request with { Text = text } }).Fields());

    /// <summary>The same page with all values of a facet, or with a few of each again.</summary>
    public string Opening(string group) => Href(group.Length == 0 ? Fields() : [.. Fields(), (OpenedName, group)]);

    /// <summary>What a form of the page sends along with its own boxes.</summary>
    public IReadOnlyList<(string Name, string Value)> FieldsBut(params string[] own) => [.. Fields().Where(one => !own.Contains(one.Name))];

    private IReadOnlyList<(string Name, string Value)> Fields() =>
    [
        .. new[] { ("q", Request.Text) }
            .Concat(Request.CountsKinds ? Request.Kinds.Select(kind => (KindGroup, kind)) : [])
            .Concat(Request.Chosen)
            .Concat(Asked.SelectMany(asked => new[] { (asked.Range.From, asked.From), (asked.Range.To, asked.To) }))
            .Append(("orden", IsUsualSort ? "" : NameOf(Request.Sort)))
            .Where(one => one.Item2.Length > 0),
    ];

    private bool IsUsualSort => Request.Sort == (Request.Text.Length > 0 ? SearchSort.Relevance : SearchSort.Newest);

    private static List<SearchSort> SortsOf(IReadOnlyList<PublicationKind> kinds) => [.. SortNames.Select(sort => sort.Sort).Where(sort => sort switch
    {
        SearchSort.MostReused => kinds.All(kind => kind.IsReused),
        SearchSort.ClosingSoon => kinds.All(kind => kind.IsTimed),
        _ => true,
    })];

    /// <summary>The word of an order in an address.</summary>
    public static string NameOf(SearchSort sort) => Array.Find(SortNames, one => one.Sort == sort).Name ?? "";

    private string Href(IReadOnlyList<(string Name, string Value)> fields, int page = 1)
    {
        var href = new StringBuilder(Path);
        var mark = '?';
        foreach (var (name, value) in page > 1 ? fields.Append(("pagina", $"{page}")) : fields)
        {
            href.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }

        return href.ToString();
    }
}
