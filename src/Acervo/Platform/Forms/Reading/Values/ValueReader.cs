using Acervo.Platform.Forms.Kinds;

namespace Acervo.Platform.Forms.Reading.Values;

/// <summary>Gives every type of question its own reading of the lines of an answer.</summary>
internal static class ValueReader
{
    public static void Set(FormAnswers answers, FormQuestion question, IReadOnlyList<ReadingLine> lines, Func<string, IReadOnlySet<string>> terms,
        List<Observation> observations) => question.Kind.Read(question, new AnswerLines(lines, terms, observations), answers);

    public static void SetEmpty(FormAnswers answers, FormQuestion question)
    {
        if (question.IsList)
        {
            answers.Set(question.Key, []);
        }
        else
        {
            answers.Set(question.Key, (string?)null);
        }
    }
}
