using System.Text.Json;

namespace Acervo.Platform.Forms;

/// <summary>
/// Form files that stand beside the data, in its folder <c>forms</c>: an entity adds a form, or a version of one, without a new program. They are read
/// when the site starts. One with a fault is told and left out; none takes the place of a form that is there already.
/// </summary>
public static class FormFolder
{
    public const string Name = "forms";

    private const string Pattern = "*.form.json";

    private static readonly JsonSerializerOptions Strict = new(FormJson.Options)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private const long LargestFile = 2 * 1024 * 1024;

    /// <summary>The forms of the folder that are good, and what is wrong with the others, a sentence each.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <param name="known">The forms of the program.</param>
    /// <param name="names">What it may name.</param>
    public static (IReadOnlyList<FormDefinition> Forms, IReadOnlyList<string> Faults) Read(string folder, IReadOnlyList<FormDefinition> known,
        FormNames names)
    {
        var (forms, faults) = (new List<FormDefinition>(), new List<string>());
        foreach (var path in FilesOf(folder))
        {
            var (form, wrong) = ReadOne(path);
            wrong = form is null || wrong.Count > 0 ? wrong : [.. Misplaced(form, [.. known, .. forms], names)];
            faults.AddRange(wrong.Select(sentence => $"{Name}/{Path.GetFileName(path)} no se usa. {sentence}"));
            if (form is not null && wrong.Count == 0)
            {
                forms.Add(form);
            }
        }

        return (forms, faults);
    }

    private static string[] FilesOf(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal)] : [];

    private static (FormDefinition? Form, IReadOnlyList<string> Wrong) ReadOne(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
            {
                return (null, ["Pesa más de 2 MB, y un formato es texto."]);
            }

            // As text: editors of offices put a mark before the first letter.
            var form = JsonSerializer.Deserialize<FormDefinition>(File.ReadAllText(path), Strict);
            return form is null || HasHoles(form) ? (null, ["Hay un vacío (null) donde debe haber una sección o una pregunta."])
                : (form, [.. FormCheck.FaultsOf(form)]);
        }
        catch (JsonException bad)
        {
            return (null, [$"No es un formato bien escrito: vea la línea {bad.LineNumber + 1}{(bad.Path is { } place ? $", en {place}" : "")}."]);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return (null, ["No se pudo leer: revise los permisos del archivo."]);
        }
    }

    /// <summary>JSON may have a null in any list, whatever the program says of its items.</summary>
    private static bool HasHoles(FormDefinition form) => form.Sections.Any(section => section is null
        || section.Questions.Any(question => question is null || question.Options.Any(option => option is null)
            || question.Columns.Any(column => column is null || column.Options.Any(option => option is null))));

    private static IEnumerable<string> Misplaced(FormDefinition form, IReadOnlyList<FormDefinition> others, FormNames names)
    {
        if (!names.Kinds.Contains(form.Kind))
        {
            yield return $"Su clase «{form.Kind}» no existe aquí. Puede ser: {List(names.Kinds)}.";
        }

        foreach (var question in form.Questions.SelectMany(question => question.Columns.Append(question)))
        {
            if (question.Kinds.FirstOrDefault(kind => !names.Published.Contains(kind)) is { } unknown)
            {
                yield return $"«{question.Key}» se refiere a «{unknown}», que aquí no se publica. Puede ser: {List(names.Published)}.";
            }

            if (question.Relation is { } relation && !names.Relations.Contains(relation))
            {
                yield return $"«{question.Key}» nombra la relación «{relation}», que aquí no existe. Puede ser: {List(names.Relations)}.";
            }
        }

        if (others.Any(other => other.Code == form.Code && other.Version == form.Version))
        {
            yield return $"Ya hay un formato {form.Code}, versión {form.Version}. Dé a este otra versión.";
        }
        else if (others.FirstOrDefault(other => other.Kind == form.Kind && other.InForce.From == form.InForce.From) is { } rival)
        {
            yield return $"Empieza a regir el mismo día que el formato {rival.Code}, versión {rival.Version}. Cambie «from» en «inForce».";
        }
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
