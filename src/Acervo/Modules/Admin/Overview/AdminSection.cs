namespace Acervo.Modules.Admin.Overview;

/// <summary>A room of administration on its landing page: what it holds and how it is right now.</summary>
/// <param name="Title">As the rail calls it.</param>
/// <param name="Href">Where it is.</param>
/// <param name="Icon">As in the rail.</param>
/// <param name="About">What one does there, in a sentence.</param>
/// <param name="State">How it is now, with its figures.</param>
internal sealed record AdminSection(string Title, string Href, string Icon, string About, string State)
{
    /// <summary>What somebody should look at, and where; null when nothing is the matter.</summary>
    public (string Sentence, string Href)? Alert { get; init; }
}
