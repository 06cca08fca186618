using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Editorial.Intake;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Kinds;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Forms.References;
using Acervo.Platform.Forms.Web;
using Acervo.Ui;
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
                Provenance = ProvenanceOf(form, question, reading, checklist) is { } origin ? origin with { WasChanged = !asRead.Contains(question.Key) }
                : null,
                Remarks = threads.GetValueOrDefault(question.Key),
            });
        }

        return fields;
    }

    /// <summary>The way through a ficha: the sections of its form, then what the public sees of it.</summary>
    /// <param name="dossier">The ficha.</param>
    /// <param name="checklist">What is open.</param>
    /// <param name="current">The end of the address of the page that shows them, such as <c>seccion/2</c>; null on a page outside the way.</param>
    public IReadOnlyList<FormStep> Steps(Dossier dossier, IReadOnlyList<ChecklistItem> checklist, string? current)
    {
        var sections = Of(dossier).Sections;
        var (last, answers) = (sections[^1].Number, dossier.Answers);
        return
        [
            .. sections.Select(section => Step(section.Number, section.Title, $"seccion/{section.Number}",
            StateOf(answers, section, checklist)) with { Note = IsOptional(answers, section) ? "Opcional" : null }),
            Step(last + 1, "Presentación para el público", "presentacion", PresentationOf(dossier, checklist)),
            Step(last + 2, "Archivos adjuntos", "archivos", dossier.Files.Count > 0 ? StepState.Done : StepState.Empty)
                with { Note = dossier.Files.Count == 0 ? "Opcional" : Spanish.Count(dossier.Files.Count, "archivo", "archivos") },
        ];

        FormStep Step(int number, string title, string path, StepState state) =>
            new(number, title, $"/fichas/{dossier.Id}/{path}", state, Current: path == current);
    }

    private static StepState PresentationOf(Dossier dossier, IReadOnlyList<ChecklistItem> checklist) =>
        checklist.Any(item => item.IsOpen && item.Key is DossierParts.Summary or DossierParts.ChangeNote)
            ? dossier.Summary.Length == 0 ? StepState.Empty : StepState.Begun
            : StepState.Done;

    private static bool IsOptional(FormAnswers answers, FormSection section) =>
        !section.Questions.Any(question => question.Required || answers.IsAnswered(question.Key));

    private static StepState StateOf(FormAnswers answers, FormSection section, IReadOnlyList<ChecklistItem> checklist)
    {
        if (!section.Questions.Any(question => answers.IsAnswered(question.Key)))
        {
            return StepState.Empty;
        }

        var open = checklist.Where(item => item.IsOpen && section.Questions.Any(question => question.Key == item.Key)).ToList();
        return open.Count == 0 ? StepState.Done : open.Exists(item => item.IsError) ? StepState.Begun : StepState.Warned;
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
        >= 0.9 => Certainty.High,
        >= 0.7 => Certainty.Medium,
        _ => Certainty.Low,
    };
}
