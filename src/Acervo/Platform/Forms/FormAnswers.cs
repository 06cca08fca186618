using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Acervo.Platform.Forms;

/// <summary>
/// The answers to one form, by question key. A text, a day and a mark that are missing are null, a missing list is empty:
/// "no answer" is never the same as "No". The JSON form is what the store, the API and the fixtures use.
/// </summary>
public sealed class FormAnswers
{
    private readonly SortedDictionary<string, JsonNode?> values;

    public FormAnswers() => values = new(StringComparer.Ordinal);

    private FormAnswers(FormAnswers other) => values = new(other.values, StringComparer.Ordinal);

    public IEnumerable<string> Keys => values.Keys;

    public static FormAnswers FromJson(string json)
    {
        var (answers, read) = (new FormAnswers(), JsonNode.Parse(json)!.AsObject());
        var pairs = read.ToList();
        // What was just read is nobody else's: it is taken as it is, not copied.
        read.Clear();
        foreach (var (key, value) in pairs)
        {
            answers.Take(key, value);
        }

        return answers;
    }

    public static FormAnswers FromJson(JsonObject json)
    {
        var answers = new FormAnswers();
        foreach (var (key, value) in json)
        {
            answers.Set(key, value);
        }

        return answers;
    }

    /// <summary>The same answers, to be changed apart. A value is replaced and never changed in place, so both may hold the same.</summary>
    public FormAnswers Clone() => new(this);

    public string ToJson() => ToJsonObject().ToJsonString(FormJson.Options);

    public JsonObject ToJsonObject() =>
        new(values.Select(pair => new KeyValuePair<string, JsonNode?>(pair.Key, pair.Value?.DeepClone())));

    /// <summary>The answer as one text: Markdown for long texts, a line for each row of a group, null when unanswered.</summary>
    public string? Text(string key) => values.GetValueOrDefault(key) switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonArray list => string.Join('\n', list.Select(item => item is JsonObject row ? RowText(row) : item?.GetValue<string>())),
        JsonObject reference => RowText(reference),
        _ => null,
    };

    public DateOnly? Date(string key) =>
        DateOnly.TryParseExact(Text(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public bool? YesNo(string key) => values.GetValueOrDefault(key) is JsonValue value
        ? value.GetValueKind() switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null }
        : null;

    public IReadOnlyList<string> List(string key) => values.GetValueOrDefault(key) switch
    {
        JsonArray list => [.. list.OfType<JsonValue>().Select(item => item.GetValue<string>())],
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };

    /// <summary>The rows of a group, each with its own answers.</summary>
    public IReadOnlyList<FormAnswers> Rows(string key) =>
        values.GetValueOrDefault(key) is JsonArray list ? [.. list.OfType<JsonObject>().Select(FromJson)] : [];

    /// <summary>What an answer refers to, in its order.</summary>
    public IReadOnlyList<AnswerReference> References(string key) =>
        [.. (values.GetValueOrDefault(key) is JsonArray list ? list : Enumerable.Repeat(values.GetValueOrDefault(key), 1))
            .Select(AnswerReference.Of).OfType<AnswerReference>()];

    public bool IsAnswered(string key) => values.GetValueOrDefault(key) switch
    {
        null => false,
        JsonArray list => list.Any(item => item is not JsonObject row || FromJson(row) is var cells && cells.Keys.Any(cells.IsAnswered)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => !string.IsNullOrWhiteSpace(value.GetValue<string>()),
        _ => true,
    };

    /// <summary>The same answers without some, which stay as they are where these are kept.</summary>
    public FormAnswers Without(IEnumerable<string> keys)
    {
        var left = new FormAnswers();
        foreach (var key in Keys.Except(keys, StringComparer.Ordinal))
        {
            left.Copy(key, this, key);
        }

        return left;
    }

    /// <summary>Takes a value in its JSON form: text, day, mark, list or reference.</summary>
    public void Set(string key, JsonNode? value) => Take(key, value is JsonValue ? value.DeepClone() : value);

    public void Set(string key, string? text) => values[key] = string.IsNullOrWhiteSpace(text) ? null : JsonValue.Create(text);

    public void Set(string key, DateOnly? day) =>
        values[key] = day is null ? null : JsonValue.Create(day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Set(string key, bool? mark) => values[key] = mark is null ? null : JsonValue.Create(mark.Value);

    public void Set(string key, IEnumerable<string> items) =>
        values[key] = new JsonArray([.. items.Where(item => !string.IsNullOrWhiteSpace(item)).Select(item => JsonValue.Create(item))]);

    /// <summary>Takes what an answer refers to: a list where it may be several things, the one thing or nothing where it may not.</summary>
    public void Set(string key, IReadOnlyList<AnswerReference> references, bool several) => Set(key, several
        ? new JsonArray([.. references.Select(one => one.ToJson())])
        : references.Count == 0 ? null : references[0].ToJson());

    public void SetRows(string key, IEnumerable<FormAnswers> rows) => values[key] = new JsonArray([.. rows.Select(RowOf)]);

    /// <summary>Takes over what another set answers to a question of another name: the cell of a row and its box on a page are the same answer.</summary>
    public void Copy(string key, FormAnswers from, string name) => Set(key, from.values.GetValueOrDefault(name));

    private void Take(string key, JsonNode? value) => values[key] = value switch
    {
        JsonArray list => new JsonArray([.. list.Select(item => item is JsonObject row ? RowOf(FromJson(row)) : item?.DeepClone())]),
        JsonObject reference => RowOf(FromJson(reference)),
        _ => value,
    };

    /// <summary>One text for one answer: what a row does not answer is not in it, whoever wrote it.</summary>
    private static JsonObject RowOf(FormAnswers row) =>
        new(row.values.Where(pair => row.IsAnswered(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

    private static string RowText(JsonObject row)
    {
        var cells = FromJson(row);
        return string.Join(" | ", cells.Keys.Select(key => cells.YesNo(key)?.ToString() ?? cells.Text(key)).Where(text => !string.IsNullOrEmpty(text)));
    }
}
