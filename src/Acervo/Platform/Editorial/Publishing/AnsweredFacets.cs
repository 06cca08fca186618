using Acervo.Platform.Forms;
using Acervo.Platform.Publications;

namespace Acervo.Platform.Editorial.Publishing;

/// <summary>The values by which a publication is found that follow from its answers: its kind says which question is which facet or range.</summary>
internal static class AnsweredFacets
{
    /// <param name="kind">What its publication is.</param>
    /// <param name="form">The form.</param>
    /// <param name="seen">The answers that anyone may see.</param>
    public static IEnumerable<Facet> Of(PublicationKind kind, FormDefinition form, FormAnswers seen) =>
    [
        .. from facet in kind.Facets
           let question = facet.Answer is { } key ? form.Question(key) : null
           where question is not null
           from value in question.Kind.FacetValues(question, seen)
           select new Facet(facet.Group, value.Code, value.Label),
        .. from range in kind.Ranges
           let question = range.Answer is { } key ? form.Question(key) : null
           let figure = question?.Kind.FigureOf(question, seen, range.Currency)
           where figure is not null
           select new Facet(range.Group, figure, question.Kind.Plain(question, seen)),
    ];
}
