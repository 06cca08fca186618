using System.Text.Json.Serialization;
using Acervo.Ui;

namespace Acervo.Platform.Forms.Reading;

/// <summary>The sum of a reading, for one sentence on top of the form.</summary>
/// <param name="Read">Questions with an answer that nobody need look at.</param>
/// <param name="Doubtful">Questions that deserve a look: a doubtful answer, or a label that was not found.</param>
/// <param name="Asked">Questions that were answered, deserve a look or must be answered.</param>
public sealed record ReadingTally(int Read, int Doubtful, int Asked)
{
    /// <summary>Such as «22 de 25 respuestas leídas; 3 por mirar».</summary>
    [JsonIgnore]
    public string Sentence => $"{Read} de {Spanish.Count(Asked, "respuesta leída", "respuestas leídas")}"
        + (Doubtful == 0 ? "" : $"; {Doubtful} por mirar") + (Read + Doubtful == Asked ? "" : $"; {Asked - Read - Doubtful} sin responder");

    public static ReadingTally Of(FormReading reading)
    {
        var (read, doubtful, asked) = (0, 0, 0);
        foreach (var question in reading.Form.Questions)
        {
            var isDoubtful = reading.Values.GetValueOrDefault(question.Key) is { IsSure: false }
                || reading.Observations.Any(remark => remark.Key == question.Key && remark.Severity != ObservationSeverity.Note);
            var isAnswered = reading.Answers.IsAnswered(question.Key);
            doubtful += isDoubtful ? 1 : 0;
            read += isAnswered && !isDoubtful ? 1 : 0;
            asked += isAnswered || isDoubtful || question.Required ? 1 : 0;
        }

        return new ReadingTally(read, doubtful, asked);
    }
}
