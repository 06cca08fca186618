using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Editorial.Intake;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Kinds;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Forms.References;
using Acervo.Platform.Forms.Web;
using Acervo.Ui.Forms;
using Acervo.Ui.Parts;

namespace Acervo.Platform.Editorial.Capture;

/// <summary>Shows the official form of a ficha: its fields with where each answer was read, what to look at, and what the reviewer said.</summary>
internal sealed class DossierForm(FormCatalogue forms, ReferenceDesk references)
{
    public FormDefinition Of(Dossier dossier) =>
        forms.Find(dossier.FormCode, dossier.FormVersion) ?? throw new NotFoundException($"form {dossier.FormCode}");

    /// <summary>Reads what a browser posted for a section.</summary>
    public async Task<FormAnswers> TakeAsync(Dossier dossier, FormSection section, IFormCollection posted, Action<string, string> wrong,
        CancellationToken cancel)
    {
        var answers = PostedAnswers.Read(section.Questions, posted, wrong);
        await references.SettleAsync(section.Questions, answers, dossier.Answers, AnswerReference.KeyOf(dossier.Kind, dossier.Id), cancel);
        return answers;
    }

    /// <summary>The boxes whose words name nothing. They are kept, and whoever wrote them is told before going on.</summary>
    public static IEnumerable<(string Box, string Sentence)> Unfound(FormSection section, FormAnswers answers) =>
        from question in section.Questions
        from asked in question.Kind.Cells(question, answers).Append((Cell: question, Answers: answers))
        where asked.Cell.Kind is ReferenceKind
        from wrong in asked.Cell.Kind.Wrong(asked.Cell, asked.Answers)
        select (asked.Cell.Key, wrong.Sentence);

    /// <summary>The fields of one section with everything that is known about them.</summary>
    public async Task<IReadOnlyList<FieldView>> FieldsAsync(
        Dossier dossier, FormSection section, FormAnswers answers, IReadOnlyList<ChecklistItem> checklist, IReadOnlyDictionary<string, RemarkThread> threads,
        CancellationToken cancel)
    {
        var form = Of(dossier);
        var reading = StoredReading.FromJson(dossier.Reading);
        var asRead = dossier.AnsweredAsRead();
        var terms = await references.OffersAsync(section.Questions, answers, cancel);
        List<FieldView> fields = [];
        foreach (var question in section.Questions)
        {
            var field = QuestionField.Of(question, answers, terms);
            fields.Add(field with
            {
                Rows = [.. field.Rows.Select(row => row.Select(cell => cell with { Provenance = RemarksOf(cell.Name, checklist) }).ToList())],
                Provenance = ProvenanceOf(form, question, reading, checklist) is { } origin
                    && origin with { WasChanged = !asRead.Contains(question.Key) } is { IsQuiet: false } told ? told : null,
                Remarks = threads.GetValueOrDefault(question.Key),
            });
        }

        return fields;
    }

    /// <summary>What the checklist says of one cell stands beside it.</summary>
    private static Provenance? RemarksOf(string cell, IReadOnlyList<ChecklistItem> checklist) =>
        checklist.Where(item => item.Cell == cell && item.IsOpen && item.Id != $"required:{cell}").Select(item => item.Sentence).ToList() is { Count: > 0 } told
            ? new Provenance(null, "", Certainty.Low) { CheckThis = told }
            : null;

    /// <summary>An answer may deserve several looks: all are told, and every value that would mend one is proposed.</summary>
    private static Provenance? ProvenanceOf(FormDefinition form, FormQuestion question, StoredReading? reading, IReadOnlyList<ChecklistItem> checklist)
    {
        var findings = checklist.Where(item => item.Key == question.Key && item.Cell is null && item.IsOpen && item.Id != $"required:{question.Key}").ToList();
        var read = reading?.Values.GetValueOrDefault(question.Key) is { Quote.Length: > 0 } found ? found : null;
        return read is null && findings.Count == 0
            ? null
            : new Provenance(read?.Page, read?.Quote ?? "",
            read is null ? Certainty.Low : SureOf(read))
            {
                CheckThis = [.. findings.Select(item => item.Sentence)],
                Proposals = [.. findings.Where(item => item.Proposal is not null).Select(item => new Proposal(item.Id, item.Proposal!, WordsOf(form, item)))]
            };
    }

    private static string? WordsOf(FormDefinition form, ChecklistItem proposed) => proposed switch
    {
        { MovesTo: { } other } => $"pasar {proposed.Proposal} a «{form.Question(other)!.Label}»",
        { Instead: { } item } => $"«{proposed.Proposal}» en lugar de «{item}»",
        _ => null,
    };

    private static Certainty SureOf(ReadValue read) => read.Confidence switch
    {
        >= ReadValue.Sure => Certainty.High,
        >= 0.7 => Certainty.Medium,
        _ => Certainty.Low,
    };
}
