using System.Text.Json.Nodes;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Forms.Reading.Values;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>Yes, no, or not answered, which is never the same as no.</summary>
internal sealed class YesNoKind : AnswerKind
{
    public override FieldKind ControlOf(FormQuestion question, int terms) => FieldKind.YesNo;

    public override string? Value(FormQuestion question, FormAnswers answers) =>
        answers.YesNo(question.Key) switch { true => "true", false => "false", null => "" };

    public override void Take(FormQuestion question, IFormCollection posted, FormAnswers answers, Action<string, string> wrong) =>
        answers.Set(question.Key, bool.TryParse(posted[question.Key], out var mark) ? mark : (bool?)null);

    internal override void Read(FormQuestion question, AnswerLines lines, FormAnswers answers)
    {
        var (mark, both) = YesNoValue.Parse(lines.Text);
        answers.Set(question.Key, mark);
        if (both)
        {
            lines.Tell(question, "both-marked", ObservationSeverity.Error, $"En «{question.Label}» están marcados «Sí» y «No». Deje una sola marca.");
        }
    }

    internal override IEnumerable<string> Left(FormQuestion question, AnswerLines lines, FormAnswers answers) => [YesNoValue.Beside(lines.Text)];

    public override string Missing(FormQuestion question) => $"Marque Sí o No en «{question.Label}».";

    public override string Plain(FormQuestion question, FormAnswers answers) =>
        answers.YesNo(question.Key) switch { true => "Sí", false => "No", null => "Sin respuesta" };

    public override IEnumerable<(string Code, string Label)> FacetValues(FormQuestion question, FormAnswers answers) =>
        answers.YesNo(question.Key) switch { true => [("si", "Sí")], false => [("no", "No")], null => [] };

    public override void Publish(FormQuestion question, FormAnswers answers, FormAnswers seen) => seen.Set(question.Key, answers.YesNo(question.Key));

    public override JsonObject Schema(FormQuestion question) => new() { ["type"] = Types("boolean", "null") };
}
