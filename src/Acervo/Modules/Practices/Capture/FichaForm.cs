using Acervo.Modules.Practices.Capture.Start;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Forms.Web;
using Acervo.Platform.Reference;
using Acervo.Ui.Forms;
using Acervo.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Capture;

/// <summary>Shows the official form of a ficha: its fields with where each answer was read, what to look at, and what the reviewer said.</summary>
internal sealed class FichaForm(AppDb db, FormCatalogue forms, TimeProvider clock)
{
    public FormDefinition Of(Practice practice) =>
        forms.Find(practice.FormCode, practice.FormVersion) ?? throw new NotFoundException($"form {practice.FormCode}");

    /// <summary>The fields of one section with everything that is known about them.</summary>
    public async Task<IReadOnlyList<FieldView>> FieldsAsync(
        Practice practice, FormSection section, FormAnswers answers, IReadOnlyList<ChecklistItem> checklist, IReadOnlyDictionary<string, RemarkThread> threads, CancellationToken cancel)
    {
        var reading = StoredReading.FromJson(practice.Reading);
        List<FieldView> fields = [];
        foreach (var question in section.Questions)
        {
            var options = await OptionsAsync(question.Catalogue, cancel);
            fields.Add(QuestionField.Of(question, answers, options) with
            {
                Provenance = ProvenanceOf(question, reading, checklist),
                Remarks = threads.GetValueOrDefault(question.Key),
            });
        }

        return fields;
    }

    public async Task<IReadOnlyList<FieldOption>> OptionsAsync(string? catalogue, CancellationToken cancel) => catalogue is null
        ? []
        : await db.Terms.AsNoTracking().Of(catalogue).InForce(clock.Today()).Select(term => new FieldOption(term.Name, term.Name, null)).ToListAsync(cancel);

    public IReadOnlyList<FormStep> Steps(Practice practice, IReadOnlyList<ChecklistItem> checklist, int? current) =>
    [
        .. Of(practice).Sections.Select(section => new FormStep(
            section.Number, section.Title, $"/fichas/{practice.Id}/seccion/{section.Number}", StateOf(practice, section, checklist), Current: section.Number == current)),
    ];

    private static StepState StateOf(Practice practice, FormSection section, IReadOnlyList<ChecklistItem> checklist)
    {
        var answers = practice.Answers;
        if (!section.Questions.Any(question => answers.IsAnswered(question.Key)))
        {
            return section.Questions.Any(question => question.Required) ? StepState.Empty : StepState.Done;
        }

        var open = checklist.Where(item => item.IsOpen && section.Questions.Any(question => question.Key == item.Key)).ToList();
        return open.Count == 0 ? StepState.Done : open.Exists(item => item.IsError) ? StepState.Begun : StepState.Warned;
    }

    /// <summary>An answer may deserve several looks: all are told, and the first value that would mend one is proposed.</summary>
    private static Provenance? ProvenanceOf(FormQuestion question, StoredReading? reading, IReadOnlyList<ChecklistItem> checklist)
    {
        var findings = checklist.Where(item => item.Key == question.Key && item.IsOpen && item.Id != $"required:{question.Key}").ToList();
        var (checkThis, proposal) = findings.Count == 0 ? (null, null) : (string.Join(' ', findings.Select(item => item.Sentence)), findings.Find(item => item.Proposal is not null)?.Proposal);
        if (reading?.Values.GetValueOrDefault(question.Key) is not { Quote.Length: > 0 } read)
        {
            return checkThis is null || reading is null ? null : new Provenance(null, "", Certainty.Low) { CheckThis = checkThis, Proposal = proposal };
        }

        return new Provenance(read.Page, read.Quote, SureOf(read)) { CheckThis = checkThis, Proposal = proposal };
    }

    private static Certainty SureOf(ReadValue read) => read.Confidence switch
    {
        >= 0.9 => Certainty.High,
        >= 0.7 => Certainty.Medium,
        _ => Certainty.Low,
    };
}
