using Acervo.Platform.Forms.Reading.Values;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>Telephone numbers, one an item.</summary>
internal sealed class PhonesKind : ListKind
{
    public override bool IsContact => true;

    public override FieldKind ControlOf(FormQuestion question, int terms) => FieldKind.Phones;

    internal override void Read(FormQuestion question, AnswerLines lines, FormAnswers answers) => answers.Set(question.Key, ContactValue.Phones(lines.Lines));

    internal override IEnumerable<string> Left(FormQuestion question, AnswerLines lines, FormAnswers answers) =>
        [ContactValue.BesidePhones(lines.Lines, answers.List(question.Key))];

    protected override bool IsOnOneLine(FormQuestion question) => true;
}
