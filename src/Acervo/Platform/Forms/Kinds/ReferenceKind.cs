using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Acervo.Platform.Forms.Reading.Values;
using Acervo.Platform.Forms.Writing;
using Acervo.Platform.Text;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>
/// One thing, or several, that are kept elsewhere under a name. What is typed or read is words; <see cref="References.ReferenceDesk"/> finds what they
/// name. Words for which nothing is found stay as they are, and are told.
/// </summary>
internal abstract class ReferenceKind : AnswerKind
{
    /// <summary>More than these are typed and suggested, not shown to choose from.</summary>
    private const int MostShown = 12;

    public override FieldKind ControlOf(FormQuestion question, int terms) => (question.Several, terms is > 0 and <= MostShown) switch
    {
        (false, true) => FieldKind.Select,
        (false, false) => FieldKind.Catalogue,
        (true, true) => FieldKind.Checks,
        (true, false) => FieldKind.List,
    };

    /// <summary>What was answered is chosen by the name it had, which it keeps; what is offered no more stays.</summary>
    public override IReadOnlyList<FieldOption> Offered(FormQuestion question, FormAnswers answers, IReadOnlyList<FieldOption> terms)
    {
        var mine = answers.References(question.Key);
        IReadOnlyList<FieldOption> named =
            [.. terms.Select(term => mine.FirstOrDefault(one => one.Key == term.Code) is { } one ? term with { Value = one.Name } : term)];
        return terms.Count > MostShown ? named
            : [.. mine.Where(one => !named.Any(term => term.Value == one.Name)).Select(one => new FieldOption(one.Name, one.Name)).Distinct(), .. named];
    }

    public override string? Note(FormQuestion question, FormAnswers answers, IReadOnlyList<FieldOption> terms)
    {
        var told = string.Join(' ', answers.References(question.Key).Where(one => one.IsFound)
            .Select(one => NoteOf(one, terms.FirstOrDefault(term => term.Code == one.Key))).OfType<string>());
        return told.Length == 0 ? null : told;
    }

    public override string? Value(FormQuestion question, FormAnswers answers) => answers.References(question.Key) is [var first, ..] ? first.Name : null;

    public override IReadOnlyList<string> Values(FormQuestion question, FormAnswers answers) =>
        question.Several ? [.. answers.References(question.Key).Select(one => one.Name)] : [];

    public override IEnumerable<KeyValuePair<string, string[]>> Boxes(FormQuestion question, FormAnswers answers) =>
        [new(question.Key, question.Several ? [.. Values(question, answers)] : [Value(question, answers) ?? ""])];

    public override void Take(FormQuestion question, IFormCollection posted, FormAnswers answers, Action<string, string> wrong) =>
        SetWords(question, posted[question.Key].Select(Clean), answers);

    internal override void Read(FormQuestion question, AnswerLines lines, FormAnswers answers) => SetWords(question, question.Several
        ? ListValue.Items(lines.Lines, question.Catalogue is { } name ? lines.Terms(name) : null)
        : [TextValue.Line(lines.Lines) ?? ""], answers);

    public override IEnumerable<(string Mark, string Sentence)> Wrong(FormQuestion question, FormAnswers answers) =>
        answers.References(question.Key).Where(one => !one.IsFound).Select(one => ($"reference:{question.Key}:{one.Name}", NotFound(question, one.Name)));

    public override IEnumerable<(string Code, string Label)> FacetValues(FormQuestion question, FormAnswers answers) =>
        answers.References(question.Key).Where(one => one.IsFound).Select(one => (one.Key!, one.Name));

    public override string OwnWords(FormQuestion question, FormAnswers answers) =>
        string.Join('\n', answers.References(question.Key).Where(one => !one.IsFound).Select(one => one.Name));

    public override string Plain(FormQuestion question, FormAnswers answers) => string.Join("; ", answers.References(question.Key).Select(one => one.Name));

    public override string Line(FormQuestion question, FormAnswers answers) => string.Join("; ", answers.References(question.Key).Select(Linked));

    public override string Html(FormQuestion question, FormAnswers answers) => question.Several
        ? $"<ul>{string.Concat(answers.References(question.Key).Select(one => $"<li>{Linked(one)}</li>"))}</ul>"
        : base.Html(question, answers);

    public override void Publish(FormQuestion question, FormAnswers answers, FormAnswers seen) => seen.Set(question.Key,
        [.. answers.References(question.Key).Select(one => one.IsFound ? one : one with { Name = PersonalData.Redact(one.Name) })], question.Several);

    public override JsonObject Schema(FormQuestion question)
    {
        var properties = new JsonObject(Parts.Select(part => KeyValuePair.Create<string, JsonNode?>(part.Name, new JsonObject { ["type"] = part.Type })));
        var one = new JsonObject
        {
            ["type"] = question.Several ? "object" : Types("object", "null"),
            ["required"] = new JsonArray([.. Parts.Select(part => JsonValue.Create(part.Name))]),
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
        return question.Several ? new JsonObject { ["type"] = "array", ["items"] = one } : one;
    }

    internal override bool IsPlainInWord(FormQuestion question) => !question.Several;

    internal override IEnumerable<XElement> Word(FormQuestion question, FormAnswers answers, DocxAnswer writer) =>
        answers.References(question.Key).Select(one => writer.Line(one.Name));

    /// <summary>What its JSON says of each thing, with the type of each part.</summary>
    protected abstract IReadOnlyList<(string Name, string Type)> Parts { get; }

    /// <summary>How somebody is told that what they wrote is nothing that can be referred to.</summary>
    protected abstract string NotFound(FormQuestion question, string words);

    /// <summary>What is told of something that is offered no more.</summary>
    protected abstract string Gone(string name);

    /// <summary>Its name on a page, with where it leads.</summary>
    protected virtual string Linked(AnswerReference one) => WebUtility.HtmlEncode(one.Name);

    private string? NoteOf(AnswerReference one, FieldOption? term) => term switch
    {
        null => Gone(one.Name),
        _ when term.Text != one.Name && term.Text != $"{one.Name} ({one.Code})" => $"«{one.Name}» hoy se llama «{term.Text}».",
        _ => null,
    };

    private static void SetWords(FormQuestion question, IEnumerable<string> words, FormAnswers answers) => answers.Set(question.Key,
        [.. words.Select(one => one.Trim()).Where(one => one.Length > 0).Distinct().Select(one => new AnswerReference(one))], question.Several);
}
