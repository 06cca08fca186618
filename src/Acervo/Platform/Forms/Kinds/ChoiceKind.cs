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
        var explained = meant.Count == 1 ? null : Explained(question, text);
        answers.Set(question.Key, meant is [var option] ? option : explained?.Option ?? text);
        if (explained is not null)
        {
            lines.Tell(question, "explained", ObservationSeverity.Warning,
                $"En «{question.Label}» había una explicación. Se tomó «{explained.Value.Option}» y el resto quedó por ubicar: compruébelo.");
        }
        else if (meant.Count != 1 && text.Length > 0)
        {
            lines.Tell(question, "not-an-option", ObservationSeverity.Warning,
                $"En «{question.Label}» dice «{text}», que no es una de sus opciones. Elija una.");
        }
    }

    internal override IEnumerable<string> Left(FormQuestion question, AnswerLines lines, FormAnswers answers) =>
        answers.IsAnswered(question.Key) ? Explained(question, TextValue.Line(lines.Lines) ?? "") is var (_, others) ? [others] : [] : [lines.Quote];

    /// <summary>The one option that a longer text names, and what else it says.</summary>
    private static (string Option, string Others)? Explained(FormQuestion question, string text)
    {
        var options = question.Options.GroupBy(Reading.Words.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        return ExplainedTerm.Of(text, options.Keys.ToHashSet(StringComparer.Ordinal)) is var (term, others) ? (options[Reading.Words.Key(term)], others) : null;
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
