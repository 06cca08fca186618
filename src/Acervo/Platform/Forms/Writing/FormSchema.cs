using System.Text.Json;
using System.Text.Json.Nodes;

namespace Acervo.Platform.Forms.Writing;

/// <summary>The JSON Schema (draft 2020-12) of a filled-in form: what a record must look like to be sent to us, or to be read from us.</summary>
public static class FormSchema
{
    private static readonly JsonSerializerOptions Json = new(FormJson.Options) { WriteIndented = true, NewLine = "\n" };

    public static string Write(FormDefinition form) => Schema(form).ToJsonString(Json) + "\n";

    public static JsonObject Schema(FormDefinition form) => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["$id"] = $"urn:acervo:form:{form.Code}:{form.Version}",
        ["title"] = $"{form.Name} ({form.Code}, versión {form.Version})",
        ["description"] = form.Definition ?? form.Procedure ?? form.Name,
        ["type"] = "object",
        ["required"] = new JsonArray("format", "version", "filledOn", "fields"),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["format"] = new JsonObject { ["const"] = form.Code },
            ["version"] = new JsonObject { ["const"] = form.Version },
            ["filledOn"] = new JsonObject { ["title"] = form.FilledOnLabel ?? "", ["type"] = Types("string", "null"), ["format"] = "date" },
            ["fields"] = Fields(form),
        },
    };

    private static JsonObject Fields(FormDefinition form) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray([.. form.Questions.Where(question => question.Required).Select(question => JsonValue.Create(question.Key))]),
        ["properties"] = new JsonObject(form.Questions.Select(question => KeyValuePair.Create<string, JsonNode?>(question.Key, Field(question)))),
    };

    /// <summary>What the schema says of one question, or of one column of a group.</summary>
    internal static JsonObject Field(FormQuestion question)
    {
        var field = new JsonObject { ["title"] = question.Label };
        if (question.Help is { } help)
        {
            field["description"] = help;
        }

        foreach (var (name, rule) in question.Kind.Schema(question))
        {
            field[name] = rule?.DeepClone();
        }

        field["x-personal"] = question.Personal;
        field["x-published"] = question.Publish == PublishRule.Always;
        if (question.Catalogue is { } catalogue)
        {
            field["x-catalogue"] = catalogue;
        }

        return field;
    }

    private static JsonArray Types(params string[] names) => [.. names.Select(name => JsonValue.Create(name))];
}
