using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Web;

/// <summary>Shows a question of an official form as a field of a web form.</summary>
public static class QuestionField
{
    /// <summary>An answer that is not among the terms it should be chosen from stays, marked as such: nothing is dropped silently.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answers">Where its answer is.</param>
    /// <param name="termsOf">The terms of a catalogue, none where there is no catalogue.</param>
    public static FieldView Of(FormQuestion question, FormAnswers answers, Func<string?, IReadOnlyList<FieldOption>> termsOf)
    {
        var terms = termsOf(question.Catalogue);
        IReadOnlyList<FieldOption> options = question.Closed && terms.Count > 0
            ? [.. answers.List(question.Key).Where(answer => !terms.Any(term => term.Value == answer)).Distinct()
            .Select(answer => new FieldOption(answer, answer, "No está en la lista oficial.")), .. terms]
            : terms;
        return View(question, answers, options) with { Rows = RowsOf(question, answers, termsOf) };
    }

    /// <summary>One empty row more than there are answers, as in every list: saving gives another, so the group grows without JavaScript too.</summary>
    private static FieldView[][] RowsOf(FormQuestion question, FormAnswers answers, Func<string?, IReadOnlyList<FieldOption>> termsOf)
    {
        var rows = new FormAnswers();
        rows.SetRows(question.Key, [.. answers.Rows(question.Key), new FormAnswers()]);
        return [.. question.Kind.Cells(question, rows).Select((each, place) => Of(each.Cell, each.Answers, termsOf) with
        {
            Label = question.Columns[place % question.Columns.Count].Label,
            MaxLength = null,
        }).Chunk(Math.Max(question.Columns.Count, 1))];
    }

    private static FieldView View(FormQuestion question, FormAnswers answers, IReadOnlyList<FieldOption> options) =>
        new(question.Key, question.Label, question.Kind.ControlOf(question, options.Count > 0))
        {
            Help = question.Help,
            Required = question.Required || question.OnlyIf is not null,
            MaxLength = question.Kind.IsCounted ? question.MaxLength : null,
            Options = question.Options.Count > 0 ? [.. question.Options.Select(option => new FieldOption(option, option))] : options,
            Value = question.Kind.Value(question, answers),
            Values = question.IsList ? answers.List(question.Key) : [],
        };
}
