using System.Globalization;
using System.Text.Json.Nodes;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Writing;
using Acervo.Tests.Snapshots;

namespace Acervo.Tests.Platform.Forms.Writing;

/// <summary>The schema of a record: others write programs against it, and our own records obey it.</summary>
public sealed class FormSchemaTests
{
    public static TheoryData<string, string> Forms => FormFilesTests.Forms;

    [Theory, MemberData(nameof(Forms))]
    public void The_schema_is_the_one_we_published(string code, string version) =>
        Snapshot.Matches($"Forms/{code}-v{version}.schema.json", FormSchema.Write(Form(code, version)));

    [Theory, MemberData(nameof(Forms))]
    public void A_filled_form_obeys_its_schema(string code, string version) =>
        Assert.Empty(Problems(Form(code, version), Record(Form(code, version))));

    [Theory, MemberData(nameof(Forms))]
    public void A_form_with_nothing_answered_obeys_its_schema(string code, string version)
    {
        var form = Form(code, version);
        var record = Record(form);
        foreach (var question in form.Questions)
        {
            record["fields"]![question.Key] = question.IsList ? new JsonArray() : null;
        }

        Assert.Empty(Problems(form, record));
    }

    [Theory]
    [InlineData("title", "12", "number instead of text")]
    [InlineData("is_adaptation", "\"Si\"", "text instead of yes or no")]
    [InlineData("started_on", "\"26/09/2025\"", "a day that is not ISO")]
    [InlineData("responsible_people", "\"Una persona\"", "text instead of a list")]
    [InlineData("responsible_people", "[\"\"]", "an empty item")]
    [InlineData("unknown", "\"x\"", "a key that the form does not have")]
    public void A_wrong_answer_breaks_the_schema(string key, string value, string why)
    {
        var form = Form("4202000-FT-1311", "02");
        var record = Record(form);
        record["fields"]![key] = JsonNode.Parse(value);

        Assert.True(Problems(form, record).Any(), why);
    }

    [Fact]
    public void Too_long_a_text_and_a_missing_key_break_the_schema()
    {
        var form = Form("4202000-FT-1311", "02");
        var longer = Record(form);
        longer["fields"]!["title"] = new string('a', form.Question("title")!.MaxLength!.Value + 1);
        var missing = Record(form);
        missing["fields"]!.AsObject().Remove("description");

        Assert.NotEmpty(Problems(form, longer));
        Assert.NotEmpty(Problems(form, missing));
    }

    private static FormDefinition Form(string code, string version) => FormCatalogue.Default.Find(code, version)!;

    private static JsonObject Record(FormDefinition form) => new()
    {
        ["format"] = form.Code,
        ["version"] = form.Version,
        ["filledOn"] = "2025-09-26",
        ["fields"] = Sample.Of(form).ToJsonObject(),
    };

    private static IEnumerable<string> Problems(FormDefinition form, JsonNode record) =>
        Problems(JsonNode.Parse(FormSchema.Write(form))!.AsObject(), record, "record");

    // The few words of JSON Schema that ours uses; a word it does not know fails the test.
    private static IEnumerable<string> Problems(JsonObject schema, JsonNode? value, string at) => schema.SelectMany(rule => rule.Key switch
    {
        "type" => Types(rule.Value!).Contains(TypeOf(value)) ? [] : [$"{at} is {TypeOf(value)}"],
        "const" => JsonNode.DeepEquals(rule.Value, value) ? [] : [$"{at} is not {rule.Value}"],
        "maxLength" => value is JsonValue text && text.TryGetValue<string>(out var chars) && chars.Length > (int)rule.Value! ? [$"{at} is too long"] : [],
        "minLength" => value is JsonValue text && text.TryGetValue<string>(out var chars) && chars.Length < (int)rule.Value! ? [$"{at} is too short"] : [],
        "format" => value is null || DateOnly.TryParseExact((string?)value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? []
            : [$"{at} is no day"],
        "items" => value is JsonArray items ? items.SelectMany((item, i) => Problems(rule.Value!.AsObject(), item, $"{at}[{i}]")) : [],
        "required" => rule.Value!.AsArray().Where(key => !value!.AsObject().ContainsKey((string)key!)).Select(key => $"{at}.{key} is missing"),
        "properties" => value!.AsObject().Where(each => rule.Value!.AsObject().ContainsKey(each.Key))
            .SelectMany(each => Problems(rule.Value![each.Key]!.AsObject(), each.Value, $"{at}.{each.Key}")),
        "additionalProperties" => value!.AsObject().Where(each => !schema["properties"]!.AsObject().ContainsKey(each.Key))
            .Select(each => $"{at}.{each.Key} is unknown"),
        "$schema" or "$id" or "title" or "description" or "x-personal" or "x-published" or "x-catalogue" => [],
        _ => throw new InvalidOperationException($"The test does not know the rule {rule.Key}."),
    });

    private static string[] Types(JsonNode type) => type is JsonArray list ? [.. list.Select(name => (string)name!)] : [type.GetValue<string>()];

    private static string TypeOf(JsonNode? value) =>
        value is null ? "null" : value.GetValueKind().ToString().ToLowerInvariant() switch { "true" or "false" => "boolean", var kind => kind };
}
