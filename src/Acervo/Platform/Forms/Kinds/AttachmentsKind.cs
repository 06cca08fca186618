using System.Xml.Linq;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Forms.Reading.Values;
using Acervo.Platform.Forms.Writing;
using Acervo.Platform.Text;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>Names and addresses of what goes with the form, one an item.</summary>
internal sealed class AttachmentsKind : ListKind
{
    public override bool IsProse => true;

    public override FieldKind ControlOf(FormQuestion question, int terms) => FieldKind.List;

    internal override void Read(FormQuestion question, AnswerLines lines, FormAnswers answers)
    {
        IReadOnlyList<ReadingLine> listed = [.. ScreenWords.Joined(lines.Lines, () => lines.Tell(question, "screen-words", ObservationSeverity.Warning,
            $"En «{question.Label}» hay palabras de una pantalla que se reconocieron en una imagen. Quedaron como un solo renglón: escriba qué muestra."))];
        answers.Set(question.Key, ListValue.Attachments(listed));
    }

    internal override IEnumerable<string> Left(FormQuestion question, AnswerLines lines, FormAnswers answers) =>
        answers.IsAnswered(question.Key) ? [] : [lines.Quote];

    /// <summary>Addresses become links.</summary>
    public override string Html(FormQuestion question, FormAnswers answers) =>
        "<ul>" + string.Concat(answers.List(question.Key).Select(item => $"<li>{SafeMarkdown.ToHtml(item)}</li>")) + "</ul>\n";

    internal override bool IsPlainInWord(FormQuestion question) => false;

    internal override IEnumerable<XElement> Word(FormQuestion question, FormAnswers answers, DocxAnswer writer) =>
        answers.List(question.Key).Select(writer.Linked);
}
