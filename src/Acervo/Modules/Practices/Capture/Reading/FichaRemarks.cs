using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Practices.Capture.Reading;

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
    public static IReadOnlyList<Observation> Of(FormReading reading, RemarkReference reference)
    {
        var context = new RemarkContext(reading, reference);
        return [.. reading.Observations, .. Checks.SelectMany(check => check(context))];
    }
}
