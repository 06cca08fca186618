using System.Text;
using Acervo.Platform.Publications;

namespace Acervo.Platform.Search;

/// <summary>The address of a search: what it asks, and the same search with one thing changed. Readable and stable, so it can be shared.</summary>
public sealed record SearchAddress(string Path, SearchRequest Request)
{
    private const int LongestCode = 120;

    private static readonly string[] Reserved = ["q", "orden", "pagina", "tipo"];

    public static SearchAddress Read(HttpRequest http, IReadOnlyList<string> kinds)
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
        var text = query["q"].ToString().Trim();
        var sort = query["orden"].ToString() switch
        {
            "recientes" => SearchSort.Newest,
            "usadas" => SearchSort.MostReused,
            _ => text.Length > 0 ? SearchSort.Relevance : SearchSort.Newest,
        };
        var page = int.TryParse(query["pagina"], out var number) ? Math.Clamp(number, 1, SearchRequest.LastPage) : 1;
        return new SearchAddress(http.Path, new SearchRequest(text, kinds, chosen, sort, page));
    }

    public bool IsNarrowed => Request.Chosen.Count > 0;

    public string OnPage(int page) => Href(Request.Chosen, page);

    public string With(string group, string code) => Href([.. Request.Chosen, (group, code)], 1);

    public string Without(string group, string code) => Href([.. Request.Chosen.Where(chosen => chosen != (group, code))], 1);

    public string Clear => Href([], 1);

    public string Asking(string text) => new SearchAddress(Path, Request with { Text = text }).Href(Request.Chosen, 1);

    private string Href(IReadOnlyList<(string Group, string Code)> chosen, int page)
    {
        var href = new StringBuilder(Path);
        var mark = '?';
        Add("q", Request.Text);
        foreach (var (group, code) in chosen)
        {
            Add(group, code);
        }

        Add("orden", Request.Sort switch { SearchSort.MostReused => "usadas", SearchSort.Newest when Request.Text.Length > 0 => "recientes", _ => "" });
        Add("pagina", page > 1 ? $"{page}" : "");
        return href.ToString();

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                href.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                mark = '&';
            }
        }
    }
}
