using Acervo.Platform.Forms;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Acervo.Tests.Platform.Forms.Reading.Invented;

/// <summary>Writes an invented ficha as a Word file, with the habits of real ones: runs split anywhere, empty paragraphs, grey instructions, lists.</summary>
public sealed class WordFicha(InventedFicha ficha, FichaStyle style, WordLayout layout, Paper? paper = null)
{
    private readonly List<OpenXmlElement> body = [];
    private readonly WordPieces pieces = new(style);

    public static byte[] Write(InventedFicha ficha, FichaStyle style, WordLayout layout, Paper? paper = null) =>
        new WordFicha(ficha, style, layout, paper).Write();

    private byte[] Write()
    {
        body.Add(WordPieces.Paragraph(ficha.Form.Heading, bold: true));
        body.Add(WordPieces.Paragraph(ficha.Form.PrivacyNote!));
        Question(ficha.Form.FilledOnLabel!, null, [pieces.Date(ficha.FilledOn)], null);
        foreach (var section in ficha.Form.Sections)
        {
            body.Add(WordPieces.Paragraph((style.SectionNumbers ? $"{section.Number}. " : "") + section.Title.ToUpperInvariant(), bold: true,
                heading: layout == WordLayout.Headings ? "Ttulo1" : null));
            Section(section);
        }

        return Package(body, style.Version ? ficha.Form : null, paper);
    }

    private void Section(FormSection section)
    {
        var questions = section.Questions.Where(question => question.OnlyIf is null).ToList();
        var together = questions.Where(question => question.IsList && question.Type != QuestionType.Attachments).ToList();
        for (var index = 0; index < questions.Count; index++)
        {
            var question = questions[index];
            if (layout == WordLayout.SeveralLabelsOverAnswers && together.Contains(question))
            {
                if (question == together[0])
                {
                    body.Add(WordPieces.Table([
                        [.. together.Select(each => (IReadOnlyList<OpenXmlElement>)[Label(each.Label, null)])],
                        [.. together.Select(Answer)],
                    ]));
                }

                continue;
            }

            Question(question.UnderHeading ? "" : question.Label, $"{section.Number}.{index + 1}", Answer(question), style.Help ? question.Help : null);
        }
    }

    private Paragraph Label(string label, string? number) =>
        WordPieces.Paragraph(style.Label(label, number), bold: true, heading: layout == WordLayout.Headings ? "Ttulo2" : null);

    private void Question(string label, string? number, IReadOnlyList<OpenXmlElement> answer, string? help)
    {
        if (label.Length == 0)
        {
            body.AddRange(help is null ? [] : [WordPieces.Paragraph(help, grey: true)]);
            body.AddRange(answer);
            return;
        }

        var printed = Label(label, number);
        List<OpenXmlElement> asked = help is null ? [printed] : [printed, WordPieces.Paragraph(help, grey: true)];
        switch (layout)
        {
            case WordLayout.TwoColumns:
                body.Add(WordPieces.Table([[asked, answer]]));
                break;
            case WordLayout.Borderless:
                body.Add(WordPieces.Table([[asked, answer]], 3200, borders: false));
                break;
            case WordLayout.NarrowCells:
                body.Add(WordPieces.Table([[asked, answer]], 1700));
                break;
            case WordLayout.TypedControls when answer.All(element => element is Paragraph):
                body.AddRange(asked);
                body.AddRange(answer.Select(element => WordPieces.TypedControl((Paragraph)element, help is null)));
                break;
            case WordLayout.LabelRowOverAnswerRow:
                body.Add(WordPieces.Table([[asked], [answer]]));
                break;
            case WordLayout.LineBreaks when answer is [Paragraph { ParagraphProperties: null } first]:
                printed.Append(new Run(new Break()));
                printed.Append(first.ChildElements.Select(child => child.CloneNode(true)));
                body.Add(printed);
                break;
            case WordLayout.ContentControls:
                body.AddRange(asked);
                body.Add(WordPieces.Control(answer));
                break;
            default:
                body.AddRange(asked);
                body.AddRange(answer);
                body.Add(new Paragraph());
                break;
        }
    }

    private IReadOnlyList<OpenXmlElement> Answer(FormQuestion question) => question.Type switch
    {
        QuestionType.Date => [pieces.Date(ficha.Answers.Date(question.Key))],
        QuestionType.YesNo => [.. TextFicha.Answer(ficha, style, question).Split('\n').Select(line => WordPieces.Paragraph(line))],
        QuestionType.Attachments => [.. ficha.Answers.List(question.Key).Select(annex => WordPieces.Paragraph(annex))],
        QuestionType.LongText => [.. ficha.Parts[question.Key].Select(pieces.Part)],
        _ => [.. TextFicha.Answer(ficha, style, question).Split('\n').Where(line => line.Length > 0).Select(line => WordPieces.Paragraph(line))],
    };

    /// <summary>A Word file with this body; the header names the form, when one is given.</summary>
    public static byte[] Package(IEnumerable<OpenXmlElement> body, FormDefinition? named, Paper? paper = null)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            var section = new SectionProperties();
            if (named is not null)
            {
                var header = main.AddNewPart<HeaderPart>();
                header.Header = new Header(WordPieces.Header(named), new Paragraph());
                section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) });
            }

            if (paper is not null)
            {
                section.Append(paper.Size(), paper.Margins());
            }

            main.Document = new Document(new Body([.. body, section]));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordPieces.Numbering();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordPieces.Styles(paper);
        }

        return stream.ToArray();
    }
}
