using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Practices.Reading;

/// <summary>What remarks compare answers with.</summary>
public sealed record RemarkReference
{
    /// <summary>Mail domains of the entity; a domain a letter or two away from one of these is taken for a slip.</summary>
    public IReadOnlyList<string> MailDomains { get; init; } = ["alcaldiabogota.gov.co", "example.gov.co"];

    public PolicyCatalogue Policies { get; init; } = PolicyCatalogue.Shipped;

    /// <summary>Names of the files that came with the form.</summary>
    public IReadOnlyCollection<string> AttachedFiles { get; init; } = [];
}

/// <summary>The answers under remark, with the questions every check asks of them.</summary>
/// <param name="Form">The form they answer.</param>
/// <param name="Answers">The answers as they are now.</param>
/// <param name="FilledOn">The day on the form.</param>
/// <param name="Quotes">The text of the document behind each answer that is still as it was read, by question.</param>
/// <param name="Reference">What they are compared with.</param>
public sealed record RemarkContext(FormDefinition Form, FormAnswers Answers, DateOnly? FilledOn, IReadOnlyDictionary<string, string> Quotes,
    RemarkReference Reference)
{
    /// <summary>What is longer than this is not read for remarks: no answer to a form is, and it would cost every look at it seconds.</summary>
    private const int LongestText = 200_000;

    /// <summary>A form as it was just read.</summary>
    public static RemarkContext Of(FormReading reading, RemarkReference reference) => new(
        reading.Form, reading.Answers, reading.FilledOn, reading.Values.ToDictionary(pair => pair.Key, pair => pair.Value.Quote, StringComparer.Ordinal),
        reference);

    public IEnumerable<FormQuestion> Of(params QuestionType[] types) => Form.Questions.Where(question => types.Contains(question.Type));

    /// <summary>The long answers that were given, with their questions.</summary>
    public IEnumerable<(FormQuestion Question, string Text)> Prose() =>
        Of(QuestionType.LongText).Select(question => (question, Text: Answers.Text(question.Key) ?? ""))
        .Where(answer => answer.Text.Length is > 0 and <= LongestText);

    public string Quote(string key) => Quotes.GetValueOrDefault(key, "");

    public static string Shown(string text)
    {
        var space = text.Length <= 90 ? 0 : text.LastIndexOf(' ', 88);
        return text.Length <= 90 ? text : text[..(space > 20 ? space : 88)] + "…";
    }
}
