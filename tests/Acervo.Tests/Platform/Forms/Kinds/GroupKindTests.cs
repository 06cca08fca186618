using System.Text.Json;
using System.Text.Json.Nodes;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Forms.Writing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Acervo.Tests.Platform.Forms.Kinds;

/// <summary>Rows that each answer the same few questions: typed, kept, shown, published, printed and read back.</summary>
public sealed class GroupKindTests
{
    private static readonly FormQuestion Given = new()
    {
        Key = "given",
        Label = "Aportes de cada parte",
        Type = QuestionType.Group,
        Columns =
        [
            new() { Key = "who", Label = "Quién aporta", Type = QuestionType.Text, Required = true, MaxLength = 40 },
            new() { Key = "worth", Label = "Cuánto", Type = QuestionType.Money },
            new() { Key = "until", Label = "Hasta cuándo", Type = QuestionType.Date },
            new() { Key = "phone", Label = "Teléfono de enlace", Type = QuestionType.Text, Personal = true, Publish = PublishRule.Never },
        ],
    };

    private static readonly FormDefinition Form = new()
    {
        Code = "MUESTRA-77",
        Version = "01",
        Kind = "sample",
        Name = "Acuerdo",
        InForce = new(null, null),
        Source = "Formato inventado para las pruebas.",
        Heading = "ACUERDO",
        Sections =
        [
            new(1, "El acuerdo",
            [
                new() { Key = "title", Label = "Nombre del acuerdo", Type = QuestionType.Text },
                new() { Key = "agreed", Label = "Qué se acordó", Type = QuestionType.Text },
                Given,
                new() { Key = "closing", Label = "Observaciones finales", Type = QuestionType.Text },
            ]),
        ],
    };

    [Fact]
    public void Rows_are_taken_in_order_without_those_that_are_empty()
    {
        var answers = Take(("given.0.who", "IDU"), ("given.0.worth", "1.500"), ("given.0.worth.moneda", "USD"), ("given.1.who", " "),
            ("given.1.worth.moneda", "COP"), ("given.2.who", "Junta de vecinos"), ("given.2.until.dia", "1"), ("given.2.until.mes", "2"),
            ("given.2.until.anio", "2027"));

        Assert.Equal("Quién aporta: IDU · Cuánto: 1.500 USD\nQuién aporta: Junta de vecinos · Hasta cuándo: 1 de febrero de 2027",
            Given.Kind.Plain(Given, answers).Replace('\u00A0', ' '));
        Assert.True(answers.IsAnswered("given"));
        Assert.False(Take(("given.0.who", "")).IsAnswered("given"));
    }

    [Fact]
    public void The_row_whose_button_was_pressed_is_gone_and_the_others_stay()
    {
        var answers = Take(("given.0.who", "Uno"), ("given.1.who", "Dos"), ("given.2.who", "Tres"), ("quitar", "given.1"));

        Assert.Equal(["Uno", "Tres"], answers.Rows("given").Select(row => row.Text("who")));
    }

    [Fact]
    public void A_day_that_does_not_exist_is_told_of_its_box_and_its_row_keeps_its_place()
    {
        var told = new List<(string Box, string Sentence)>();
        var answers = Take(told, ("given.0.who", ""), ("given.1.until.dia", "31"), ("given.1.until.mes", "2"), ("given.1.until.anio", "2026"));

        Assert.Equal(("given.1.until", "«Hasta cuándo (Aportes de cada parte, renglón 2)» no es una fecha que exista: revise el día, el mes y el año."),
            Assert.Single(told));
        Assert.Equal(2, answers.Rows("given").Count);
        Assert.False(answers.IsAnswered("given"));
    }

    /// <summary>The database orders the names of an object its own way; the hash of an approval must not notice.</summary>
    [Fact]
    public void The_text_that_is_kept_is_the_same_in_whatever_order_its_cells_come()
    {
        var one = FormAnswers.FromJson("""{"given":[{"worth":"COP 1","who":"IDU"}]}""");
        var other = FormAnswers.FromJson("""{"given":[{"who":"IDU","worth":"COP 1"}]}""");

        Assert.Equal(one.ToJson(), other.ToJson());
        Assert.Equal(one.ToJson(), FormAnswers.FromJson(one.ToJson()).ToJson());
        Assert.Empty(one.List("given"));
    }

    [Fact]
    public void What_is_public_has_no_private_column_and_no_contact_in_the_others()
    {
        var seen = new FormAnswers();
        var answers = Take(("given.0.who", "Ana, 300 000 0012"), ("given.0.phone", "300 000 0013"), ("given.1.phone", "300 000 0014"));
        Given.Kind.Publish(Given, answers, seen);

        Assert.DoesNotContain("300", seen.ToJson(), StringComparison.Ordinal);
        Assert.Single(seen.Rows("given"));
        Assert.DoesNotContain("Teléfono", Given.Kind.Html(Given, seen), StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_page_it_is_a_table_whose_words_are_never_markup()
    {
        var html = Given.Kind.Html(Given, Take(("given.0.who", "<b>IDU</b>"), ("given.0.worth", "2"), ("given.0.worth.moneda", "COP")));

        Assert.Contains("<td data-label=\"Qui&#233;n aporta\"><span>&lt;b&gt;IDU&lt;/b&gt;</span></td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Hasta", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_and_the_dictionary_say_what_each_column_is()
    {
        var items = Given.Kind.Schema(Given)["items"]!;
        Assert.Equal("object", (string?)items["type"]);
        Assert.Equal("Cuánto", (string?)items["properties"]!["worth"]!["title"]);
        Assert.Equal(JsonValueKind.False, items["properties"]!["phone"]!["x-published"]!.GetValueKind());

        var rows = FormDictionary.Rows([Form]);
        Assert.True(rows.Single(row => row.Key == "given").IsList);
        Assert.Equal(("Aportes de cada parte: Cuánto", "money", true), rows.Where(row => row.Key == "given[].worth")
            .Select(row => (row.Label, row.Type, row.Published)).Single());
        Assert.False(rows.Single(row => row.Key == "given[].phone").Published);
    }

    /// <summary>Printed, filled in and read back: an empty cell moves nothing into the next column.</summary>
    [Fact]
    public async Task What_is_printed_in_Word_is_read_back()
    {
        var answers = Answered(("given.0.who", "IDU"), ("given.0.until.dia", "1"), ("given.0.until.mes", "2"), ("given.0.until.anio", "2027"),
            ("given.1.worth", "1.500"), ("given.1.worth.moneda", "COP"), ("given.2.phone", "300 000 0012"));
        var document = FormDocx.Write(Form, answers, null, new("Entidad"));
        AssertValid(document);
        AssertValid(FormDocx.Write(Form, null, null, new("Entidad")));

        var reading = await ReadAsync(document);

        Assert.Equal(answers.ToJsonObject()["given"]!.ToJsonString(), reading.Answers.ToJsonObject()["given"]!.ToJsonString());
        Assert.DoesNotContain(reading.Observations, one => one.Key == "given");
        Assert.Equal("Nada más.", reading.Answers.Text("closing"));
    }

    [Fact]
    public async Task A_table_of_a_document_tells_what_it_could_not_place()
    {
        var document = Edited(FormDocx.Write(Form, Answered(("given.0.who", "IDU")), null, new("Entidad")), table =>
        {
            Say(table, 0, 3, "Nota");
            Say(table, 1, 1, "unos pesos");
            Say(table, 1, 3, "por confirmar");
        });

        var reading = await ReadAsync(document);

        Assert.Equal("IDU", Assert.Single(reading.Answers.Rows("given")).Text("who"));
        var told = reading.Observations.Where(one => one.Key == "given").ToList();
        Assert.Contains(told, one => one.Cell == "given.0.worth" && one.Message.Contains("unos pesos", StringComparison.Ordinal));
        Assert.Contains(told, one => one.Message.Contains("«por confirmar» está en una columna que el formato no tiene", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_blank_form_is_read_as_no_answer()
    {
        var reading = await ReadAsync(FormDocx.Write(Form, null, null, new("Entidad")));

        Assert.False(reading.Answers.IsAnswered("given"));
        Assert.DoesNotContain(reading.Observations, one => one.Key == "given");
    }

    private static async Task<FormReading> ReadAsync(byte[] document) => FormReader.Read([Form], await DocumentParser.ParseAsync(document));

    private static FormAnswers Answered(params (string Name, string Value)[] boxes)
    {
        var answers = Take(boxes);
        answers.Set("title", "Andenes libres");
        answers.Set("agreed", "Guardar los avisos.");
        answers.Set("closing", "Nada más.");
        return answers;
    }

    private static FormAnswers Take(params (string Name, string Value)[] boxes) => Take([], boxes);

    private static FormAnswers Take(List<(string Box, string Sentence)> told, params (string Name, string Value)[] boxes)
    {
        var answers = new FormAnswers();
        Given.Kind.Take(Given, new FormCollection(boxes.ToDictionary(box => box.Name, box => new StringValues(box.Value))), answers,
            (box, sentence) => told.Add((box, sentence)));
        return answers;
    }

    private static byte[] Edited(byte[] document, Action<Table> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(document);
        using (var word = WordprocessingDocument.Open(stream, true))
        {
            edit(word.MainDocumentPart!.Document!.Descendants<Table>().Last());
        }

        return stream.ToArray();
    }

    private static void Say(Table table, int row, int column, string text)
    {
        var paragraph = table.Elements<TableRow>().ElementAt(row).Elements<TableCell>().ElementAt(column).Elements<Paragraph>().First();
        paragraph.RemoveAllChildren<Run>();
        paragraph.Append(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text)));
    }

    private static void AssertValid(byte[] document)
    {
        using var stream = new MemoryStream(document);
        using var word = WordprocessingDocument.Open(stream, false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }
}
