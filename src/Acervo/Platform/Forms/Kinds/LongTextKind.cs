using System.Xml.Linq;
using Acervo.Platform.Forms.Reading.Values;
using Acervo.Platform.Forms.Writing;
using Acervo.Platform.Text;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>Paragraphs and lists, as Markdown.</summary>
internal sealed class LongTextKind : AnswerKind
{
    public override bool IsProse => true;

    public override bool IsCounted => true;

    public override FieldKind ControlOf(FormQuestion question, int terms) => FieldKind.LongText;

    internal override void Read(FormQuestion question, AnswerLines lines, FormAnswers answers) => answers.Set(question.Key, MarkdownValue.Write(lines.Lines));

    public override string Words(FormQuestion question, FormAnswers answers) => SafeMarkdown.ToPlain(answers.Text(question.Key));

    public override string Html(FormQuestion question, FormAnswers answers) => SafeMarkdown.ToHtml(answers.Text(question.Key));

    internal override bool IsPlainInWord(FormQuestion question) => false;

    internal override IEnumerable<XElement> Word(FormQuestion question, FormAnswers answers, DocxAnswer writer) =>
        writer.Markdown(answers.Text(question.Key)!);
}
