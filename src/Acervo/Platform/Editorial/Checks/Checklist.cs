using Acervo.Platform.Editorial.Intake;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Text;

namespace Acervo.Platform.Editorial.Checks;

/// <summary>What must be mended before review, and what deserves a look or an explanation. Nothing is corrected here: it is told.</summary>
internal static class Checklist
{
    /// <summary>What the form itself demands, and what a careful colleague would remark.</summary>
    public static IReadOnlyList<ChecklistItem> Of(Dossier dossier, FormDefinition form, IReadOnlyList<Observation> remarks, DateOnly today)
    {
        var demanded = Of(dossier, form, today);
        return [.. demanded, .. Remarked(dossier, form, remarks, demanded).DistinctBy(item => item.Id)];
    }

    /// <summary>What the form itself demands.</summary>
    public static IReadOnlyList<ChecklistItem> Of(Dossier dossier, FormDefinition form, DateOnly today)
    {
        var answers = dossier.Answers;
        return
        [
            .. Dates(dossier, form, answers, today), .. form.Questions.SelectMany(question => Of(question, answers)), .. Presentation(dossier),
            .. Doubtful(DossierParts.ChangeNote, "La nota de cambio", dossier.ChangeNote), .. Doubtful(DossierParts.Summary, "El resumen", dossier.Summary),
            .. Attached(dossier),
        ];
    }

    /// <summary>The same findings with why each is left as it is.</summary>
    public static IReadOnlyList<ChecklistItem> Explained(Dossier dossier, IEnumerable<ChecklistItem> items) =>
        [.. items.Select(item => item with { Explanation = dossier.Explanations.GetValueOrDefault(item.Id) })];

    /// <summary>The text of the document behind each answer that is still as it was read, by question.</summary>
    public static IReadOnlyDictionary<string, string> Quotes(Dossier dossier)
    {
        var asRead = dossier.AnsweredAsRead();
        return StoredReading.FromJson(dossier.Reading) is { } reading
            ? reading.Values.Where(value => asRead.Contains(value.Key)).ToDictionary(value => value.Key, value => value.Value.Quote, StringComparer.Ordinal)
            : [];
    }

    private static IEnumerable<ChecklistItem> Of(FormQuestion question, FormAnswers answers)
    {
        foreach (var (cell, inner) in question.Kind.Cells(question, answers))
        {
            foreach (var item in Of(cell, inner))
            {
                yield return item with { Key = question.Key, Cell = cell.Key };
            }
        }

        var applies = question.OnlyIf is null || answers.YesNo(question.OnlyIf) is true;
        if ((question.Required || question.OnlyIf is not null) && applies && !answers.IsAnswered(question.Key))
        {
            yield return Error($"required:{question.Key}", question, question.Kind.Missing(question));
        }

        var text = question.Kind.OwnWords(question, answers);
        if (question.MaxLength is { } most && text.Length > most)
        {
            yield return Error($"long:{question.Key}", question,
                $"«{question.Label}» tiene {text.Length:N0} caracteres y el máximo es {most:N0}. Acorte la respuesta.");
        }

        foreach (var (mark, sentence) in question.Kind.Wrong(question, answers))
        {
            yield return Error(mark, question, sentence);
        }

        if (question.Publish == PublishRule.Always && question.Columns.Count == 0)
        {
            foreach (var found in PersonalData.Mobiles(text).Concat(PersonalData.PrivateEmails(text)).Distinct(StringComparer.Ordinal))
            {
                yield return Error($"private:{question.Key}:{found}", question,
                    $"«{question.Label}» se publica y contiene un dato de contacto personal ({found}). Quítelo de la respuesta.");
            }

            foreach (var found in PersonalData.Doubtful(text))
            {
                yield return Warning($"look:{question.Key}:{found}", question,
                    $"«{question.Label}» se publica y «{found}» parece un dato de contacto o de identidad. Quítelo, o explique por qué puede publicarse.");
            }
        }
    }

    private static IEnumerable<ChecklistItem> Dates(Dossier dossier, FormDefinition form, FormAnswers answers, DateOnly today)
    {
        var first = form.Questions.First();
        if (form.FilledOnLabel is { } missing && dossier.FilledOn is null)
        {
            yield return Error("required:filledOn", first, $"Falta la «{missing}».") with { Key = DossierParts.FilledOn };
        }

        if (form.FilledOnLabel is { } label && dossier.FilledOn > today)
        {
            yield return Error("future:filledOn", first, $"La «{label}» es futura. Corríjala.") with { Key = DossierParts.FilledOn };
        }

        foreach (var question in form.Questions.Where(question => question.Type == QuestionType.Date))
        {
            if (answers.Date(question.Key) is { } day && day > (dossier.FilledOn ?? today))
            {
                yield return Warning($"late:{question.Key}", question,
                    $"«{question.Label}» es posterior al diligenciamiento del formato. Revise las dos fechas.");
            }
        }
    }

    private static IEnumerable<ChecklistItem> Presentation(Dossier dossier)
    {
        if (dossier.Summary.Length == 0)
        {
            yield return new ChecklistItem("required:summary", DossierParts.Summary, true,
                "Falta el resumen para el público: un párrafo que cualquiera entienda.");
        }

        foreach (var (part, sentence) in TooLong(dossier))
        {
            yield return new ChecklistItem($"long:{part}", part, true, sentence);
        }

        if (dossier.PublishedVersion > 0 && dossier.ChangeNote.Length == 0)
        {
            yield return new ChecklistItem("required:changeNote", DossierParts.ChangeNote, true,
                "Falta la nota de cambio: qué cambia respecto de la versión publicada.");
        }

        foreach (var found in PersonalData.Mobiles(dossier.ChangeNote).Concat(PersonalData.PrivateEmails(dossier.ChangeNote)))
        {
            yield return new ChecklistItem($"private:changeNote:{found}", DossierParts.ChangeNote, true,
                $"La nota de cambio se publica y contiene un dato de contacto personal ({found}). Quítelo.");
        }

        foreach (var found in PersonalData.Mobiles(dossier.Summary).Concat(PersonalData.PrivateEmails(dossier.Summary)))
        {
            yield return new ChecklistItem($"private:summary:{found}", DossierParts.Summary, true,
                $"El resumen se publica y contiene un dato de contacto personal ({found}). Quítelo.");
        }
    }

    /// <summary>The parts of its card that are kept and are too long to be sent.</summary>
    public static IEnumerable<(string Part, string Sentence)> TooLong(Dossier dossier)
    {
        if (dossier.Summary.Length > Dossier.LongestSummary)
        {
            yield return (DossierParts.Summary,
                $"El resumen tiene {dossier.Summary.Length:N0} caracteres y el máximo es {Dossier.LongestSummary}. Acórtelo.");
        }

        if (dossier.ChangeNote.Length > Dossier.LongestNote)
        {
            yield return (DossierParts.ChangeNote,
                $"La nota de cambio tiene {dossier.ChangeNote.Length:N0} caracteres y el máximo es {Dossier.LongestNote}. Acórtela.");
        }
    }

    private static IEnumerable<ChecklistItem> Doubtful(string part, string name, string text) => PersonalData.Doubtful(text).Select(found =>
        new ChecklistItem($"look:{part}:{found}", part, false,
        $"{name} se publica y «{found}» parece un dato de contacto o de identidad. Quítelo, o explique por qué puede publicarse."));

    /// <summary>A file is downloaded as it is: whoever attaches it takes contact data out, or says why it may be read.</summary>
    private static IEnumerable<ChecklistItem> Attached(Dossier dossier) =>
        dossier.Files.Where(file => file.ContactWords is not null)
            .Select(file => new ChecklistItem(file.ContactsName, DossierParts.Files, false, $"«{file.Name}» se podrá descargar y {Contacts(file)}"));

    private static string Contacts(DossierFile file) => (file.FoundContacts, file.IsBeingLooked) switch
    {
        ("", true) => "todavía se está revisando si contiene datos de contacto personales. Espere a que termine o, si no puede esperar, ábralo, compruébelo y "
            + "diga aquí qué encontró.",
        ("", false) => "no se pudo revisar si contiene datos de contacto personales. Ábralo, compruébelo y diga aquí qué encontró.",
        var (found, isBeingLooked) => $"contiene datos de contacto personales ({found}). "
            + (isBeingLooked ? "El resto se está revisando. " : file.IsUnread ? "Una parte no se revisó. " : "")
            + "Quítelos del archivo y adjúntelo de nuevo.",
    };

    /// <summary>What the reader remarked about answers that are still as it read them, and what the answers say as they are now.</summary>
    private static IEnumerable<ChecklistItem> Remarked(
        Dossier dossier, FormDefinition form, IReadOnlyList<Observation> remarks, IReadOnlyList<ChecklistItem> known)
    {
        var asRead = dossier.AnsweredAsRead();
        var read = StoredReading.FromJson(dossier.Reading)?.Observations ?? [];
        var seen = read.Where(remark => remark.Key is not null && asRead.Contains(remark.Key)).Concat(remarks);
        foreach (var remark in seen.Where(remark => remark.Severity != ObservationSeverity.Note && form.Question(remark.Key ?? "") is not null
            && !known.Any(item => Says(item, remark))))
        {
            var part = remark.Cell is null ? remark.Key! : $"{remark.Key}.{remark.Cell}";
            yield return new ChecklistItem($"read:{remark.Code}:{part}:{TextMark.Of(remark.Message)}", remark.Key!, false, remark.Message)
            {
                Proposal = remark.Proposal,
                Instead = remark.Instead,
                MovesTo = remark.MovesTo,
                IsParallel = form.Question(remark.Key!)!.ParallelTo is not null,
                Cell = remark.Cell,
            };
        }
    }

    /// <summary>Whether the list already says it: an error on the same answer comes first, and dates have a rule of their own.</summary>
    private static bool Says(ChecklistItem item, Observation remark) =>
        item.Key == remark.Key && item.Cell == remark.Cell && (item.IsError || item.Id == $"late:{remark.Key}");

    private static ChecklistItem Error(string id, FormQuestion question, string sentence) => new(id, question.Key, true, sentence);

    private static ChecklistItem Warning(string id, FormQuestion question, string sentence) => new(id, question.Key, false, sentence);
}
