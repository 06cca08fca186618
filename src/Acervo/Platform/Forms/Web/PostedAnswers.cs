using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Web;

/// <summary>Reads the answers that a browser posted for some questions of a form. What cannot be understood is told, never dropped.</summary>
public static class PostedAnswers
{
    /// <param name="questions">The questions that stood on the page.</param>
    /// <param name="posted">The posted fields, by question key; a date in <c>key.dia</c>, <c>key.mes</c> and <c>key.anio</c>.</param>
    /// <param name="wrong">Is told the key and a sentence for each answer that is not well formed.</param>
    public static FormAnswers Read(IEnumerable<FormQuestion> questions, IFormCollection posted, Action<string, string> wrong)
    {
        var answers = new FormAnswers();
        foreach (var question in questions)
        {
            Read(question, posted, answers, wrong);
        }

        return answers;
    }

    private static void Read(FormQuestion question, IFormCollection posted, FormAnswers answers, Action<string, string> wrong)
    {
        switch (question.Type)
        {
            case QuestionType.Date:
                var parts = DayParts.Read(posted, question.Key);
                if (!parts.IsEmpty && parts.ToDay() is null)
                {
                    wrong(question.Key, $"«{question.Label}» no es una fecha que exista: revise el día, el mes y el año.");
                    return;
                }

                answers.Set(question.Key, parts.ToDay());
                break;
            case QuestionType.YesNo:
                answers.Set(question.Key, bool.TryParse(posted[question.Key], out var mark) ? mark : (bool?)null);
                break;
            default:
                if (question.IsList)
                {
                    answers.Set(question.Key, posted[question.Key].Select(item => Clean(item).Trim()).Where(item => item.Length > 0));
                }
                else
                {
                    answers.Set(question.Key, Clean(posted[question.Key]));
                }

                break;
        }
    }

    /// <summary>One kind of line break, no NUL: PostgreSQL keeps no NUL and browsers send CR LF.</summary>
    private static string Clean(string? text) => (text ?? "")
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace('\r', '\n')
        .Replace("\0", "", StringComparison.Ordinal);
}
