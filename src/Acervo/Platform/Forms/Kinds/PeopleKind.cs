using Acervo.Platform.Forms.Reading.Values;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>Names of people, one an item.</summary>
internal sealed class PeopleKind : ListKind
{
    public override FieldKind ControlOf(FormQuestion question, int terms) => FieldKind.List;

    internal override void Read(FormQuestion question, AnswerLines lines, FormAnswers answers) => answers.Set(question.Key, ListValue.People(lines.Lines));

    internal override IEnumerable<string> Left(FormQuestion question, AnswerLines lines, FormAnswers answers) =>
        answers.IsAnswered(question.Key) ? [] : [lines.Quote];

    protected override bool IsOnOneLine(FormQuestion question) => true;
}
