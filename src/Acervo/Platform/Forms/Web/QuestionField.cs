using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Web;

/// <summary>Shows a question of an official form as a field of a web form.</summary>
public static class QuestionField
{
    /// <param name="question">The question.</param>
    /// <param name="answers">Where its answer is.</param>
    /// <param name="termsOf">What there is to choose from, nothing where there is no catalogue.</param>
    public static FieldView Of(FormQuestion question, FormAnswers answers, Func<FormQuestion, IReadOnlyList<FieldOption>> termsOf) =>
        View(question, answers, termsOf(question)) with { Rows = RowsOf(question, answers, termsOf) };

    /// <summary>One empty row more than there are answers, as in every list: saving gives another, so the group grows without JavaScript too.</summary>
    private static FieldView[][] RowsOf(FormQuestion question, FormAnswers answers, Func<FormQuestion, IReadOnlyList<FieldOption>> termsOf)
    {
        var rows = new FormAnswers();
        rows.SetRows(question.Key, [.. answers.Rows(question.Key), new FormAnswers()]);
        return [.. question.Kind.Cells(question, rows).Select((each, place) => Of(each.Cell, each.Answers, termsOf) with
        {
            Label = question.Columns[place % question.Columns.Count].Label,
            MaxLength = null,
        }).Chunk(Math.Max(question.Columns.Count, 1))];
    }

    private static FieldView View(FormQuestion question, FormAnswers answers, IReadOnlyList<FieldOption> terms) =>
        new(question.Key, question.Label, question.Kind.ControlOf(question, terms.Count))
        {
            Help = (question.ScreenHelp ?? question.Help) is { Length: > 0 } help ? help : null,
            Required = question.Required || question.OnlyIf is not null,
            MaxLength = question.Kind.IsCounted ? question.MaxLength : null,
            Options = question.Options.Count > 0 ? [.. question.Options.Select(option => new FieldOption(option, option))]
                : question.Kind.Offered(question, answers, terms),
            Note = question.Kind.Note(question, answers, terms),
            SuggestHref = question.Kind.SuggestHref(question),
            Value = question.Kind.Value(question, answers),
            Values = question.Kind.Values(question, answers),
        };
}
