using System.Globalization;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Web;

/// <summary>Shows a question of an official form as a field of a web form.</summary>
public static class QuestionField
{
    /// <summary>An answer that is not among the terms it should be chosen from stays, marked as such: nothing is dropped silently.</summary>
    public static FieldView Of(FormQuestion question, FormAnswers answers, IReadOnlyList<FieldOption> terms)
    {
        IReadOnlyList<FieldOption> options = question.Closed && terms.Count > 0
            ? [.. answers.List(question.Key).Where(answer => !terms.Any(term => term.Value == answer)).Distinct()
            .Select(answer => new FieldOption(answer, answer, "No está en la lista oficial.")), .. terms]
            : terms;
        return View(question, answers, options);
    }

    private static FieldView View(FormQuestion question, FormAnswers answers, IReadOnlyList<FieldOption> options) =>
        new(question.Key, question.Label, KindOf(question, options))
        {
            Help = question.Help,
            Required = question.Required || question.OnlyIf is not null,
            MaxLength = question.Type == QuestionType.LongText ? question.MaxLength : null,
            Options = options,
            Value = question.Type switch
            {
                QuestionType.Date => answers.Date(question.Key)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                QuestionType.YesNo => answers.YesNo(question.Key) switch { true => "true", false => "false", null => "" },
                _ => answers.Text(question.Key),
            },
            Values = question.IsList ? answers.List(question.Key) : [],
        };

    private static FieldKind KindOf(FormQuestion question, IReadOnlyList<FieldOption> options) => question.Type switch
    {
        QuestionType.LongText => FieldKind.LongText,
        QuestionType.Date => FieldKind.Date,
        QuestionType.YesNo => FieldKind.YesNo,
        QuestionType.Phones => FieldKind.Phones,
        QuestionType.Emails => FieldKind.Emails,
        QuestionType.List when question.Closed && options.Count > 0 => question.ParallelTo is null ? FieldKind.Checks : FieldKind.Selects,
        QuestionType.List or QuestionType.People or QuestionType.Attachments => FieldKind.List,
        _ when question.Closed && options.Count > 0 => FieldKind.Select,
        _ => options.Count > 0 ? FieldKind.Catalogue : FieldKind.Text,
    };
}
