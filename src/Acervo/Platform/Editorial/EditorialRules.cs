using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Publications;

namespace Acervo.Platform.Editorial;

/// <summary>What a module knows of its kind beyond its form. What it does not override is empty: a kind with a form and nothing else needs no rules.</summary>
public class EditorialRules
{
    internal static readonly EditorialRules None = new();

    /// <summary>Who answers for a dossier whose author has no unit; null when the answers do not say.</summary>
    public virtual string? OrganisationOf(Dossier dossier) => null;

    /// <summary>The values by which its publication is found, besides the entity and the goals.</summary>
    public virtual Task<IReadOnlyList<Facet>> FacetsAsync(Dossier dossier, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Facet>>([]);

    /// <summary>What its publication says beyond its form: when it opens and closes, in what language it is, what else it is kin to.</summary>
    public virtual Task<PublicationDraft> CompleteAsync(Dossier dossier, PublicationDraft draft, CancellationToken cancel) => Task.FromResult(draft);

    /// <summary>What a careful colleague would remark of the answers as they are now.</summary>
    /// <param name="dossier">Whose answers.</param>
    /// <param name="form">The form they answer.</param>
    /// <param name="quotes">The text of the document behind each answer that is still as it was read, by question.</param>
    /// <param name="cancel">Stops it.</param>
    public virtual Task<IReadOnlyList<Observation>> RemarksAsync(
        Dossier dossier, FormDefinition form, IReadOnlyDictionary<string, string> quotes, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Observation>>([]);

    /// <summary>
    /// Names all that those remarks depend on beside the dossier, its form and the day: while it says the same, they are not worked out again. Null when
    /// that cannot be said, and then they are worked out at each look. Remarks must not read the state of the dossier, its dates or its address.
    /// </summary>
    public virtual Task<string?> RemarkedByAsync(CancellationToken cancel) => Task.FromResult<string?>(null);

    /// <summary>Names by which a list may be cut when a document is read, by catalogue.</summary>
    public virtual Task<IReadOnlyDictionary<string, IReadOnlySet<string>>> TermsAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlySet<string>>>(new Dictionary<string, IReadOnlySet<string>>());
}

/// <summary>The rules of each kind, as its module registered them.</summary>
public sealed class KindRules(IServiceProvider services, EditorialKinds kinds)
{
    public IEnumerable<EditorialRules> All => kinds.All.Select(kind => Of(kind.Kind)).Distinct();

    public EditorialRules Of(string kind) => services.GetKeyedService<EditorialRules>(kind) ?? EditorialRules.None;
}
