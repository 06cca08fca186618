using System.Xml.Linq;
using static Acervo.Platform.Forms.Writing.Wml;

namespace Acervo.Platform.Forms.Writing;

/// <summary>Prints the questions of a section: label, help and the box with the answer.</summary>
internal sealed class DocxQuestions(FormAnswers answers, DocxControls controls, DocxMarkdown markdown, DocxLinks links)
{
    public IEnumerable<XElement> Write(IReadOnlyList<FormQuestion> questions) => questions
        .Where(question => !questions.Any(other => SharesLine(other, question)))
        .SelectMany(question => question.Type == QuestionType.YesNo
            ? YesNo(question, questions.Where(other => SharesLine(question, other)))
            : Asked(question));

    // The official form asks «¿Cuál entidad?» on the line of «Si».
    private static bool SharesLine(FormQuestion yesNo, FormQuestion other) =>
        yesNo.Type == QuestionType.YesNo && other.OnlyIf == yesNo.Key && other.Type == QuestionType.Text;

    private IEnumerable<XElement> Asked(FormQuestion question)
    {
        if (!question.UnderHeading)
        {
            yield return Wml.Paragraph("Question", Run(Label(question)));
        }

        if (question.Help is { } help)
        {
            yield return Wml.Paragraph("Help", Run(help));
        }

        yield return question.Type == QuestionType.Date
            ? DocxDateTable.Write(controls, question.Key, question.Label, answers.Date(question.Key))
            : Box(question);
    }

    private IEnumerable<XElement> YesNo(FormQuestion question, IEnumerable<FormQuestion> onLine)
    {
        var answer = answers.YesNo(question.Key);
        yield return Wml.Paragraph("Question", Run($"{Label(question, ".")} "),
            question.Help is { } help ? Run(help, Val("rStyle", "HelpText"), El("b", At("val", 0)), El("bCs", At("val", 0))) : null);
        yield return Dash(Run("Si "), Mark(question, "yes", answer is true), onLine.SelectMany(other => (XElement[])[Run($" {Label(other)} "), Which(other)]));
        yield return Dash(Run("No "), Mark(question, "no", answer is false));
    }

    private XElement Mark(FormQuestion question, string which, bool marked) =>
        controls.CheckBox($"{question.Key}.{which}", $"{(which == "yes" ? "Si" : "No")}: {question.Label}", marked);

    private XElement Which(FormQuestion question) =>
        controls.Inline(question.Key, question.Label, answers.IsAnswered(question.Key) ? answers.Text(question.Key) : null, "_______________");

    private static XElement Dash(params object[] content) => El(
        "p", El("pPr", Val("pStyle", "ListParagraph"), El("numPr", Val("ilvl", 0), Val("numId", DocxNumbering.Dashes))), content);

    private XElement Box(FormQuestion question)
    {
        var style = question.Kind.IsCounted ? "LongAnswer" : "Answer";
        return controls.Block(question.Key, question.Label, style, question.Kind.IsPlainInWord(question),
            answers.IsAnswered(question.Key) || question.Kind.IsDrawnInWord
                ? [.. question.Kind.Word(question, answers, new DocxAnswer(style, markdown, links))]
                : []);
    }

    private static string Label(FormQuestion question, string end = ":") =>
        question.Label[^1] is '?' or ':' or '.' ? question.Label : question.Label + end;
}
