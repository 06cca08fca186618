namespace Acervo.Tests.Rights;

/// <summary>A host with one scene on it, set once for all tests of a class.</summary>
public sealed class Stage : IAsyncLifetime
{
    public AppHost App { get; private set; } = null!;

    internal Scene Scene { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // Without a channel the page of personal data is not published, and an address that is nowhere proves nothing.
        App = await AppHost.StartAsync(("Site:Mail", "contacto@example.gov.co"));
        Scene = await Scene.SetAsync(App);
    }

    public async ValueTask DisposeAsync()
    {
        await Scene.DisposeAsync();
        await App.DisposeAsync();
    }
}
