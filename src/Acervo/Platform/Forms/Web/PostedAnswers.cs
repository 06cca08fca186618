
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
            question.Kind.Take(question, posted, answers, wrong);
        }

        return answers;
    }
}
