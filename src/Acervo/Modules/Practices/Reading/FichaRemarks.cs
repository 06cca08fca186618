using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Practices.Reading;

/// <summary>What a careful colleague would remark about a filled-in form before it is reviewed. Remarks propose; nothing is corrected here.</summary>
public static class FichaRemarks
{
    private static readonly Func<RemarkContext, IEnumerable<Observation>>[] Checks =
    [
        UnansweredRemarks.Of,
        ContactRemarks.Of,
        PeopleRemarks.Of,
        PolicyRemarks.Of,
        DateRemarks.Of,
        FigureRemarks.Of,
        TextRemarks.Of,
        TitleRemarks.Of,
        AnnexRemarks.Of,
    ];

    /// <summary>The remarks of the reading itself and those about what the answers say.</summary>
    public static IReadOnlyList<Observation> Of(FormReading reading, RemarkReference reference) =>
        [.. reading.Observations, .. Of(RemarkContext.Of(reading, reference))];

    /// <summary>What the answers say, whoever wrote them and whenever: asked again after every change, since many remarks depend on two answers.</summary>
    public static IEnumerable<Observation> Of(RemarkContext context) => Checks.SelectMany(check => check(context));
}
