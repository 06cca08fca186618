using Acervo.Modules.Editorial.Publishing;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Web;
using Acervo.Ui;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Html;

namespace Acervo.Modules.Editorial.Review;

/// <summary>Puts everything an approval binds, its remarks and what changed in it together for the review screen.</summary>
/// <param name="dossier">What is reviewed.</param>
/// <param name="form">Its form.</param>
/// <param name="threads">Every remark on it.</param>
/// <param name="goals">The names of the goals, by number.</param>
/// <param name="adapted">The names of the dossiers it adapts or adapted, by item.</param>
/// <param name="mayRemark">Whether whoever looks has taken it.</param>
/// <param name="before">What an earlier round had; only what differs is shown then.</param>
internal sealed class ReviewView(
    Dossier dossier, FormDefinition form, IReadOnlyList<FieldThread> threads, IReadOnlyDictionary<int, string> goals,
    IReadOnlyDictionary<int, string> adapted, bool mayRemark, DossierContent? before)
{
    private readonly DossierContent now = dossier.Content;

    public IReadOnlyList<ReviewSection> Sections(IReadOnlyList<ChecklistItem> demands)
    {
        string[] presented = [DossierParts.Summary, DossierParts.Goals, DossierParts.Adapts, DossierParts.ChangeNote, DossierParts.Files];
        return
        [
            .. new[]
            {
                Section("conjunto", "La ficha en conjunto", Whole(), [DossierParts.Whole]),
                Section("presentacion", "Presentación para el público", Presentation(), presented),
            }.Concat(form.Sections.Select(section => Section($"{section.Number}", $"{section.Number}. {section.Title}", Of(section), KeysOf(section))))
                .Where(section => section.Answers.Count > 0),
        ];

        ReviewSection Section(string id, string title, IEnumerable<Answer> answers, string[] keys) => new($"parte-{id}", title, [.. answers],
            threads.Count(thread => thread.Root.IsOpen && keys.Contains(thread.Field)), demands.Count(item => item.IsOpen && keys.Contains(item.Key)));
    }

    public IReadOnlyList<CheckItem> Checks(IReadOnlyList<ChecklistItem> items)
    {
        List<CheckItem> checks = [.. items.Select(item => new CheckItem(
            item.IsError ? CheckLevel.Error : CheckLevel.Warning, item.Sentence, item.Resembles?.Href ?? $"#{item.Key}",
            item.Explanation is { Length: > 0 } why ? $"Explicación: {why}" : null))];
        var open = threads.Count(thread => thread.Root.IsOpen);
        checks.Add(open == 0
            ? new CheckItem(CheckLevel.Fine, "No hay observaciones abiertas.")
            : new CheckItem(CheckLevel.Error,
            $"{Spanish.Count(open, "observación abierta: resuélvala", "observaciones abiertas: resuélvalas")} antes de aprobar."));
        return checks;
    }

    private string[] KeysOf(FormSection section) =>
        [.. section == form.Sections[0] ? [DossierParts.FilledOn] : Array.Empty<string>(), .. section.Questions.Select(question => question.Key)];

    private IEnumerable<Answer> Whole()
    {
        if (before is null && (mayRemark || threads.Any(thread => thread.Field == DossierParts.Whole)))
        {
            yield return Answer(DossierParts.Whole, new HtmlString("<p class=\"soft\">Lo que no es de una respuesta en particular.</p>"));
        }
    }

    private IEnumerable<Answer> Presentation()
    {
        if (Shows(DossierParts.Summary, before?.Summary, now.Summary) is { } summary)
        {
            yield return summary;
        }

        if (Shows(DossierParts.Goals, before is null ? null : NamesOf(before.Goals), NamesOf(now.Goals)) is { } aims)
        {
            yield return aims;
        }

        if ((now.Adapts ?? before?.Adapts) is not null
            && Shows(DossierParts.Adapts, before is null ? null : TitleOf(before.Adapts), TitleOf(now.Adapts)) is { } source)
        {
            yield return source;
        }

        if (dossier.PublishedVersion > 0 && Shows(DossierParts.ChangeNote, before?.ChangeNote, now.ChangeNote) is { } note)
        {
            yield return note;
        }

        if (before is not null && Shows(DossierParts.Files, FilesOf(before), FilesOf(now)) is { } changed)
        {
            yield return changed;
        }
        else if (before is null)
        {
            yield return Answer(DossierParts.Files,
                new HtmlString(dossier.Files.Count == 0 ? "<p class=\"soft\">Sin archivos.</p>"
                : $"<ul>{string.Concat(dossier.Files.Select(FileLine))}</ul>"));
        }
    }

    private IEnumerable<Answer> Of(FormSection section)
    {
        if (section == form.Sections[0] && form.FilledOnLabel is not null
            && Shows(DossierParts.FilledOn, before is null ? null : before.FilledOn?.Long() ?? "", now.FilledOn?.Long() ?? "") is { } day)
        {
            yield return day;
        }

        foreach (var question in section.Questions.Where(question => before is null || Plain(question, before.Answers) != Plain(question, now.Answers)))
        {
            yield return Answer(question.Key, TextOf(question)) with { Private = question.Publish == PublishRule.Never };
        }
    }

    /// <summary>A plain text, whole or as its changes; null when changes are asked for and there are none.</summary>
    private Answer? Shows(string key, string? old, string text) => before is null
        ? Answer(key, text.Length == 0 ? null : new HtmlString($"<p>{Encoded(text).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"))
        : old == text ? null : Answer(key, WordDiff.Html(old ?? "", text));

    private Answer Answer(string key, IHtmlContent? text)
    {
        var mine = threads.Where(thread => thread.Field == key).ToList();
        return new Answer(key, DossierParts.LabelOf(form, key)!, text)
        {
            Remarks = (mine.Find(thread => thread.Root.IsOpen) ?? mine.LastOrDefault())?.View,
            RemarkHref = mayRemark && !mine.Exists(thread => thread.Root.IsOpen) ? $"/revision/{dossier.Id}/observar/{key}" : null,
        };
    }

    private IHtmlContent? TextOf(FormQuestion question)
    {
        if (before is not null)
        {
            return question switch
            {
                { IsList: true } => LineDiff.List(question.Kind.Values(question, before.Answers), question.Kind.Values(question, now.Answers)),
                { Kind.IsProse: true } => LineDiff.Paragraphs(Plain(question, before.Answers), Plain(question, now.Answers)),
                _ => WordDiff.Html(Plain(question, before.Answers), Plain(question, now.Answers)),
            };
        }

        if (!now.Answers.IsAnswered(question.Key))
        {
            return null;
        }

        var section = form.Sections.First(part => part.Questions.Contains(question));
        return new HtmlString(PeopleRows.Html(section, question, now.Answers) ?? question.Kind.Html(question, now.Answers));
    }

    private string NamesOf(IReadOnlyList<int> numbers) => string.Join('\n', numbers.Select(number => $"{number}. {goals.GetValueOrDefault(number, "")}"));

    private string TitleOf(int? item) => item is { } known ? adapted.GetValueOrDefault(known, "") : "";

    private static string FilesOf(DossierContent content) => string.Join('\n', content.Files.Select(file => $"{file.Name} ({file.Sha256[..8]})"));

    private string FileLine(DossierFile file) =>
        $"<li><a href=\"/fichas/{dossier.Id}/archivos/{file.Id}\">{Encoded(file.Name)}</a> <span class=\"small soft\">original, "
            + $"{Spanish.Bytes(file.Size)}</span>{CopyLines.Of(file)}</li>";

    private static string Encoded(string text) => System.Net.WebUtility.HtmlEncode(text);

    private static string Plain(FormQuestion question, FormAnswers from) => question.Kind.Plain(question, from);
}
