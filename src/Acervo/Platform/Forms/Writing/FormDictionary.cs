using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace Acervo.Platform.Forms.Writing;

/// <summary>The data dictionary of the forms: one row a question, for people and machines that use the open data.</summary>
public static class FormDictionary
{
    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    private static readonly JsonSerializerOptions Json = new(FormJson.Options) { WriteIndented = true, NewLine = "\n" };

    public static IReadOnlyList<FormDictionaryRow> Rows(IEnumerable<FormDefinition> forms) =>
        [.. forms.SelectMany(form => form.Sections.SelectMany(section => section.Questions.Select(question => FormDictionaryRow.Of(form, section, question))))];

    public static string ToCsv(IEnumerable<FormDefinition> forms)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, Csv))
        {
            csv.WriteRecords(Rows(forms));
        }

        return text.ToString();
    }

    public static string ToJson(IEnumerable<FormDefinition> forms) => JsonSerializer.Serialize(Rows(forms), Json) + "\n";
}
