using System.Globalization;
using System.Text.Json.Nodes;
using Acervo.Platform.Calendar;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Forms.Reading.Values;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>From a day to a day, both included, kept as ISO 8601 writes it: <c>2026-02-01/2026-06-30</c>; either end may be open (<c>..</c>).</summary>
internal sealed class PeriodKind : AnswerKind
{
    private const string Open = "..";

    public override FieldKind ControlOf(FormQuestion question, int terms) => FieldKind.Period;

    public override IEnumerable<KeyValuePair<string, string[]>> Boxes(FormQuestion question, FormAnswers answers)
    {
        var (from, to) = Ends(answers.Text(question.Key));
        return [.. DateKind.Boxes(question.Key + ".desde", from), .. DateKind.Boxes(question.Key + ".hasta", to)];
    }

    public override void Take(FormQuestion question, IFormCollection posted, FormAnswers answers, Action<string, string> wrong)
    {
        var (from, to) = (DayParts.Read(posted, question.Key + ".desde"), DayParts.Read(posted, question.Key + ".hasta"));
        if ((!from.IsEmpty && from.ToDay() is null) || (!to.IsEmpty && to.ToDay() is null))
        {
            wrong(question.Key, $"En «{question.Label}» hay una fecha que no existe: revise el día, el mes y el año.");
            return;
        }

        answers.Set(question.Key, from.IsEmpty && to.IsEmpty ? null : $"{Written(from.ToDay())}/{Written(to.ToDay())}");
    }

    internal override void Read(FormQuestion question, AnswerLines lines, FormAnswers answers)
    {
        var text = TextValue.Line(lines.Lines) ?? "";
        var days = PeriodValue.Days(text);
        answers.Set(question.Key, days is [var from, var to] ? $"{Written(from)}/{Written(to)}" : null);
        if (days.Count != 2 && text.Length > 0)
        {
            lines.Tell(question, "period-unreadable", ObservationSeverity.Warning,
                $"En «{question.Label}» dice «{text}», donde no se leen dos fechas completas. Escriba desde cuándo y hasta cuándo.");
        }
    }

    public override IEnumerable<(string Mark, string Sentence)> Wrong(FormQuestion question, FormAnswers answers) =>
        Ends(answers.Text(question.Key)) is ({ } from, { } to) && to < from
            ? [($"period:{question.Key}", $"«{question.Label}» termina antes de empezar. Revise las dos fechas.")]
            : [];

    public override string Plain(FormQuestion question, FormAnswers answers) => Ends(answers.Text(question.Key)) switch
    {
        ({ } from, { } to) => $"Del {from.Long()} al {to.Long()}",
        ({ } from, null) => $"Desde el {from.Long()}",
        (null, { } to) => $"Hasta el {to.Long()}",
        _ => "",
    };

    public override void Publish(FormQuestion question, FormAnswers answers, FormAnswers seen) => seen.Set(question.Key, answers.Text(question.Key));

    public override JsonObject Schema(FormQuestion question) => new()
    {
        ["type"] = Types("string", "null"),
        ["pattern"] = @"^(\d{4}-\d{2}-\d{2}|\.\.)/(\d{4}-\d{2}-\d{2}|\.\.)$",
    };

    private static (DateOnly? From, DateOnly? To) Ends(string? kept) => kept?.Split('/') is [var from, var to] ? (Day(from), Day(to)) : (null, null);

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Open;
}
