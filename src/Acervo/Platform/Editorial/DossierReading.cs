using System.Security.Cryptography;
using System.Text;
using Acervo.Platform.Editorial.Intake;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Platform.Editorial;

/// <summary>What its document says and no answer took: a person puts each piece where it belongs, or leaves it out.</summary>
public sealed partial class Dossier
{
    /// <summary>By what a page names a piece.</summary>
    public static string MarkOf(UnplacedText piece) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{piece.Page} {piece.Near} {piece.Text}")))[..12];

    /// <summary>Whether a piece of text can be put in an answer of this kind.</summary>
    public static bool TakesText(FormQuestion question) => question.Type is QuestionType.Text or QuestionType.LongText or QuestionType.Person
        || (question.Kind.IsList && !question.Closed && question.Columns.Count == 0);

    /// <summary>Puts a piece after what the answer already says, or leaves it out when no question is named. Either way it waits no longer.</summary>
    public void Place(string mark, FormQuestion? question, int by, DateTime now)
    {
        RequireEditable();
        var reading = StoredReading.FromJson(Reading);
        var piece = reading?.Unplaced.FirstOrDefault(one => MarkOf(one) == mark)
            ?? throw new RuleException("Ese texto ya se puso en una respuesta o se dejó fuera, en otra ventana.");
        if (question is not null)
        {
            if (!TakesText(question))
            {
                throw new RuleException($"«{question.Label}» no se responde con un texto. Elija otra pregunta.");
            }

            var changed = new FormAnswers();
            var text = piece.Text.Trim();
            if (question.Kind.IsList)
            {
                var rows = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                changed.Set(question.Key, [.. Answers.List(question.Key), .. rows]);
            }
            else
            {
                var between = question.Type == QuestionType.LongText ? "\n\n" : " ";
                var whole = question.Type == QuestionType.LongText ? text : text.ReplaceLineEndings(" ");
                changed.Set(question.Key, Answers.Text(question.Key) is { Length: > 0 } before ? before + between + whole : whole);
            }

            Keep(changed, now);
        }

        Reading = (reading with { Unplaced = [.. reading.Unplaced.Where(one => one != piece)] }).ToJson();
        EditedAt = now;
        EditedBy(by);
        Did(question is null ? "left-out" : "placed", by, question?.Label ?? "");
    }

    /// <summary>The title and the fingerprint of what its document said, whatever was typed since; null when it was read from none.</summary>
    internal (string Title, int[] Signature)? AsRead()
    {
        if (ReadAnswers is null)
        {
            return null;
        }

        var read = FormAnswers.FromJson(ReadAnswers);
        return (read.Text("title") ?? "", SignatureOf(read));
    }
}
