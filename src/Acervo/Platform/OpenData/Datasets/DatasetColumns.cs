using System.Globalization;
using System.Text.Json;
using Acervo.Platform.Forms;
using Acervo.Platform.Publications;

namespace Acervo.Platform.OpenData.Datasets;

/// <summary>The columns of a kind's CSV: what every publication has, its facets, then one for each public question of any version of its form.</summary>
public sealed class DatasetColumns
{
    private static readonly string[] Fixed = ["url", "slug", "version", "title", "summary", "organisation", "first_published_at", "published_at", "reuse_count",
        "sha256", "use_confirmed_at", "next_look_at"];

    private readonly PublicationKind kind;
    private readonly string[] facets;
    private readonly FormQuestion[] questions;

    public DatasetColumns(PublicationKind kind, FormCatalogue forms)
    {
        this.kind = kind;
        facets = [.. kind.Facets.Select(facet => facet.Group)];
        questions = [.. forms.All.Where(form => form.Kind == kind.FormKind).OrderByDescending(form => form.Version, StringComparer.Ordinal)
            .SelectMany(form => form.Questions).Where(question => question.Publish == PublishRule.Always)
            .DistinctBy(question => question.Key).Where(question => !Fixed.Concat(Declared()).Contains(question.Key))];
    }

    public IEnumerable<string> Names => [.. Fixed, .. Declared(), .. facets.Select(facet => "facet_" + facet), .. questions.SelectMany(NamesOf)];

    public IEnumerable<object> Cells(DatasetRow row, string url)
    {
        object[] known =
        [
            url, row.Slug, row.Version, row.Title, row.Summary, row.Organisation, Time(row.FirstAt), Time(row.PublishedAt), row.ReuseCount, row.Sha256,
            Time(row.Life.UsedAt), Time(row.Life.LookAt),
        ];
        using var body = JsonDocument.Parse(row.Body);
        var answers = body.RootElement.TryGetProperty("answers", out var found) ? found : default;
        return
        [
            .. known,
            .. kind.IsTimed ? [Time(row.Span.OpensAt), Time(row.Span.ClosesAt)] : Array.Empty<object>(),
            .. kind.IsMultilingual ? [row.Language] : Array.Empty<object>(),
            .. facets.Select(group => string.Join("; ", row.Facets.Where(value => value.Group == group).Select(value => value.Label))),
            .. questions.SelectMany(question => CellsOf(question,
                answers.ValueKind == JsonValueKind.Object && answers.TryGetProperty(question.Key, out var answer) ? answer : default)),
        ];
    }

    /// <summary>What has a name and a code is two columns: one for people, one to join data by.</summary>
    internal static IEnumerable<string> NamesOf(FormQuestion question) =>
        question.Kind.CodeColumn is { } code ? [question.Key, $"{question.Key}_{code}"] : [question.Key];

    private static IEnumerable<object> CellsOf(FormQuestion question, JsonElement answer)
    {
        yield return question.Columns.Count > 0 ? Rows(question, answer) : Cell(answer);
        if (question.Kind.CodeColumn is { } code)
        {
            yield return Text(answer, code);
        }
    }

    private static object Cell(JsonElement answer) => answer.ValueKind == JsonValueKind.Number && answer.TryGetDecimal(out var number) ? number : Text(answer);

    /// <summary>A group is one column that can be read; whoever reckons with its cells takes the JSON.</summary>
    private static string Rows(FormQuestion question, JsonElement rows) => rows.ValueKind != JsonValueKind.Array ? Text(rows)
        : string.Join(" | ", rows.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object).Select(row => string.Join("; ",
            row.EnumerateObject().OrderBy(cell => question.Columns.TakeWhile(column => column.Key != cell.Name).Count())
                .Select(cell => $"{question.Columns.FirstOrDefault(column => column.Key == cell.Name)?.Label ?? cell.Name}: {Text(cell.Value)}"))));

    private static string Text(JsonElement answer, string part = "name") => answer.ValueKind switch
    {
        JsonValueKind.String => answer.GetString()!,
        JsonValueKind.True => "Sí",
        JsonValueKind.False => "No",
        JsonValueKind.Array => string.Join("; ", answer.EnumerateArray().Select(item => Text(item, part))),
        JsonValueKind.Object => answer.TryGetProperty(part, out var said) || answer.TryGetProperty("title", out said) ? Text(said) : "",
        JsonValueKind.Number => answer.GetRawText(),
        _ => "",
    };

    /// <summary>What only some kinds have.</summary>
    private IEnumerable<string> Declared() =>
        [.. kind.IsTimed ? ["opens_at", "closes_at"] : Array.Empty<string>(), .. kind.IsMultilingual ? ["language"] : Array.Empty<string>()];

    private static string Time(DateTime? time) => time is { } said ? Time(said) : "";

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
