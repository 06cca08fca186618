using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Writing;

namespace Acervo.Modules.Practices.Reading;

/// <summary>The command <c>ficha write RECORD DOCUMENT</c>: the way back, from a record as <c>ficha read</c> prints it to the official Word form.</summary>
public static class FichaWriteCommand
{
    private const string Usage = "Uso: acervo ficha write REGISTRO.json DOCUMENTO.docx";

    private const string Entity = "Secretaría General de la Alcaldía Mayor de Bogotá D.C.";

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter errors)
    {
        if (arguments.Count != 2)
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            var record = JsonNode.Parse(await File.ReadAllTextAsync(arguments[0]))!;
            var form = FormCatalogue.Default.Find((string)record["format"]!, (string)record["version"]!);
            if (form is not null)
            {
                var day = DateOnly.TryParse((string?)record["filledOn"], CultureInfo.InvariantCulture, out var written) ? written : (DateOnly?)null;
                await File.WriteAllBytesAsync(arguments[1],
                    FormDocx.Write(form, FormAnswers.FromJson(record["fields"]!.ToJsonString()), day, new FormDocxOptions(Entity)));
                return 0;
            }

            await errors.WriteLineAsync($"«{arguments[0]}» no dice un formato conocido.");
        }
        catch (JsonException)
        {
            await errors.WriteLineAsync($"«{arguments[0]}» no es un registro en JSON.");
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"No se pudo abrir «{arguments[0]}» o escribir «{arguments[1]}». Revise los nombres y los permisos.");
        }

        return 1;
    }
}
