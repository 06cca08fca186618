namespace Acervo.Tests.Rights;

/// <summary>A host with one scene on it, set once for all tests of a class.</summary>
public sealed class Stage : IAsyncLifetime
{
    public AppHost App { get; } = new();

    internal Scene Scene { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        Scene = await Scene.SetAsync(App);
    }

    public async ValueTask DisposeAsync()
    {
        await Scene.DisposeAsync();
        await App.DisposeAsync();
    }
}
