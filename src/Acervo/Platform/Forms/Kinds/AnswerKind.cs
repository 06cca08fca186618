using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Acervo.Platform.Forms.Writing;
using Acervo.Platform.Text;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>
/// Everything that follows from the kind of an answer: its control, how it is read from a browser and from a document, what is wrong with one, and
/// how it is written as text, HTML, Word and JSON Schema. A kind overrides what is its own; what stands here is an answer of one line of text.
/// </summary>
public abstract class AnswerKind
{
    private static readonly Dictionary<QuestionType, AnswerKind> ByType = new()
    {
        [QuestionType.Text] = new TextKind(),
        [QuestionType.Person] = new TextKind(),
        [QuestionType.LongText] = new LongTextKind(),
        [QuestionType.Date] = new DateKind(),
        [QuestionType.Period] = new PeriodKind(),
        [QuestionType.YesNo] = new YesNoKind(),
        [QuestionType.Choice] = new ChoiceKind(),
        [QuestionType.Number] = new NumberKind(),
        [QuestionType.Money] = new MoneyKind(),
        [QuestionType.Link] = new LinkKind(),
        [QuestionType.List] = new ListKind(),
        [QuestionType.People] = new PeopleKind(),
        [QuestionType.Phones] = new PhonesKind(),
        [QuestionType.Emails] = new EmailsKind(),
        [QuestionType.Attachments] = new AttachmentsKind(),
        [QuestionType.Group] = new GroupKind(),
        [QuestionType.Reference] = new EntryKind(),
        [QuestionType.Publication] = new PublishedKind(),
    };

    /// <summary>Whether an answer is a list of texts, one an item.</summary>
    public virtual bool IsList => false;

    /// <summary>Whether an answer is read under a heading of its own; all others stand among the facts.</summary>
    public virtual bool IsProse => false;

    /// <summary>Whether it says how to reach a person.</summary>
    public virtual bool IsContact => false;

    /// <summary>Whether the limit of the form is counted while it is typed.</summary>
    public virtual bool IsCounted => false;

    public static AnswerKind Of(QuestionType type) => ByType[type];

    /// <summary>The control with which it is answered.</summary>
    /// <param name="question">The question.</param>
    /// <param name="terms">How many terms there are to choose from.</param>
    public virtual FieldKind ControlOf(FormQuestion question, int terms) =>
        terms == 0 ? FieldKind.Text : question.Closed ? FieldKind.Select : FieldKind.Catalogue;

    /// <summary>What the control offers. An answer that is not among the terms it should be chosen from stays, marked as such.</summary>
    public virtual IReadOnlyList<FieldOption> Offered(FormQuestion question, FormAnswers answers, IReadOnlyList<FieldOption> terms) =>
        question.Closed && terms.Count > 0
            ? [.. answers.List(question.Key).Where(answer => !terms.Any(term => term.Value == answer)).Distinct()
                .Select(answer => new FieldOption(answer, answer, "No está en la lista oficial.")), .. terms]
            : terms;

    /// <summary>What must be known of the answer beside its control; null when nothing must.</summary>
    public virtual string? Note(FormQuestion question, FormAnswers answers, IReadOnlyList<FieldOption> terms) => null;

    /// <summary>Where suggestions for its control are asked for; null where all that it offers is in the page.</summary>
    public virtual string? SuggestHref(FormQuestion question) => null;

    /// <summary>The answer as the control takes it; null when there is none.</summary>
    public virtual string? Value(FormQuestion question, FormAnswers answers) => answers.Text(question.Key);

    /// <summary>The items as a control of several takes them.</summary>
    public virtual IReadOnlyList<string> Values(FormQuestion question, FormAnswers answers) => IsList ? answers.List(question.Key) : [];

    /// <summary>The answer as the boxes of its control hold it, by name of box, for a script that compares and puts back.</summary>
    public virtual IEnumerable<KeyValuePair<string, string[]>> Boxes(FormQuestion question, FormAnswers answers) =>
        [new(question.Key, [Value(question, answers) ?? ""])];

    /// <summary>Takes what a browser posted. What cannot be understood is told or kept for <see cref="Wrong"/> to tell, never dropped.</summary>
    /// <param name="question">The question.</param>
    /// <param name="posted">The posted boxes.</param>
    /// <param name="answers">Where the answer goes.</param>
    /// <param name="wrong">Is told the box and a sentence when what was typed cannot even be kept.</param>
    public virtual void Take(FormQuestion question, IFormCollection posted, FormAnswers answers, Action<string, string> wrong) =>
        answers.Set(question.Key, Clean(posted[question.Key]));

    /// <summary>Reads it out of the lines of a document.</summary>
    internal abstract void Read(FormQuestion question, AnswerLines lines, FormAnswers answers);

    /// <summary>What of the lines ended in no answer: shown to whoever sent the document, never dropped in silence.</summary>
    internal virtual IEnumerable<string> Left(FormQuestion question, AnswerLines lines, FormAnswers answers) =>
        answers.IsAnswered(question.Key) ? [] : [lines.Quote];

    /// <summary>The words of the document behind the answer.</summary>
    internal virtual string Quote(AnswerLines lines) => lines.Quote;

    /// <summary>The cells of a group, row by row, each as a question with its answer: whatever is checked of an answer is checked of them.</summary>
    public virtual IEnumerable<(FormQuestion Cell, FormAnswers Answers)> Cells(FormQuestion question, FormAnswers answers) => [];

    /// <summary>What is wrong with an answer of this kind, each with what distinguishes it.</summary>
    public virtual IEnumerable<(string Mark, string Sentence)> Wrong(FormQuestion question, FormAnswers answers) => [];

    /// <summary>How an answer that is missing and required is asked for.</summary>
    public virtual string Missing(FormQuestion question) => $"Falta responder «{question.Label}».";

    /// <summary>The values by which a publication with this answer is found, as code and label.</summary>
    public virtual IEnumerable<(string Code, string Label)> FacetValues(FormQuestion question, FormAnswers answers) => [];

    /// <summary>The day (<c>yyyy-MM-dd</c>) or figure that stands between two ends; null when it has none, or is in another currency.</summary>
    public virtual string? FigureOf(FormQuestion question, FormAnswers answers, string? currency) => null;

    /// <summary>
    /// The part of an answer that somebody wrote in words of their own, which may hold what must not be published. A kind made of figures has none: ten
    /// figures are a telephone here.
    /// </summary>
    public virtual string OwnWords(FormQuestion question, FormAnswers answers) => answers.Text(question.Key) ?? "";

    /// <summary>The part of its JSON that open data gives a column of its own; null when the answer is one cell.</summary>
    public virtual string? CodeColumn => null;

    /// <summary>In a line, for people: among the facts, in a comparison, in a cell.</summary>
    public virtual string Plain(FormQuestion question, FormAnswers answers) => answers.Text(question.Key) ?? "";

    /// <summary>For the search, which reads no marks.</summary>
    public virtual string Words(FormQuestion question, FormAnswers answers) => Plain(question, answers);

    /// <summary>The same line for a page.</summary>
    public virtual string Line(FormQuestion question, FormAnswers answers) => WebUtility.HtmlEncode(Plain(question, answers));

    /// <summary>For a page, when it is <see cref="IsProse"/> or reviewed.</summary>
    public virtual string Html(FormQuestion question, FormAnswers answers) => $"<p>{Line(question, answers)}</p>\n";

    /// <summary>The answer that may be seen by anyone: contact data is masked, as a last wall. A kind made of figures gives them as they are.</summary>
    public virtual void Publish(FormQuestion question, FormAnswers answers, FormAnswers seen) =>
        seen.Set(question.Key, PersonalData.Redact(answers.Text(question.Key)!));

    /// <summary>What JSON Schema demands of it. What a person left empty is null, required or not.</summary>
    public virtual JsonObject Schema(FormQuestion question) => Limited(Types("string", "null"), question.MaxLength);

    /// <summary>Whether its box in Word takes plain text only.</summary>
    internal virtual bool IsPlainInWord(FormQuestion question) => true;

    /// <summary>Whether its box in Word has a shape to write in, also where there is no answer.</summary>
    internal virtual bool IsDrawnInWord => false;

    /// <summary>The paragraphs of its box in Word.</summary>
    internal virtual IEnumerable<XElement> Word(FormQuestion question, FormAnswers answers, DocxAnswer writer) => [writer.Line(Plain(question, answers))];

    /// <summary>One kind of line break, no NUL: PostgreSQL keeps no NUL and browsers send CR LF.</summary>
    protected static string Clean(string? text) => (text ?? "")
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace('\r', '\n')
        .Replace("\0", "", StringComparison.Ordinal);

    protected static JsonArray Types(params string[] names) => [.. names.Select(name => JsonValue.Create(name))];

    protected static JsonObject Limited(JsonNode type, int? most)
    {
        var rules = new JsonObject { ["type"] = type };
        if (most is { } length)
        {
            rules["maxLength"] = length;
        }

        return rules;
    }
}
