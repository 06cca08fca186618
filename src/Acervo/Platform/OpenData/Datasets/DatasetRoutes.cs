using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Writing;
using Acervo.Platform.Http;
using Acervo.Platform.OpenData.Api;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Acervo.Platform.Text;

namespace Acervo.Platform.OpenData.Datasets;

/// <summary>The downloads: <c>/datos/practicas.csv</c>, <c>.json</c> and <c>.ndjson</c> of every kind, whole or of one search, and the dictionary.</summary>
internal static class DatasetRoutes
{
    /// <summary>Portals of open data ask for the head alone, to see whether a link still leads somewhere.</summary>
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes, PublicationKinds kinds)
    {
        foreach (var kind in kinds.All)
        {
            routes.MapMethods($"/datos/{kind.FileName}.csv", Reading,
                (HttpContext http, DatasetRows rows, FormCatalogue forms) => SendAsync(http, rows, kind, "csv", "text/csv; charset=utf-8",
                (data, url, cancel) => CsvAsync(http, data, new DatasetColumns(kind, forms), url, cancel)));
            routes.MapMethods($"/datos/{kind.FileName}.json", Reading,
                (HttpContext http, DatasetRows rows) => SendAsync(http, rows, kind, "json", "application/json; charset=utf-8",
                (data, url, cancel) => DatasetWriter.JsonAsync(data, asLines: false, url, http.Response.BodyWriter, cancel)));
            routes.MapMethods($"/datos/{kind.FileName}.ndjson", Reading,
                (HttpContext http, DatasetRows rows) => SendAsync(http, rows, kind, "ndjson", "application/x-ndjson; charset=utf-8",
                (data, url, cancel) => DatasetWriter.JsonAsync(data, asLines: true, url, http.Response.BodyWriter, cancel)));
        }

        routes.MapMethods($"/datos/{UsageDataset.Name}.csv", Reading, UsageDataset.SendAsync);
        routes.MapGet("/datos/diccionario.csv",
            (FormCatalogue forms) => Download(FormDictionary.ToCsv(forms.All, UsageDataset.Dictionary), "text/csv; charset=utf-8", "diccionario.csv"))
            .WithMetadata(new PublicCacheAttribute());
        routes.MapGet("/datos/diccionario.json",
            (FormCatalogue forms) => Download(FormDictionary.ToJson(forms.All, UsageDataset.Dictionary), "application/json; charset=utf-8", "diccionario.json"))
            .WithMetadata(new PublicCacheAttribute());
        routes.MapGet("/datos/catalogo.json", (DataCatalogue catalogue, CancellationToken cancel) => catalogue.ToDcatAsync(cancel))
            .WithMetadata(new PublicCacheAttribute());
    }

    private static async Task SendAsync(
        HttpContext http, DatasetRows rows, PublicationKind kind, string extension, string type,
        Func<IAsyncEnumerable<DatasetRow>, Func<DatasetRow, string>, CancellationToken, Task> write)
    {
        var cancel = http.RequestAborted;
        var site = http.RequestServices.GetRequiredService<SiteUrl>().Root;
        var request = PublicQuestion.Read(http.Request.Query, http.RequestServices.GetRequiredService<PublicationKinds>(), kind.Kind, SearchSort.Newest);
        if (PublicQuestion.WrongIn(request) is { } wrong)
        {
            await ApiProblems.Wrong(wrong).ExecuteAsync(http);
            return;
        }

        var stamp = await rows.StampAsync(kind.Kind, cancel);
        var headers = http.Response.Headers;
        headers.ETag = $"\"{stamp.Tag}\"";
        if (http.Request.Headers.IfNoneMatch.Contains(headers.ETag.ToString()))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        headers.ContentType = type;
        headers.ContentDisposition = $"attachment; filename=\"{kind.FileName}{(PublicQuestion.IsNarrowed(request) ? "-seleccion" : "")}.{extension}\"";
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await write(rows.ReadAsync(request, cancel), row => site + kind.Href(row.Slug), cancel);
        }
    }

    private static Task CsvAsync(
        HttpContext http, IAsyncEnumerable<DatasetRow> data, DatasetColumns columns, Func<DatasetRow, string> url, CancellationToken cancel) =>
        DatasetWriter.CsvAsync(data, columns.Names, row => columns.Cells(row, url(row)), SeparatorOf(http.Request), http.Response.BodyWriter, cancel);

    internal static char SeparatorOf(HttpRequest request) => request.Query["separador"] == "coma" ? ',' : CsvTable.Separator;

    private static NamedText Download(string text, string type, string name) => new NamedText(text, type, name);

    /// <summary>A short text with the name under which a browser saves it.</summary>
    private sealed class NamedText(string text, string type, string name) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = type;
            httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            return httpContext.Response.WriteAsync(text, httpContext.RequestAborted);
        }
    }
}
