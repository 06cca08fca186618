using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Forms.Reading.Values;
using Acervo.Platform.Forms.Writing;
using Acervo.Platform.Text;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>Several texts, one an item; of a closed catalogue they are chosen.</summary>
internal class ListKind : AnswerKind
{
    public override bool IsList => true;

    public override FieldKind ControlOf(FormQuestion question, int terms) => question.Closed && terms > 0
        ? question.ParallelTo is null ? FieldKind.Checks : FieldKind.Selects
        : FieldKind.List;

    public override IEnumerable<KeyValuePair<string, string[]>> Boxes(FormQuestion question, FormAnswers answers) =>
        [new(question.Key, [.. answers.List(question.Key)])];

    public override void Take(FormQuestion question, IFormCollection posted, FormAnswers answers, Action<string, string> wrong) =>
        answers.Set(question.Key, Left(question, posted).Select(item => Clean(item).Trim()).Where(item => item.Length > 0));

    /// <summary>What was posted without the row whose button was pressed to take it away.</summary>
    protected static IEnumerable<string?> Left(FormQuestion question, IFormCollection posted) =>
        posted[question.Key].Where((_, row) => $"{question.Key}.{row}" != posted[GroupKind.RemoveButton].ToString());

    internal override void Read(FormQuestion question, AnswerLines lines, FormAnswers answers)
    {
        var items = Items(question, lines);
        answers.Set(question.Key, items.Select(item => item.Term).OfType<string>().Distinct(StringComparer.Ordinal));
        if (items.Any(item => item.Others is not null))
        {
            lines.Tell(question, "explained", ObservationSeverity.Warning,
                $"En «{question.Label}» había una explicación. Se tomaron los nombres de la lista y el resto quedó por ubicar: compruébelo.");
        }
    }

    internal override IEnumerable<string> Left(FormQuestion question, AnswerLines lines, FormAnswers answers) =>
        answers.IsAnswered(question.Key) ? Items(question, lines).Select(item => item.Others).OfType<string>() : base.Left(question, lines, answers);

    /// <summary>Each item, without what explains it; beside known terms a long text is an explanation and no item.</summary>
    private static IReadOnlyList<(string? Term, string? Others)> Items(FormQuestion question, AnswerLines lines)
    {
        var known = question.Catalogue is { } name ? lines.Terms(name) : null;
        var items = ListValue.Items(lines.Lines, known).ToList();
        if (known is not { Count: > 0 })
        {
            return [.. items.Select(item => ((string?)item, (string?)null))];
        }

        var hasTerm = items.Exists(item => known.Contains(Reading.Words.Key(item)) || ExplainedTerm.Of(item, known) is not null);
        return [.. items.Select(item => ExplainedTerm.Of(item, known) is var (term, others) ? (term, others)
            : hasTerm && Reading.Words.Of(item).Count > ExplainedTerm.LongText && !known.Contains(Reading.Words.Key(item)) ? (null, item)
            : ((string?)item, (string?)null))];
    }

    public override string Plain(FormQuestion question, FormAnswers answers) => string.Join("; ", answers.List(question.Key));

    public override string Html(FormQuestion question, FormAnswers answers) =>
        $"<ul>{string.Concat(answers.List(question.Key).Select(item => $"<li>{WebUtility.HtmlEncode(item)}</li>"))}</ul>";

    public override void Publish(FormQuestion question, FormAnswers answers, FormAnswers seen) =>
        seen.Set(question.Key, answers.List(question.Key).Select(PersonalData.Redact));

    public override JsonObject Schema(FormQuestion question)
    {
        var item = Limited(JsonValue.Create("string"), question.MaxLength);
        item["minLength"] = 1;
        return new JsonObject { ["type"] = "array", ["items"] = item };
    }

    internal override bool IsPlainInWord(FormQuestion question) => IsOnOneLine(question);

    internal override IEnumerable<XElement> Word(FormQuestion question, FormAnswers answers, DocxAnswer writer) => IsOnOneLine(question)
        ? [writer.Line(string.Join(" / ", answers.List(question.Key)))]
        : answers.List(question.Key).Select(writer.Line);

    /// <summary>The official forms write people, and what runs parallel to them, as «uno / otro».</summary>
    protected virtual bool IsOnOneLine(FormQuestion question) => question.ParallelTo is not null;
}
