namespace Acervo.Platform.Editorial;

/// <summary>Which state may follow which: a value that each kind of dossier has.</summary>
/// <param name="All">The moves; whatever is not among them is refused.</param>
public sealed record EditorialMoves(IReadOnlySet<(Stage From, Stage To)> All)
{
    /// <summary>One writes, another reviews, and whoever publishes is neither.</summary>
    public static readonly EditorialMoves TwoPersons = new(new HashSet<(Stage From, Stage To)>
    {
        (Stage.Draft, Stage.InReview),
        (Stage.InReview, Stage.Draft),
        (Stage.InReview, Stage.ChangesRequested),
        (Stage.InReview, Stage.Approved),
        (Stage.ChangesRequested, Stage.InReview),
        (Stage.Approved, Stage.InReview),
        (Stage.Approved, Stage.Scheduled),
        (Stage.Approved, Stage.Published),
        (Stage.Scheduled, Stage.Approved),
        (Stage.Scheduled, Stage.Published),
        (Stage.Published, Stage.Draft),
        (Stage.Published, Stage.Withdrawn),
        (Stage.Draft, Stage.Withdrawn),
        (Stage.InReview, Stage.Withdrawn),
        (Stage.ChangesRequested, Stage.Withdrawn),
        (Stage.Approved, Stage.Withdrawn),
        (Stage.Scheduled, Stage.Withdrawn),
        // What is not put to use any more may still be taken off the site.
        (Stage.Withdrawn, Stage.Withdrawn),
        (Stage.Draft, Stage.Published),
        (Stage.ChangesRequested, Stage.Published),
        (Stage.Withdrawn, Stage.Draft),
    });

    public bool Allow(Stage from, Stage to) => All.Contains((from, to));
}
