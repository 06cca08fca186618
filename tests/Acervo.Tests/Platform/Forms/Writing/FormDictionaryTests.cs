using System.Text.Json;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Writing;
using Acervo.Tests.Snapshots;

namespace Acervo.Tests.Platform.Forms.Writing;

/// <summary>The data dictionary tells outsiders what our columns are: it may not change unseen.</summary>
public sealed class FormDictionaryTests
{
    private static readonly IReadOnlyList<FormDefinition> All = FormCatalogue.Default.All;

    [Fact]
    public void The_dictionary_is_the_one_we_published() =>
        Snapshot.Matches("Forms/dictionary.csv", FormDictionary.ToCsv(All).TrimStart('\uFEFF').ReplaceLineEndings("\n"));

    [Fact]
    public void Every_question_of_every_version_has_one_row() =>
        Assert.Equal(
            All.SelectMany(form => form.Questions.Select(question => (form.Code, form.Version, question.Key))),
            FormDictionary.Rows(All).Select(row => (row.Form, row.Version, row.Key)));

    [Fact]
    public void The_JSON_says_the_same_as_the_CSV()
    {
        using var json = JsonDocument.Parse(FormDictionary.ToJson(All));
        var header = FormDictionary.ToCsv(All).TrimStart('\uFEFF').Split("\r\n")[0].Split(';').Select(name => name.Trim('"'));

        Assert.Equal(header, json.RootElement[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(FormDictionary.Rows(All).Count, json.RootElement.GetArrayLength());
    }
}
