using System.ComponentModel;
using System.Globalization;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Microsoft.AspNetCore.Mvc;

namespace Acervo.Platform.OpenData.Api;

/// <summary>The query of <c>/api/v1/publications</c> as it came; <see cref="TryRead"/> says in Spanish what is wrong with it.</summary>
internal sealed record ApiQuestion(
    [property: FromQuery(Name = "q"), Description("Palabras, frases entre comillas, «or» y «-palabra». Vacío: todas.")] string? Q,
    [property: FromQuery(Name = "kind"), Description("Tipo de publicación. Puede repetirse.")] string[]? Kind,
    [property: FromQuery(Name = "sort"), Description("Orden: relevance, newest, updated, reused o closing.")] string? Sort,
    [property: FromQuery(Name = "page"), Description("Página, desde 1.")] string? Page,
    [property: FromQuery(Name = "pageSize"), Description("Resultados por página, de 1 a 100.")] string? PageSize,
    [property: FromQuery(Name = "cursor"), Description("Continúa donde terminó una respuesta anterior (su campo «next»). Es estable aunque se publique algo "
        + "entre una página y otra; no se combina con «page».")] string? Cursor)
{
    public const int LargestPage = 100;

    public const int UsualPage = 20;

    public static readonly string[] Names = ["q", "kind", "sort", "page", "pageSize", "cursor"];

    private static readonly Dictionary<string, SearchSort> Sorts = new(StringComparer.Ordinal)
    {
        ["relevance"] = SearchSort.Relevance,
        ["newest"] = SearchSort.Newest,
        ["updated"] = SearchSort.Updated,
        ["reused"] = SearchSort.MostReused,
        ["closing"] = SearchSort.ClosingSoon,
    };

    /// <summary>The search it asks for, or the sentence that says what to mend.</summary>
    public (SearchRequest? Search, string? Wrong) TryRead(IQueryCollection query, PublicationKinds kinds)
    {
        if (Kind?.FirstOrDefault(kind => kinds.Find(kind) is null) is { } unknown)
        {
            return (null, $"No existe el tipo «{unknown}». Use uno de: {string.Join(", ", kinds.All.Select(kind => kind.Kind))}.");
        }

        var sort = string.IsNullOrEmpty(Q) ? SearchSort.Newest : SearchSort.Relevance;
        if (Sort is not null && !Sorts.TryGetValue(Sort, out sort))
        {
            return (null, $"No existe el orden «{Sort}». Use uno de: {string.Join(", ", Sorts.Keys)}.");
        }

        if (Number(Page, 1, SearchRequest.LastPage) is not { } page)
        {
            return (null, $"«page» debe ser un número de 1 a {SearchRequest.LastPage}. Para recorrer todo use «cursor».");
        }

        if (Number(PageSize, UsualPage, LargestPage) is not { } size)
        {
            return (null, $"«pageSize» debe ser un número de 1 a {LargestPage}.");
        }

        var after = Cursor is null ? null : SearchCursor.Parse(Cursor);
        if (Cursor is not null && (after is null || page > 1))
        {
            return (null, "«cursor» debe ser el valor de «next» de una respuesta anterior, con el mismo orden y sin «page».");
        }

        var search = new SearchRequest(Q ?? "", Kind ?? [], PublicQuestion.Facets(query, kinds), sort, page)
        {
            Size = size,
            After = after,
            Ranges = RangeAsked.Read(query, kinds.Ranges),
            CountsKinds = true,
        };
        return PublicQuestion.WrongIn(search) is { } wrong ? (null, wrong) : (search, null);
    }

    private static int? Number(string? text, int missing, int most) => text switch
    {
        null => missing,
        _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null,
    };
}
