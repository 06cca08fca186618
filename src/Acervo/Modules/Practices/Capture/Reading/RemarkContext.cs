using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Practices.Capture.Reading;

/// <summary>What remarks compare a reading with.</summary>
public sealed record RemarkReference
{
    /// <summary>Mail domains of the entity; a domain a letter or two away from one of these is taken for a slip.</summary>
    public IReadOnlyList<string> MailDomains { get; init; } = ["alcaldiabogota.gov.co", "example.gov.co"];

    public PolicyCatalogue Policies { get; init; } = PolicyCatalogue.Shipped;

    /// <summary>Names of the files that came with the form.</summary>
    public IReadOnlyCollection<string> AttachedFiles { get; init; } = [];
}

/// <summary>One reading under remark, with the questions every check asks of it.</summary>
internal sealed record RemarkContext(FormReading Reading, RemarkReference Reference)
{
    public FormAnswers Answers => Reading.Answers;

    public IEnumerable<FormQuestion> Of(params QuestionType[] types) => Reading.Form.Questions.Where(question => types.Contains(question.Type));

    /// <summary>The long answers that were given, with their questions.</summary>
    public IEnumerable<(FormQuestion Question, string Text)> Prose() =>
        Of(QuestionType.LongText).Select(question => (question, Text: Answers.Text(question.Key) ?? "")).Where(answer => answer.Text.Length > 0);

    public string Quote(string key) => Reading.Values.GetValueOrDefault(key)?.Quote ?? "";

    public static string Shown(string text) => text.Length <= 90 ? text : text[..text.LastIndexOf(' ', 88)] + "…";
}
