using Acervo.Platform.Forms.Reading.Values;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>One line of text; the name of a person too.</summary>
internal sealed class TextKind : AnswerKind
{
    internal override void Read(FormQuestion question, AnswerLines lines, FormAnswers answers) => answers.Set(question.Key, TextValue.Line(lines.Lines));
}
