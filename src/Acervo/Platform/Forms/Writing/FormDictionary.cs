using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Acervo.Platform.Text;

namespace Acervo.Platform.Forms.Writing;

/// <summary>The data dictionary of the forms: one row a question, for people and machines that use the open data.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "A data dictionary is what people call it; it is no collection.")]
public static class FormDictionary
{
    private static readonly string[] Columns =
    [
        "form", "version", "key", "label", "sectionNumber", "section", "type", "isList", "required",
        "personal", "published", "maxLength", "catalogue", "parallelTo", "onlyIf", "help",
    ];

    private static readonly JsonSerializerOptions Json = new(FormJson.Options) { WriteIndented = true, NewLine = "\n" };

    public static IReadOnlyList<FormDictionaryRow> Rows(IEnumerable<FormDefinition> forms) =>
        [
            .. from form in forms
               from section in form.Sections
               from asked in section.Questions
               from question in Lines(asked)
               select FormDictionaryRow.Of(form, section, question),
        ];

    /// <summary>With the lines of what is no form.</summary>
    public static string ToCsv(IEnumerable<FormDefinition> forms, params IEnumerable<FormDictionaryRow> others)
    {
        var csv = new CsvTable(Columns);
        foreach (var row in Rows(forms).Concat(others))
        {
            csv.Add(Cells(row));
        }

        return csv.ToString();
    }

    public static string ToJson(IEnumerable<FormDefinition> forms, params IEnumerable<FormDictionaryRow> others) =>
        JsonSerializer.Serialize(Rows(forms).Concat(others), Json) + "\n";

    /// <summary>A group has a line of its own and one for each column, named after both; so has the code of what is referred to.</summary>
    private static IEnumerable<FormQuestion> Lines(FormQuestion question) =>
    [
        question,
        .. question.Kind.CodeColumn is { } code
            ? [question with { Key = $"{question.Key}_{code}", Label = $"{question.Label}: {(code == "code" ? "código" : "dirección")}" }]
            : Array.Empty<FormQuestion>(),
        .. question.Columns.Select(column => column with
        {
            Key = $"{question.Key}[].{column.Key}",
            Label = $"{question.Label}: {column.Label}",
            Publish = question.Publish == PublishRule.Never ? PublishRule.Never : column.Publish,
        }),
    ];

    private static object?[] Cells(FormDictionaryRow row) =>
    [
        row.Form, row.Version, row.Key, row.Label, row.SectionNumber, row.Section, row.Type, Text(row.IsList), Text(row.Required),
        Text(row.Personal), Text(row.Published), row.MaxLength, row.Catalogue, row.ParallelTo, row.OnlyIf, row.Help,
    ];

    private static string Text(bool value) => value ? "true" : "false";
}
