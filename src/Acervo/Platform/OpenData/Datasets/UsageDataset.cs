using System.Globalization;
using Acervo.Platform.Forms.Writing;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;
using Acervo.Platform.Usage;

namespace Acervo.Platform.OpenData.Datasets;

/// <summary>How often each publication in force was read, by month and channel: <c>/datos/uso.csv</c> and its lines of the dictionary.</summary>
internal static class UsageDataset
{
    public const string Name = "uso";

    public const string Title = "Uso de las publicaciones";

    private static readonly (string Key, string Type, string Label)[] Columns =
    [
        ("url", "link", "Página de la publicación"),
        ("kind", "text", "Tipo de publicación"),
        ("slug", "text", "Nombre en la dirección"),
        ("title", "text", "Título vigente"),
        ("month", "text", "Mes en Bogotá, como 2026-03"),
        ("channel", "text", "Qué se leyó o qué llevó a la página: page, pdf, word, file (archivos adjuntos), json (datos y API), feed (canal de novedades) "
            + "o un canal de los enlaces de la entidad"),
        ("count", "number", "Lecturas, no personas. No cuentan quienes entran con su cuenta, los robots que lo dicen ni lo que el navegador pide por "
            + "adelantado"),
    ];

    public static Dataset Described { get; } = new(Name, Title,
        "Cuántas veces se leyó cada publicación vigente, por mes y canal. Son lecturas, no personas: no se guarda quién lee.", null, null,
        [new($"/datos/{Name}.csv", "CSV", "text/csv")]);

    public static IEnumerable<FormDictionaryRow> Dictionary => Columns.Select(column => new FormDictionaryRow(
        Name, "1", column.Key, column.Label, 1, Title, column.Type, IsList: false, Required: true, Personal: false, Published: true, null, null, null, null,
        null));

    public static async Task SendAsync(HttpContext http, PublicUsage usage, PublicationKinds kinds, SiteUrl address)
    {
        var headers = http.Response.Headers;
        headers.ETag = $"\"{await usage.StampAsync(http.RequestAborted)}\"";
        if (http.Request.Headers.IfNoneMatch.Contains(headers.ETag.ToString()))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        headers.ContentType = "text/csv; charset=utf-8";
        headers.ContentDisposition = $"attachment; filename=\"{Name}.csv\"";
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await DatasetWriter.CsvAsync(
                usage.AllAsync(http.RequestAborted), Columns.Select(column => column.Key),
                row => [address.Root + kinds.Href(row.Kind, row.Slug), row.Kind, row.Slug, row.Title, Month(row.Month), row.Channel, row.Count],
                DatasetRoutes.SeparatorOf(http.Request), http.Response.BodyWriter, http.RequestAborted);
        }
    }

    private static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
