using System.Text.Json.Nodes;
using Acervo.Platform.Publications;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Acervo.Platform.OpenData.Api;

/// <summary>The OpenAPI document of the public API, at <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiSetup
{
    private static readonly Dictionary<string, JsonNode> Examples = new(StringComparer.Ordinal)
    {
        ["q"] = "atención \"lenguaje claro\"",
        ["slug"] = "turnos-que-avisan",
        ["sort"] = "newest",
    };

    public static void AddTo(IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = api => api.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer(DescribeDocument);
        options.AddOperationTransformer(DescribeOperation);
    });

    private static Task DescribeDocument(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new OpenApiInfo
        {
            Title = "API pública de Acervo",
            Version = "1",
            Description = "Lectura de lo publicado. Sin llaves y abierta a cualquier origen (CORS). Las respuestas llevan ETag: "
                + "pregunte con If-None-Match y no gaste lo que ya tiene. Los errores son problem+json (RFC 9457) con una frase en español.",
            License = new OpenApiLicense { Name = "CC BY 4.0", Url = new Uri("https://creativecommons.org/licenses/by/4.0/deed.es") },
        };
        // The address differs in each installation: paths are relative to where the document was read.
        document.Servers = [new OpenApiServer { Url = "/" }];
        return Task.CompletedTask;
    }

    private static Task DescribeOperation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            // The kinds are those of the modules that are on.
            if (parameter.Name == "kind" && context.ApplicationServices.GetRequiredService<PublicationKinds>().All is [var first, ..])
            {
                parameter.Example = first.Kind;
            }

            if (Examples.TryGetValue(parameter.Name ?? "", out var example))
            {
                parameter.Example = example.DeepClone();
            }

            parameter.Schema = parameter.Name switch
            {
                "page" => Whole(1, null),
                "pageSize" => Whole(ApiQuestion.UsualPage, ApiQuestion.LargestPage),
                "sort" => new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["relevance", "newest", "updated", "reused", "closing"] },
                _ => parameter.Schema,
            };
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema Whole(int usual, int? most) =>
        new() { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = most?.ToString(System.Globalization.CultureInfo.InvariantCulture), Default = usual };
}
