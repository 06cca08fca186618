using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Practices.Reading;

/// <summary>Remarks about what the form asks for and nobody answered. An unmarked «Sí/No» is no «No».</summary>
internal static class UnansweredRemarks
{
    public static IEnumerable<Observation> Of(RemarkContext context)
    {
        foreach (var question in context.Form.Questions.Where(question => context.Quotes.ContainsKey(question.Key)
            && !context.Answers.IsAnswered(question.Key)))
        {
            if (question.Type == QuestionType.YesNo)
            {
                yield return new Observation(question.Key, "yes-no-unmarked", ObservationSeverity.Warning,
                    $"En «{question.Label}» no se marcó ni «Sí» ni «No». Marque una de las dos; sin marca no se entiende como «No».");
            }
            else if (question.Required && context.Quote(question.Key).Length == 0)
            {
                yield return new Observation(question.Key, "unanswered", ObservationSeverity.Warning,
                    $"«{question.Label}» está sin responder. Escriba la respuesta.");
            }
        }
    }
}
