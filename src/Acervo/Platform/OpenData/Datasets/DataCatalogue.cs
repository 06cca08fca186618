using System.Globalization;
using Acervo.Platform.Calendar;
using Acervo.Platform.Forms;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;

namespace Acervo.Platform.OpenData.Datasets;

/// <summary>What open data there is: one dataset a kind, the use and the dictionary, for the page <c>/datos</c> and as DCAT.</summary>
public sealed class DataCatalogue(DatasetRows rows, PublicationKinds kinds, SiteUrl address, SiteName name)
{
    private static readonly (string Extension, string Type)[] Formats = [("csv", "text/csv"), ("json", "application/json"), ("ndjson", "application/x-ndjson")];

    public async Task<IReadOnlyList<Dataset>> AllAsync(CancellationToken cancel)
    {
        List<Dataset> all = [];
        foreach (var kind in kinds.All)
        {
            var stamp = await rows.StampAsync(kind.Kind, cancel);
            all.Add(new Dataset(
                kind.FileName,
                kind.Plural,
                $"Todas las respuestas públicas de la ficha oficial, con su huella SHA-256. Entidad: {name.Entity.TrimEnd('.')}.",
                stamp.Rows,
                stamp.ChangedAt,
                [.. Formats.Select(format => new DatasetFile($"/datos/{kind.FileName}.{format.Extension}", format.Extension.ToUpperInvariant(),
                format.Type))]));
        }

        all.Add(UsageDataset.Described);
        all.Add(new Dataset("diccionario", "Diccionario de datos",
            "Qué significa cada columna: las preguntas de cada versión de los formatos oficiales y las columnas del uso.", null, null,
            [new("/datos/diccionario.csv", "CSV", "text/csv"), new("/datos/diccionario.json", "JSON", "application/json")]));
        return all;
    }

    /// <summary>The catalogue in the vocabulary of DCAT-AP, as JSON-LD.</summary>
    public async Task<IResult> ToDcatAsync(CancellationToken cancel)
    {
        var site = address.Root;
        var catalogue = new Dictionary<string, object?>
        {
            ["@context"] = new Dictionary<string, string>
            {
                ["dcat"] = "http://www.w3.org/ns/dcat#",
                ["dct"] = "http://purl.org/dc/terms/",
                ["foaf"] = "http://xmlns.com/foaf/0.1/",
            },
            ["@id"] = $"{site}/datos",
            ["@type"] = "dcat:Catalog",
            ["dct:title"] = $"Datos abiertos de {name.Product}",
            ["dct:description"] = name.Purpose,
            ["dct:language"] = "es-CO",
            ["dct:license"] = name.License,
            ["dct:publisher"] = new Dictionary<string, string> { ["@type"] = "foaf:Organization", ["foaf:name"] = name.Entity },
            ["dcat:dataset"] = (await AllAsync(cancel)).Select(dataset => Dcat(dataset, site)),
        };
        return TypedResults.Json(catalogue, FormJson.Options, "application/ld+json; charset=utf-8");
    }

    /// <summary>The catalogue in the vocabulary of schema.org, for the head of the page.</summary>
    public object ToSchemaOrg(IReadOnlyList<Dataset> datasets, string site) => new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "DataCatalog",
        ["name"] = $"Datos abiertos de {name.Product}",
        ["url"] = $"{site}/datos",
        ["dataset"] = datasets.Select(dataset => new Dictionary<string, object?>
        {
            ["@type"] = "Dataset",
            ["name"] = dataset.Title,
            ["description"] = dataset.Description,
            ["url"] = $"{site}/datos#{dataset.Name}",
            ["license"] = name.License,
            ["inLanguage"] = "es-CO",
            ["isAccessibleForFree"] = true,
            ["dateModified"] = Day(dataset.ChangedAt),
            ["creator"] = new Dictionary<string, string> { ["@type"] = "GovernmentOrganization", ["name"] = name.Entity },
            ["distribution"] = dataset.Files.Select(file => new Dictionary<string, string>
            {
                ["@type"] = "DataDownload",
                ["encodingFormat"] = file.Type,
                ["contentUrl"] = site + file.Href
            }),
        }),
    };

    private Dictionary<string, object?> Dcat(Dataset dataset, string site) => new()
    {
        ["@id"] = $"{site}/datos#{dataset.Name}",
        ["@type"] = "dcat:Dataset",
        ["dct:title"] = dataset.Title,
        ["dct:description"] = dataset.Description,
        ["dct:identifier"] = dataset.Name,
        ["dct:language"] = "es-CO",
        ["dct:modified"] = Day(dataset.ChangedAt),
        // The identifiers of a vocabulary are names, whatever they look like.
#pragma warning disable S5332
        ["dct:accrualPeriodicity"] = "http://publications.europa.eu/resource/authority/frequency/UPDATE_CONT",
#pragma warning restore S5332
        ["dcat:distribution"] = dataset.Files.Select(file => new Dictionary<string, string>
        {
            ["@type"] = "dcat:Distribution",
            ["dct:title"] = $"{dataset.Title} ({file.Format})",
            ["dcat:mediaType"] = file.Type,
            ["dcat:downloadURL"] = site + file.Href,
            ["dct:license"] = name.License,
        }),
    };

    private static string? Day(DateTime? time) => time?.BogotaDay().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>One set of open data.</summary>
public sealed record Dataset(string Name, string Title, string Description, long? Rows, DateTime? ChangedAt, IReadOnlyList<DatasetFile> Files);

/// <summary>A dataset in one format.</summary>
public sealed record DatasetFile(string Href, string Format, string Type);
