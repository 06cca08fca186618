using System.Text.RegularExpressions;
using Acervo.Platform.Forms.Reading.Values;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>Mail addresses, one an item.</summary>
internal sealed partial class EmailsKind : ListKind
{
    public override bool IsContact => true;

    public override FieldKind ControlOf(FormQuestion question, int terms) => FieldKind.Emails;

    internal override void Read(FormQuestion question, AnswerLines lines, FormAnswers answers) => answers.Set(question.Key, ContactValue.Emails(lines.Lines));

    internal override IEnumerable<string> Left(FormQuestion question, AnswerLines lines, FormAnswers answers) => [ContactValue.BesideEmails(lines.Lines)];

    public override IEnumerable<(string Mark, string Sentence)> Wrong(FormQuestion question, FormAnswers answers) =>
        answers.List(question.Key).Where(address => !Address().IsMatch(address)).Select(address => (
            $"email:{question.Key}:{address}", $"«{address}» no es un correo. Escríbalo completo, como nombre@entidad.gov.co."));

    protected override bool IsOnOneLine(FormQuestion question) => true;

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\.[^\s@]{2,}$", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
