using Acervo.Platform.Forms;
using Acervo.Platform.Publications;

namespace Acervo.Platform.Editorial.Publishing;

/// <summary>What the answers say of other publications, in the ways that the form names; never that something is kin to itself.</summary>
internal static class AnsweredRelations
{
    /// <param name="form">The form, whose questions name a relation or none.</param>
    /// <param name="seen">The answers that anyone may see.</param>
    /// <param name="self">What is published, as its kind and item.</param>
    public static IEnumerable<Relation> Of(FormDefinition form, FormAnswers seen, string self) =>
        from question in form.Questions
        from asked in question.Kind.Cells(question, seen).Append((Cell: question, Answers: seen))
        where asked.Cell.Relation is not null
        from one in asked.Answers.References(asked.Cell.Key)
        where one is { IsFound: true, Kind: not null } && one.Key != self
        select new Relation(asked.Cell.Relation!, one.Kind!, one.Item);
}
