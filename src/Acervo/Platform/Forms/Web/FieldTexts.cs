using Acervo.Platform.Forms.Kinds;

namespace Acervo.Platform.Forms.Web;

/// <summary>The answers of some questions as the fields of a web form hold them, so that a script can compare and put them back.</summary>
public static class FieldTexts
{
    /// <summary>Field name to what its boxes hold, in order; a date has three fields.</summary>
    public static Dictionary<string, string[]> Of(IEnumerable<FormQuestion> questions, FormAnswers answers) =>
        new(questions.SelectMany(question => question.Kind.Boxes(question, answers)), StringComparer.Ordinal);

    public static void AddDay(Dictionary<string, string[]> texts, string name, DateOnly? day)
    {
        foreach (var (box, value) in DateKind.Boxes(name, day))
        {
            texts[box] = value;
        }
    }
}
