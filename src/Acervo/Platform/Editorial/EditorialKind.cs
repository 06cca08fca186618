namespace Acervo.Platform.Editorial;

/// <summary>A kind of dossier that a module registers: what people may begin and what they are asked besides the questions of its form.</summary>
/// <param name="Kind">Its name in the store, the API and its form files, such as <c>offer</c>. Its words are those of its kind of publication.</param>
public sealed record EditorialKind(string Kind)
{
    /// <summary>How the page that begins one offers it, such as «Una buena práctica»; null when it is not begun by hand.</summary>
    public string? Offer { get; init; }

    /// <summary>For whoever hesitates between the offers.</summary>
    public string OfferNote { get; init; } = "";

    /// <summary>Whether it says to which Sustainable Development Goals it contributes.</summary>
    public bool HasGoals { get; init; }

    /// <summary>Which state of it may follow which.</summary>
    public EditorialMoves Moves { get; init; } = EditorialMoves.TwoPersons;

    /// <summary>After how many months its authors are asked whether what they published is in use; null when they are not.</summary>
    public int? AskedEvery { get; init; }

    /// <summary>Whether one may be the adaptation of another that is published.</summary>
    public bool IsAdaptable { get; init; }
}

/// <summary>The kinds of dossier of the modules that are on, in the order in which they were registered.</summary>
public sealed class EditorialKinds
{
    private readonly List<EditorialKind> all = [];

    public IReadOnlyList<EditorialKind> All => all;

    /// <summary>Those that a person may begin by hand.</summary>
    public IEnumerable<EditorialKind> Offered => all.Where(kind => kind.Offer is not null);

    public void Add(EditorialKind kind) => all.Add(kind);

    /// <summary>Null when no module that is on has such a kind.</summary>
    public EditorialKind? Find(string kind) => all.Find(one => one.Kind == kind);

    /// <exception cref="NotFoundException">No module that is on has such a kind.</exception>
    public EditorialKind Of(string kind) => Find(kind) ?? throw new NotFoundException($"kind {kind}");
}
