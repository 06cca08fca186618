using System.Globalization;
using System.Text.Json.Nodes;
using Acervo.Platform.Calendar;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Forms.Reading.Values;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>A day, kept as <c>yyyy-MM-dd</c> and typed in three boxes.</summary>
internal sealed class DateKind : AnswerKind
{
    public override FieldKind ControlOf(FormQuestion question, int terms) => FieldKind.Date;

    public override IEnumerable<KeyValuePair<string, string[]>> Boxes(FormQuestion question, FormAnswers answers) =>
        Boxes(question.Key, answers.Date(question.Key));

    /// <summary>The three boxes of a day.</summary>
    public static IEnumerable<KeyValuePair<string, string[]>> Boxes(string name, DateOnly? day)
    {
        var parts = DayParts.Of(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return [new(name + ".dia", [parts.Day]), new(name + ".mes", [parts.Month]), new(name + ".anio", [parts.Year])];
    }

    public override void Take(FormQuestion question, IFormCollection posted, FormAnswers answers, Action<string, string> wrong)
    {
        var parts = DayParts.Read(posted, question.Key);
        if (!parts.IsEmpty && parts.ToDay() is null)
        {
            wrong(question.Key, $"«{question.Label}» no es una fecha que exista: revise el día, el mes y el año.");
            return;
        }

        answers.Set(question.Key, parts.ToDay());
    }

    internal override void Read(FormQuestion question, AnswerLines lines, FormAnswers answers)
    {
        var day = DateValue.Parse(lines.Lines);
        answers.Set(question.Key, day);
        var text = DateValue.Written(lines.Lines);
        if (day is null && text.Length > 0)
        {
            lines.Tell(question, "date-unreadable", ObservationSeverity.Warning,
                $"En «{question.Label}» dice «{text}», que no es una fecha completa. Escriba día, mes y año.");
        }
    }

    internal override IEnumerable<string> Left(FormQuestion question, AnswerLines lines, FormAnswers answers) =>
        [answers.Date(question.Key) is null ? DateValue.Written(lines.Lines) : DateValue.Beside(lines.Lines)];

    /// <summary>Without the captions of the boxes.</summary>
    internal override string Quote(AnswerLines lines) => DateValue.Written(lines.Lines);

    public override string Plain(FormQuestion question, FormAnswers answers) => answers.Date(question.Key)?.Long() ?? "";

    public override string? FigureOf(FormQuestion question, FormAnswers answers, string? currency) => answers.Text(question.Key);

    public override void Publish(FormQuestion question, FormAnswers answers, FormAnswers seen) => seen.Set(question.Key, answers.Date(question.Key));

    public override JsonObject Schema(FormQuestion question) => new() { ["type"] = Types("string", "null"), ["format"] = "date" };
}
