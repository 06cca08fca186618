using System.Text.RegularExpressions;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Practices.Reading;

/// <summary>Remarks about people, units and processes: an office where a name belongs, lists that do not match, a unit named twice.</summary>
internal static partial class PeopleRemarks
{
    private const int LongestProcess = 120;

    public static IEnumerable<Observation> Of(RemarkContext context) => [.. Offices(context), .. Counts(context), .. Units(context)];

    private static IEnumerable<Observation> Offices(RemarkContext context) =>
        from question in context.Of(QuestionType.Person, QuestionType.People)
        from name in context.Answers.List(question.Key)
        where Office().IsMatch(name)
        select new Observation(question.Key, "office-as-person", ObservationSeverity.Warning,
            $"En «{question.Label}» dice «{RemarkContext.Shown(name)}», que parece una dependencia o un cargo. Escriba el nombre y los apellidos "
                + "de la persona.");

    /// <summary>Lists that run side by side must have as many items; which belongs to whom is never guessed.</summary>
    private static IEnumerable<Observation> Counts(RemarkContext context)
    {
        foreach (var question in context.Form.Questions.Where(question => question.ParallelTo is not null || question.Type == QuestionType.Emails))
        {
            var other = context.Form.Question(question.ParallelTo ?? context.Of(QuestionType.People).FirstOrDefault()?.Key ?? "");
            var (items, people) = (context.Answers.List(question.Key).Count, other is null ? 0 : context.Answers.List(other.Key).Count);
            if (other is not null && items > 0 && people > 0 && items != people)
            {
                yield return new Observation(question.Key, "counts-differ", ObservationSeverity.Note,
                    $"Hay {people} en «{other.Label}» y {items} en «{question.Label}». Escriba uno por persona, en el mismo orden.");
            }
        }
    }

    private static IEnumerable<Observation> Units(RemarkContext context)
    {
        var (unit, group, process) = (context.Answers.Text("responsible_unit"), context.Answers.Text("work_group"), context.Answers.Text("process"));
        if (unit is not null && group is not null && Words.Key(unit) == Words.Key(group))
        {
            yield return new Observation("work_group", "unit-repeated", ObservationSeverity.Note,
                unit == group
                    ? $"El equipo de trabajo repite la dependencia («{unit}»). Escriba el equipo o grupo, o confirme que es el mismo."
                    : $"El equipo de trabajo («{group}») es la misma dependencia («{unit}») escrita de otra manera. Escriba el equipo o grupo, o deje los dos "
                        + "nombres iguales.");
        }

        if (process is not null && (process.Length > LongestProcess || SentenceEnd().IsMatch(process)))
        {
            yield return new Observation("process", "process-is-text", ObservationSeverity.Warning,
                "El proceso es un párrafo y debe ser el nombre de un proceso de la entidad. Elija el proceso y pase la explicación a la descripción.");
        }
    }

    [GeneratedRegex(@"^(?:la |el )?(?:direcci[oó]n|oficina|secretar[ií]a|subsecretar[ií]a|subdirecci[oó]n|consejer[ií]a|despacho|alcald[ií]a|departamento|"
        + @"unidad|grupo|equipo|gerencia|jefatura|director|directora|subdirector|subdirectora|jefe|jefa|secretario|secretaria|profesional|asesor|asesora)\b",
        RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Office();

    [GeneratedRegex(@"[.;]\s+\p{Lu}", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex SentenceEnd();
}
