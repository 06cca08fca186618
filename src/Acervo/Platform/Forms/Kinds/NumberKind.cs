using System.Text.Json.Nodes;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Forms.Reading.Values;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>A number, kept with a point for decimals and nothing between thousands; typed and shown as people write it here.</summary>
internal sealed class NumberKind : AnswerKind
{
    public override FieldKind ControlOf(FormQuestion question, int terms) => FieldKind.Number;

    public override string? Value(FormQuestion question, FormAnswers answers) => Plain(question, answers);

    public override void Take(FormQuestion question, IFormCollection posted, FormAnswers answers, Action<string, string> wrong)
    {
        var typed = Clean(posted[question.Key]).Trim();
        answers.Set(question.Key, FigureValue.Parse(typed) is { } number ? FigureValue.Kept(number) : typed);
    }

    internal override void Read(FormQuestion question, AnswerLines lines, FormAnswers answers)
    {
        var text = TextValue.Line(lines.Lines) ?? "";
        var number = FigureValue.Parse(text);
        answers.Set(question.Key, number is { } known ? FigureValue.Kept(known) : text);
        if (number is null && text.Length > 0)
        {
            lines.Tell(question, "not-a-number", ObservationSeverity.Warning,
                $"En «{question.Label}» dice «{text}», que no es un número solo. Escríbalo en cifras.");
        }
    }

    public override IEnumerable<(string Mark, string Sentence)> Wrong(FormQuestion question, FormAnswers answers) =>
        answers.Text(question.Key) is { Length: > 0 } text && FigureValue.OfKept(text) is null
            ? [($"number:{question.Key}", $"«{text}» no es un número. En «{question.Label}» escriba solo cifras, como 1.250 o 3,5.")]
            : [];

    public override string Plain(FormQuestion question, FormAnswers answers) =>
        answers.Text(question.Key) is { } text ? FigureValue.OfKept(text) is { } number ? FigureValue.Shown(number) : text : "";

    public override string? FigureOf(FormQuestion question, FormAnswers answers, string? currency) => answers.Text(question.Key);

    public override void Publish(FormQuestion question, FormAnswers answers, FormAnswers seen) => seen.Set(question.Key, answers.Text(question.Key));

    public override JsonObject Schema(FormQuestion question) => new() { ["type"] = Types("string", "null"), ["pattern"] = @"^-?\d+(\.\d+)?$" };
}
