using Acervo.Modules.Practices.Capture;
using Acervo.Platform.Calendar;
using Acervo.Platform.Forms;
using Acervo.Platform.Text;
using Acervo.Ui;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Html;

namespace Acervo.Modules.Practices.Review;

/// <summary>Puts the answers, their remarks and what changed in them together for the review screen.</summary>
internal sealed class ReviewView(Practice practice, FormDefinition form, IReadOnlyList<FieldThread> threads, bool mayRemark, FormAnswers? before)
{
    private readonly FormAnswers answers = practice.Answers;

    public IReadOnlyList<ReviewSection> Sections() =>
    [
        new ReviewSection("Presentación para el público", [Answer("summary", "Resumen", practice.Summary.Length == 0 ? null : new HtmlString($"<p>{System.Net.WebUtility.HtmlEncode(practice.Summary)}</p>"), isPrivate: false)]),
        .. form.Sections.Select(section => new ReviewSection($"{section.Number}. {section.Title}",
            [.. section.Questions.Where(Changed).Select(question => Answer(question.Key, question.Label, TextOf(question), question.Publish == PublishRule.Never))]))
            .Where(section => section.Answers.Count > 0),
    ];

    public IReadOnlyList<CheckItem> Checks(IReadOnlyList<ChecklistItem> items)
    {
        List<CheckItem> checks = [.. items.Select(item => new CheckItem(
            item.IsError ? CheckLevel.Error : CheckLevel.Warning, item.Sentence, $"#{item.Key}", item.Explanation is { Length: > 0 } why ? $"Explicación: {why}" : null))];
        var open = threads.Count(thread => thread.Root.IsOpen);
        checks.Add(open == 0
            ? new CheckItem(CheckLevel.Fine, "No hay observaciones abiertas.")
            : new CheckItem(CheckLevel.Error, $"{Spanish.Count(open, "observación abierta", "observaciones abiertas")}: resuélvalas antes de aprobar."));
        return checks;
    }

    private bool Changed(FormQuestion question) => before is null || Plain(question, before) != Plain(question, answers);

    private Answer Answer(string key, string label, IHtmlContent? text, bool isPrivate)
    {
        var mine = threads.Where(thread => thread.Field == key).ToList();
        return new Answer(key, label, text)
        {
            Private = isPrivate,
            Remarks = (mine.Find(thread => thread.Root.IsOpen) ?? mine.LastOrDefault())?.View,
            RemarkHref = mayRemark && !mine.Exists(thread => thread.Root.IsOpen) ? $"/revision/{practice.Id}/observar/{key}" : null,
        };
    }

    private IHtmlContent? TextOf(FormQuestion question)
    {
        if (before is not null)
        {
            return WordDiff.Html(Plain(question, before), Plain(question, answers));
        }

        if (!answers.IsAnswered(question.Key))
        {
            return null;
        }

        return new HtmlString(question.Type switch
        {
            QuestionType.LongText => SafeMarkdown.ToHtml(answers.Text(question.Key)),
            _ when question.IsList => $"<ul>{string.Concat(answers.List(question.Key).Select(item => $"<li>{System.Net.WebUtility.HtmlEncode(item)}</li>"))}</ul>",
            _ => $"<p>{System.Net.WebUtility.HtmlEncode(Plain(question, answers))}</p>",
        });
    }

    private static string Plain(FormQuestion question, FormAnswers from) => question.Type switch
    {
        QuestionType.Date => from.Date(question.Key)?.Long() ?? "",
        QuestionType.YesNo => from.YesNo(question.Key) switch { true => "Sí", false => "No", null => "Sin respuesta" },
        _ => from.Text(question.Key) ?? "",
    };
}
