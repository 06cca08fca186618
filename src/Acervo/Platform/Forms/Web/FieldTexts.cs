using System.Globalization;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Web;

/// <summary>The answers of some questions as the fields of a web form hold them, so that a script can compare and put them back.</summary>
public static class FieldTexts
{
    /// <summary>Field name to what its boxes hold, in order; a date has three fields.</summary>
    public static Dictionary<string, string[]> Of(IEnumerable<FormQuestion> questions, FormAnswers answers)
    {
        Dictionary<string, string[]> texts = new(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            switch (question.Type)
            {
                case QuestionType.Date:
                    AddDay(texts, question.Key, answers.Date(question.Key));
                    break;
                case QuestionType.YesNo:
                    texts[question.Key] = [answers.YesNo(question.Key) switch { true => "true", false => "false", null => "" }];
                    break;
                default:
                    texts[question.Key] = question.IsList ? [.. answers.List(question.Key)] : [answers.Text(question.Key) ?? ""];
                    break;
            }
        }

        return texts;
    }

    public static void AddDay(Dictionary<string, string[]> texts, string name, DateOnly? day)
    {
        var parts = DayParts.Of(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        (texts[name + ".dia"], texts[name + ".mes"], texts[name + ".anio"]) = ([parts.Day], [parts.Month], [parts.Year]);
    }
}
