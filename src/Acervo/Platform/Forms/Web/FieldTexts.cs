using Acervo.Platform.Forms.Kinds;

namespace Acervo.Platform.Forms.Web;

/// <summary>The answers of some questions as the fields of a web form hold them, so that a script can compare and put them back.</summary>
public static class FieldTexts
{
    /// <summary>Field name to what its boxes hold, in order; a date has three fields.</summary>
    /// <param name="questions">The questions of the page.</param>
    /// <param name="answers">Their answers.</param>
    /// <param name="day">A day that stands on the page and is no answer, by the name of its field.</param>
    public static Dictionary<string, string[]> Of(IEnumerable<FormQuestion> questions, FormAnswers answers, (string Name, DateOnly? Day)? day = null) => new(
        questions.SelectMany(question => question.Kind.Boxes(question, answers)).Concat(day is { } asked ? DateKind.Boxes(asked.Name, asked.Day) : []),
        StringComparer.Ordinal);

    /// <summary>What theirs says wherever mine says something else. A row of a group that only one of them has is empty in the other.</summary>
    public static Dictionary<string, string[]> Differing(IReadOnlyDictionary<string, string[]> theirs, IReadOnlyDictionary<string, string[]> mine) =>
        theirs.Keys.Union(mine.Keys).Select(box => (box, Theirs: theirs.GetValueOrDefault(box, [""]), Mine: mine.GetValueOrDefault(box, [""])))
            .Where(pair => !pair.Theirs.SequenceEqual(pair.Mine)).ToDictionary(pair => pair.box, pair => pair.Theirs, StringComparer.Ordinal);
}
