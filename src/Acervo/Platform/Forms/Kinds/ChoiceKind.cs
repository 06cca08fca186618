using System.Text.Json.Nodes;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Forms.Reading.Values;
using Acervo.Platform.Text;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>One of the options that the form lists.</summary>
internal sealed class ChoiceKind : AnswerKind
{
    public override FieldKind ControlOf(FormQuestion question, int terms) => FieldKind.Choice;

    internal override void Read(FormQuestion question, AnswerLines lines, FormAnswers answers)
    {
        var text = TextValue.Line(lines.Lines) ?? "";
        var folded = Slug.Of(text);
        var meant = question.Options.Where(option => folded.Length > 0 && Slug.Of(option) == folded).Take(2).ToList();
        answers.Set(question.Key, meant is [var option] ? option : text);
        if (meant.Count != 1 && text.Length > 0)
        {
            lines.Tell(question, "not-an-option", ObservationSeverity.Warning,
                $"En «{question.Label}» dice «{text}», que no es una de sus opciones. Elija una.");
        }
    }

    public override IEnumerable<(string Mark, string Sentence)> Wrong(FormQuestion question, FormAnswers answers) =>
        answers.Text(question.Key) is { Length: > 0 } text && !question.Options.Contains(text)
            ? [($"option:{question.Key}", $"«{text}» no es una de las opciones de «{question.Label}». Elija una.")]
            : [];

    public override IEnumerable<(string Code, string Label)> FacetValues(FormQuestion question, FormAnswers answers) =>
        answers.Text(question.Key) is { } text && question.Options.Contains(text) ? [(Slug.Of(text), text)] : [];

    public override JsonObject Schema(FormQuestion question) =>
        new() { ["enum"] = new JsonArray([.. question.Options.Select(option => JsonValue.Create(option)), null]) };
}
