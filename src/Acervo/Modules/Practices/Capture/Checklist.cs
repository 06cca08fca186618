using System.Text.RegularExpressions;
using Acervo.Modules.Practices.Capture.Start;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Text;

namespace Acervo.Modules.Practices.Capture;

/// <summary>What must be mended before review, and what deserves a look or an explanation. Nothing is corrected here: it is told.</summary>
internal static partial class Checklist
{
    public static IReadOnlyList<ChecklistItem> Of(Practice practice, FormDefinition form, DateOnly today)
    {
        var answers = practice.Answers;
        List<ChecklistItem> items = [.. Dates(practice, form, today)];
        foreach (var question in form.Questions)
        {
            items.AddRange(Of(question, answers));
        }

        items.AddRange(Presentation(practice));
        items.AddRange(Read(practice, form, answers, items));
        return [.. items.Select(item => item with { Explanation = practice.Explanations.GetValueOrDefault(item.Id) })];
    }

    private static IEnumerable<ChecklistItem> Of(FormQuestion question, FormAnswers answers)
    {
        var applies = question.OnlyIf is null || answers.YesNo(question.OnlyIf) is true;
        if ((question.Required || question.OnlyIf is not null) && applies && !answers.IsAnswered(question.Key))
        {
            yield return Error($"required:{question.Key}", question, question.Type == QuestionType.YesNo
                ? $"Marque Sí o No en «{question.Label}»."
                : $"Falta responder «{question.Label}».");
        }

        var text = answers.Text(question.Key) ?? "";
        if (question.MaxLength is { } most && text.Length > most)
        {
            yield return Error($"long:{question.Key}", question, $"«{question.Label}» tiene {text.Length:N0} caracteres y el máximo es {most:N0}. Acórtelo.");
        }

        if (question.Type == QuestionType.Emails)
        {
            foreach (var address in answers.List(question.Key).Where(address => !Address().IsMatch(address)))
            {
                yield return Error($"email:{question.Key}:{address}", question, $"«{address}» no es un correo. Escríbalo completo, como nombre@entidad.gov.co.");
            }
        }

        if (question.Publish == PublishRule.Always)
        {
            foreach (var found in PersonalData.Mobiles(text).Concat(PersonalData.PrivateEmails(text)).Distinct(StringComparer.Ordinal))
            {
                yield return Error($"private:{question.Key}:{found}", question, $"«{question.Label}» se publica y contiene un dato de contacto personal ({found}). Quítelo de la respuesta.");
            }
        }
    }

    private static IEnumerable<ChecklistItem> Dates(Practice practice, FormDefinition form, DateOnly today)
    {
        var first = form.Questions.First();
        if (practice.FilledOn is null)
        {
            yield return Error("required:filledOn", first, $"Falta la «{form.FilledOnLabel}».") with { Key = "filledOn" };
        }
        else if (practice.FilledOn > today)
        {
            yield return Error("future:filledOn", first, $"La «{form.FilledOnLabel}» es futura. Corríjala.") with { Key = "filledOn" };
        }

        foreach (var question in form.Questions.Where(question => question.Type == QuestionType.Date))
        {
            if (practice.Answers.Date(question.Key) is { } day && day > (practice.FilledOn ?? today))
            {
                yield return Warning($"late:{question.Key}", question, $"«{question.Label}» es posterior al diligenciamiento del formato. Revise las dos fechas.");
            }
        }
    }

    private static IEnumerable<ChecklistItem> Presentation(Practice practice)
    {
        if (practice.Summary.Length == 0)
        {
            yield return new ChecklistItem("required:summary", "summary", true, "Falta el resumen para el público: un párrafo que cualquiera entienda.");
        }

        if (practice.PublishedVersion > 0 && practice.ChangeNote.Length == 0)
        {
            yield return new ChecklistItem("required:changeNote", "summary", true, "Falta la nota de cambio: qué cambia respecto de la versión publicada.");
        }

        foreach (var found in PersonalData.Mobiles(practice.ChangeNote).Concat(PersonalData.PrivateEmails(practice.ChangeNote)))
        {
            yield return new ChecklistItem($"private:changeNote:{found}", "summary", true, $"La nota de cambio se publica y contiene un dato de contacto personal ({found}). Quítelo.");
        }

        foreach (var found in PersonalData.Mobiles(practice.Summary).Concat(PersonalData.PrivateEmails(practice.Summary)))
        {
            yield return new ChecklistItem($"private:summary:{found}", "summary", true, $"El resumen se publica y contiene un dato de contacto personal ({found}). Quítelo.");
        }
    }

    /// <summary>What the reader remarked, as long as the answer still is what it read.</summary>
    private static IEnumerable<ChecklistItem> Read(Practice practice, FormDefinition form, FormAnswers answers, List<ChecklistItem> known)
    {
        foreach (var seen in StoredReading.FromJson(practice.Reading)?.Observations ?? [])
        {
            if (seen.Severity == ObservationSeverity.Note || (seen.Key is not null && known.Exists(item => item.Key == seen.Key && item.IsError)))
            {
                continue;
            }

            if (seen.Key is not null && form.Question(seen.Key) is not null && practice.AnswerAsRead(seen.Key, answers))
            {
                yield return new ChecklistItem($"read:{seen.Code}:{seen.Key}", seen.Key, false, seen.Message) { Proposal = seen.Proposal };
            }
        }
    }

    private static ChecklistItem Error(string id, FormQuestion question, string sentence) => new(id, question.Key, true, sentence);

    private static ChecklistItem Warning(string id, FormQuestion question, string sentence) => new(id, question.Key, false, sentence);

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\.[^\s@]{2,}$", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
