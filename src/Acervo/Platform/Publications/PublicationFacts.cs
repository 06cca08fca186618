namespace Acervo.Platform.Publications;

/// <summary>
/// What a kind keeps of its publications in tables of its own in schema <c>site</c>: written in the transaction that publishes, replaces or
/// withdraws, so that neither ever stands without the other. Registered with <c>ModuleSetup.Publishes</c>; a kind without such tables has none.
/// </summary>
public abstract class PublicationFacts
{
    /// <summary>A version came into force.</summary>
    public abstract Task PublishedAsync(Publication version, PublicationDraft draft, CancellationToken cancel);

    /// <summary>The next version is about to take the place of this one.</summary>
    public virtual Task SupersededAsync(Publication version, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>A version was withdrawn: the one in force, and after it each of those before it.</summary>
    public virtual Task WithdrawnAsync(Publication version, CancellationToken cancel) => Task.CompletedTask;
}
