using System.Xml.Linq;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Writing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Acervo.Tests.Platform.Forms.Writing;

/// <summary>The printed form: valid for Word, complete, silent about private data, and always the same.</summary>
public sealed class FormDocxTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly string[] DateParts = ["day", "month", "year"];

    public static TheoryData<string, string> Forms => FormFilesTests.Forms;

    [Theory, MemberData(nameof(Forms))]
    public void Blank_and_filled_forms_are_valid_for_Word(string code, string version)
    {
        var form = Form(code, version);

        AssertValid(FormDocx.Write(form, null, null, Sample.Options));
        AssertValid(Sample.Write(form));
        AssertValid(Sample.Write(form, Sample.Options with { IncludePersonal = false }));
        AssertValid(FormDocx.Write(form, new FormAnswers(), null, Sample.Options with { MarkPng = Pictures.Png() }));
    }

    [Theory, MemberData(nameof(Forms))]
    public void The_same_input_gives_the_same_bytes(string code, string version) =>
        Assert.Equal(Sample.Write(Form(code, version)), Sample.Write(Form(code, version)));

    [Theory, MemberData(nameof(Forms))]
    public void Every_answer_stands_in_a_box_tagged_with_its_key(string code, string version)
    {
        var form = Form(code, version);
        var boxes = Boxes(Sample.Write(form));

        Assert.Equal(boxes.Count, boxes.Select(box => box.Tag).Distinct().Count());
        foreach (var question in form.Questions.Where(question => question.Type is not (QuestionType.Date or QuestionType.YesNo)))
        {
            Assert.Contains(Sample.Mark(question), boxes.Single(box => box.Tag == question.Key).Text);
        }

        Assert.All(form.Questions.Where(question => question.Type == QuestionType.Date), question => Assert.Equal("26092025", Date(boxes, question.Key)));
        Assert.All(form.Questions.Where(question => question.Type == QuestionType.YesNo),
            question => Assert.Equal("X", boxes.Single(box => box.Tag == question.Key + ".yes").Text));
        Assert.Equal("26092025", Date(boxes, "filledOn"));
    }

    [Theory, MemberData(nameof(Forms))]
    public void A_blank_form_has_an_empty_box_for_every_question(string code, string version)
    {
        var form = Form(code, version);
        var boxes = Boxes(FormDocx.Write(form, null, null, Sample.Options));

        Assert.All(form.Questions, question => Assert.Contains(boxes,
            box => box.Tag == question.Key || box.Tag.StartsWith(question.Key + ".", StringComparison.Ordinal)));
        Assert.All(boxes, box => Assert.True(box.IsEmpty, $"{box.Tag} says «{box.Text}» as if it were an answer."));
    }

    [Theory, MemberData(nameof(Forms))]
    public void The_public_copy_holds_no_private_answer_anywhere(string code, string version)
    {
        var form = Form(code, version);
        var secret = form.Questions.Where(question => question.Publish == PublishRule.Never).ToList();
        var parts = Sample.Parts(Sample.Write(form, Sample.Options with { IncludePersonal = false }));

        Assert.NotEmpty(secret);
        Assert.All(secret, question => Assert.All(parts.Values, part => Assert.DoesNotContain(Sample.Mark(question), part)));
        Assert.All(form.Questions.Except(secret).Where(question => question.Type == QuestionType.LongText),
            question => Assert.Contains(Sample.Mark(question), parts["word/document.xml"]));
    }

    [Theory, MemberData(nameof(Forms))]
    public void Only_the_entity_is_named_as_author(string code, string version)
    {
        var core = Sample.Parts(Sample.Write(Form(code, version)))["docProps/core.xml"];
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        var properties = XElement.Parse(core);

        Assert.Equal("Entidad de prueba", properties.Element(dc + "creator")!.Value);
        Assert.Equal("es-CO", properties.Element(dc + "language")!.Value);
        Assert.Equal("«title»", properties.Element(dc + "title")!.Value);
    }

    [Fact]
    public void Markdown_becomes_lists_links_and_emphasis_of_Word()
    {
        var parts = Sample.Parts(Sample.Write(Form("4202000-FT-1311", "02")));
        var box = XElement.Parse(parts["word/document.xml"]).Descendants(W + "sdt").Single(sdt => Tag(sdt) == "scope");
        var paragraphs = box.Descendants(W + "p").ToList();

        Assert.Equal(8, paragraphs.Count);
        Assert.Equal(5, paragraphs.Count(paragraph => paragraph.Descendants(W + "numPr").Any()));
        Assert.Equal("1", (string?)paragraphs[3].Descendants(W + "ilvl").Single().Attribute(W + "val"));
        Assert.NotEqual(NumberOf(paragraphs[1]), NumberOf(paragraphs[4]));
        Assert.Equal("negrilla", Bold(paragraphs[0], "b"));
        Assert.Equal("cursiva", Bold(paragraphs[0], "i"));
        Assert.Equal("Título <b>literal</b>", paragraphs[6].Value);
        Assert.Single(paragraphs[7].Descendants(W + "br"));
        Assert.Contains("Target=\"https://example.gov.co/a?b=1&amp;c=2\"", parts["word/_rels/document.xml.rels"]);
        Assert.Contains("<w:startOverride w:val=\"4\" />", parts["word/numbering.xml"]);
    }

    [Theory]
    [InlineData("a\u0000b\u0001\uD800c")]
    [InlineData("[x](javascript:alert(1)) [y](file:///etc/passwd) <script>z</script>")]
    [InlineData("[https://a.example.co](https://b.example.co)")]
    [InlineData("---\n\n>\n\n1. \n\n```\ncódigo\n```\n")]
    [InlineData("[DAFP]: https://example.gov.co/guia")]
    public void Odd_answers_still_give_a_valid_document(string text)
    {
        var form = Form("4202000-FT-1311", "02");
        var answers = new FormAnswers();
        foreach (var question in form.Questions.Where(question => question.Type is QuestionType.LongText or QuestionType.Text))
        {
            answers.Set(question.Key, text);
        }

        var docx = FormDocx.Write(form, answers, null, Sample.Options);

        AssertValid(docx);
        Assert.DoesNotContain("javascript", Sample.Parts(docx)["word/_rels/document.xml.rels"]);
        Assert.DoesNotContain("file:", Sample.Parts(docx)["word/_rels/document.xml.rels"]);
    }

    private static FormDefinition Form(string code, string version) => FormCatalogue.Default.Find(code, version)!;

    private static void AssertValid(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2016).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}");
        Assert.Empty(errors);
    }

    private static List<(string Tag, string Text, bool IsEmpty)> Boxes(byte[] docx) =>
        [.. XElement.Parse(Sample.Parts(docx)["word/document.xml"]).Descendants(W + "sdt").Select(sdt => (
            Tag(sdt),
            sdt.Element(W + "sdtContent")!.Value,
            sdt.Element(W + "sdtPr")!.Element(W + "showingPlcHdr") is not null || sdt.Element(W + "sdtContent")!.Value == "☐"))];

    private static string Date(List<(string Tag, string Text, bool IsEmpty)> boxes, string key) =>
        string.Concat(DateParts.Select(part => boxes.Single(box => box.Tag == $"{key}.{part}").Text));

    private static string Tag(XElement sdt) => (string)sdt.Element(W + "sdtPr")!.Element(W + "tag")!.Attribute(W + "val")!;

    private static string NumberOf(XElement paragraph) => (string)paragraph.Descendants(W + "numId").Single().Attribute(W + "val")!;

    private static string Bold(XElement paragraph, string format) =>
        paragraph.Descendants(W + "r").Single(run => run.Element(W + "rPr")?.Element(W + format) is not null).Value;
}
