using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Acervo.Platform.Documents;
using Acervo.Platform.Documents.Sandbox;
using Acervo.Platform.Editorial;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Practices.Reading;

/// <summary>The command <c>ficha read FILE</c>: prints the record that a filled-in form holds, as JSON.</summary>
public static class FichaReadCommand
{
    private const string Usage = "Uso: acervo ficha read ARCHIVO [--full] [--forms CARPETA]   (ARCHIVO puede ser - para la entrada estándar)";

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var (forms, rest) = FormsOf(arguments);
        var files = rest.Where(argument => argument is "-" || !argument.StartsWith('-')).ToList();
        var options = rest.Except(files, StringComparer.Ordinal).ToList();
        if (files.Count != 1 || options.Exists(option => option != "--full"))
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        foreach (var fault in forms.Faults)
        {
            await errors.WriteLineAsync(fault);
        }

        try
        {
            using var reader = new DocumentReader(new WorkerLimits(), TimeProvider.System, keepOneReady: false);
            var document = await reader.ReadAsync(await BytesAsync(files[0]));
            var reading = FichaReader.Read(document, forms: forms);
            await output.WriteLineAsync(Json(reading, options.Count > 0).ToJsonString(new JsonSerializerOptions(FormJson.Options) { WriteIndented = true }));
            await errors.WriteLineAsync(reading.Tally.Sentence + ".");
            foreach (var asked in reading.Observations.Where(IsAsked))
            {
                await errors.WriteLineAsync(asked.Message);
            }

            if (reading.Hidden is { } hidden)
            {
                await errors.WriteLineAsync(hidden.Sentence());
            }

            return 0;
        }
        catch (Exception refusal) when (refusal is DocumentException or FormNotRecognisedException)
        {
            await errors.WriteLineAsync(refusal.Message);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"No se pudo abrir «{files[0]}». Revise el nombre y los permisos.");
        }

        return 1;
    }

    /// <summary>The forms of the program with those of a folder, where one is named, as the site reads those beside its data.</summary>
    private static (FormCatalogue Forms, IReadOnlyList<string> Others) FormsOf(IReadOnlyList<string> arguments)
    {
        var at = arguments.ToList().IndexOf("--forms");
        if (at < 0 || at + 1 == arguments.Count)
        {
            return (FormCatalogue.Default, arguments);
        }

        var kinds = FormCatalogue.Default.All.Select(form => form.Kind).ToHashSet(StringComparer.Ordinal);
        var names = new FormNames(kinds, kinds, new HashSet<string>(StringComparer.Ordinal) { Adaptation.Kind.Name });
        return (FormCatalogue.Default.With(arguments[at + 1], names), [.. arguments.Take(at), .. arguments.Skip(at + 2)]);
    }

    /// <summary>What nobody sees among the answers: a person must look at the document.</summary>
    private static bool IsAsked(Observation remark) => remark.Code is "label-twice" or "second-form" || remark is { Key: null, Code: "date-unreadable" };

    private static JsonObject Json(FormReading reading, bool full)
    {
        var record = new JsonObject
        {
            ["format"] = reading.Form.Code,
            ["version"] = reading.Form.Version,
            ["filledOn"] = reading.FilledOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["fields"] = reading.Answers.ToJsonObject(),
            ["unplaced"] = JsonSerializer.SerializeToNode(reading.Unplaced, FormJson.Options),
            ["tally"] = JsonSerializer.SerializeToNode(reading.Tally, FormJson.Options),
        };
        if (full)
        {
            record["values"] = JsonSerializer.SerializeToNode(reading.Values, FormJson.Options);
            record["observations"] = JsonSerializer.SerializeToNode(FichaRemarks.Of(reading, new RemarkReference()), FormJson.Options);
            record["hidden"] = JsonSerializer.SerializeToNode(reading.Hidden, FormJson.Options);
            record["labelsFound"] = reading.LabelsFound;
            record["labelsExpected"] = reading.LabelsExpected;
        }

        return record;
    }

    private static async Task<byte[]> BytesAsync(string file)
    {
        if (file != "-")
        {
            return await File.ReadAllBytesAsync(file);
        }

        using var bytes = new MemoryStream();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
